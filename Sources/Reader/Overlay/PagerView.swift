import Display

/// Text of a command, over the panes: what the story was given to, and what came of it.
public struct PagerView: Hashable, Sendable {
  /// What the frame says.
  public let title: String
  /// The text's lines as they came; nil while the command still runs.
  public internal(set) var text: [String]?
  /// The first visible row.
  public internal(set) var top = 0

  /// The rows of the text, laid out once for a screen: keys only scroll.
  public private(set) var rows: [Substring] = []

  /// A text with a title, for a screen of some columns; nil to wait for it.
  init(title: String, text: [String]?, columns: Int) {
    (self.title, self.text) = (title, text)
    layout(columns: columns)
  }

  mutating func layout(columns: Int) {
    let wrapper = TextWrapper(width: columns - 2)
    rows = (text ?? []).flatMap { line in
      let rows = wrapper.texts(of: line)
      return rows.isEmpty ? [""] : rows
    }
  }
}

/// What became of a command that was given a story.
public struct CommandResult: Hashable, Sendable {
  /// What it was.
  public var command: String
  /// What it printed, without control characters, a line each.
  public var lines: [String]
  /// What went wrong, in a sentence without a full stop; nil when nothing did.
  public var failure: String?
  /// Whether what it printed is to be shown.
  public var isShown: Bool

  /// A result.
  public init(command: String, lines: [String], failure: String? = nil, isShown: Bool = true) {
    (self.command, self.lines, self.failure, self.isShown) = (command, lines, failure, isShown)
  }
}
