/// The output of a command, over the panes: the command that stories were passed to, and its result.
public struct PagerView: Hashable, Sendable {
  /// The title in the frame.
  public let title: String
  /// The lines of the text; nil while the command is running.
  public internal(set) var text: [String]?
  /// The first visible row.
  public internal(set) var top = 0

  /// The rows of the text, laid out once for a screen, so that keys only scroll.
  public private(set) var rows: [IndentedRow] = []

  /// A text with a title, for a screen of a given width; nil while waiting for the text.
  init(title: String, text: [String]?, columns: Int) {
    (self.title, self.text) = (title, text)
    layout(columns: columns)
  }

  mutating func layout(columns: Int) {
    rows = (text ?? []).flatMap { IndentedRow.rows(of: $0, columns: columns - 2) }
  }
}

/// The result of a command that stories were passed to.
public struct CommandResult: Hashable, Sendable {
  /// The command.
  public var command: String
  /// Its output in lines, without control characters.
  public var lines: [String]
  /// The error as a sentence without a full stop; nil if there was none.
  public var failure: String?
  /// Whether to show the output.
  public var isShown: Bool

  /// A result.
  public init(command: String, lines: [String], failure: String? = nil, isShown: Bool = true) {
    (self.command, self.lines, self.failure, self.isShown) = (command, lines, failure, isShown)
  }
}
