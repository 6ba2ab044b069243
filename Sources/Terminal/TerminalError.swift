/// Why the terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal(TerminalStream)
  /// `TERM` is missing or empty, so that the terminal's type is unknown.
  case typeNotSet
  /// The terminfo database does not have this `TERM`, or only as an unknown type.
  case unknownType(String)
  /// This `TERM` cannot position the cursor, like a printer.
  case cannotAddressCursor(String)
  /// The text is too large for the clipboard of most terminals.
  case textTooLargeToCopy(bytes: Int, limit: Int)
}

/// The two ends of a terminal.
public enum TerminalStream: Hashable, Sendable {
  case input, output
}
