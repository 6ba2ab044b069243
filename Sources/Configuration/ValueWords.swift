import Display
import Queries

/// Names and help for values that other targets define.
extension ValueType {
  /// How the list is grouped.
  static let grouping = ValueType.words { _ in StoryGrouping.allCases.map { Word($0.rawValue, $0.help) } }

  /// Whether Broadsheet or the terminal reorders right-to-left text.
  static let textOrder = ValueType.words { _ in
    [
      Word("broadsheet", "Broadsheet, for terminals that show text as it is sent"),
      Word("terminal", "the terminal, as mlterm, Konsole and GNOME Terminal do"),
    ]
  }
}

extension StorySort.Key {
  var help: String {
    switch self {
    case .date: "newest first (-date: oldest first; likewise for the others)"
    case .title: "by title, A to Z"
    case .source: "by source, A to Z"
    case .length: "longest first"
    case .related: "most related stories first"
    case .unread: "unread stories first"
    case .relevance: "best matches first, in a search"
    }
  }
}

extension StoryGrouping {
  var help: String {
    switch self {
    case .none: "no groups"
    case .source: "by source"
    case .day: "by day of publication"
    case .topic: "by topic"
    case .thread: "by thread: stories about the same event"
    }
  }
}
