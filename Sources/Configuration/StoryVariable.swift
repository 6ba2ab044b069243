/// The environment variables of commands that receive a story. If there are several stories, they describe the first.
public enum StoryVariable: String, CaseIterable, Sendable {
  case title = "BROADSHEET_TITLE"
  case id = "BROADSHEET_ID"
  case file = "BROADSHEET_FILE"
  case address = "BROADSHEET_ADDRESS"
  case count = "BROADSHEET_COUNT"

  /// What it contains, without a full stop.
  public var help: String {
    switch self {
    case .title: "the headline"
    case .id: "the story's ID, as broadsheet list prints it"
    case .file: "the page's file; for a page in an archive, a copy of it"
    case .address: "the web address, if it is known"
    case .count: "the number of stories"
    }
  }
}
