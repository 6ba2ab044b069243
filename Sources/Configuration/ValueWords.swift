import Display
import Queries

/// The words for values of other parts of the program.
extension ValueType {
  /// What the list is grouped by.
  static let grouping = ValueType.words { _ in StoryGrouping.allCases.map { Word($0.rawValue, $0.help) } }

  /// Who puts text from right to left in order.
  static let textOrder = ValueType.words { _ in
    [
      Word("broadsheet", "Broadsheet, for terminals that show characters as they come"),
      Word("terminal", "the terminal, as mlterm, Konsole and GNOME TerminalDevice do"),
    ]
  }
}

extension StorySort.Key {
  var help: String {
    switch self {
    case .date: "the newest first; -date: the oldest first, and so with all others"
    case .title: "by title, from A to Z"
    case .source: "by source, from A to Z"
    case .length: "the longest first"
    case .related: "those with the most related stories first"
    case .unread: "the unread ones first"
    case .relevance: "the best matches for a search first"
    }
  }
}

extension StoryGrouping {
  var help: String {
    switch self {
    case .none: "not at all"
    case .source: "by source"
    case .day: "by the day they were published on"
    case .topic: "by topic"
    }
  }
}
