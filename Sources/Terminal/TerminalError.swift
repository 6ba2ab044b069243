/// Why the terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal(TerminalStream)
  /// `TERM` is missing or empty, so the type of the terminal is unknown.
  case typeNotSet
  /// The terminfo database does not contain this `TERM`, or only as a generic type.
  case unknownType(String)
  /// A terminal of type `TERM` cannot position the cursor, like a printer.
  case cannotAddressCursor(String)
  /// The text is too large for the clipboard of most terminals.
  case textTooLargeToCopy(bytes: Int, limit: Int)
}

/// The two directions of a terminal.
public enum TerminalStream: Hashable, Sendable {
  case input, output
}
