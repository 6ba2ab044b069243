/// What commands that get a story find in their environment. Of several stories: the first one's.
public enum StoryVariable: String, CaseIterable, Sendable {
  case title = "BROADSHEET_TITLE"
  case id = "BROADSHEET_ID"
  case file = "BROADSHEET_FILE"
  case address = "BROADSHEET_ADDRESS"
  case count = "BROADSHEET_COUNT"

  /// What it has: no full stop.
  public var help: String {
    switch self {
    case .title: "the headline"
    case .id: "the identity, as broadsheet list prints it"
    case .file: "the page's file; of a page in an archive, a copy of it"
    case .address: "the web address, if the page tells it"
    case .count: "how many stories there are"
    }
  }
}
