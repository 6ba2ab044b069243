import Display
import Queries

/// The words for values that other targets define.
extension ValueType {
  /// What the list is grouped by.
  static let grouping = ValueType.words { _ in StoryGrouping.allCases.map { Word($0.rawValue, $0.help) } }

  /// Who puts text from right to left in order.
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
    case .date: "newest first; -date: oldest first, and the same with the others"
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
