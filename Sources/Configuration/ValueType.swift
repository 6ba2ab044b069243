import Queries

/// The type of an option with a single value.
enum ValueType: Sendable {
  /// One of several words.
  case words(@Sendable (ConfigurationContext) -> [Word])
  /// `true` or `false`, also written yes, no, on or off.
  case flag
  /// A whole number of something.
  case number(ClosedRange<Int>, unit: String)
  /// A sort key; a `-` before it reverses the order.
  case sort
  /// When a story counts as read.
  case readRule
  /// The path of a folder.
  case folder

  /// The value in its preferred spelling; nil if it is invalid.
  func value(_ text: String, _ context: ConfigurationContext) -> String? {
    switch self {
    case .words(let words): words(context).contains { $0.name == text } ? text : nil
    case .flag: ValueType.flags[text.lowercased()].map { String($0) }
    case .sort: StorySort(text)?.description
    case .number(let range, _): Int(text).flatMap { range.contains($0) ? String($0) : nil }
    case .readRule: ReadRule(text)?.description
    case .folder: text.isEmpty ? nil : ValueType.path(text, home: context.home)
    }
  }

  /// A description for messages.
  func expected(_ context: ConfigurationContext) -> ExpectedValue {
    switch self {
    case .words, .flag, .sort: .words(words(context).map(\.name))
    case .number(let range, let unit): .number(range, unit: unit)
    case .readRule: .wordsOrSeconds(["open", "end", "manual"], ReadRule.seconds)
    case .folder: .folder
    }
  }

  /// Possible values, for completion; empty for numbers and paths.
  func words(_ context: ConfigurationContext) -> [Word] {
    switch self {
    case .words(let words): words(context)
    case .flag: [Word("true"), Word("false")]
    case .sort: StorySort.Key.allCases.map { Word($0.rawValue, $0.help) }
    case .readRule: ReadRule.words
    case .number, .folder: []
    }
  }

  /// The nearest valid value, if there is one close enough.
  func nearest(to text: String, _ context: ConfigurationContext) -> String? {
    switch self {
    case .number(let range, _):
      Int(text).map { String($0 < range.lowerBound ? range.lowerBound : range.upperBound) }
    case .sort where text.hasPrefix("-"): nearest(to: String(text.dropFirst()), context).map { "-" + $0 }
    default: NearestWord.nearest(to: text, in: words(context).map(\.name))
    }
  }

  private static let flags = [
    "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
  ]

  /// Resolves `~` and `~/…`.
  static func path(_ text: String, home: String) -> String {
    text == "~" ? home : text.hasPrefix("~/") ? home + text.dropFirst() : text
  }
}
