/// Why the screen cannot be had, or something of the terminal.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal(TerminalStream)
  /// `TERM` is missing or empty, so nobody knows what the terminal understands.
  case typeNotSet
  /// The terminfo database does not know this `TERM`, or knows only that it knows nothing.
  case unknownType(String)
  /// This `TERM` is a paper printer or as dumb as one: characters cannot be put in a place.
  case cannotAddressCursor(String)
  /// Terminals refuse to put so much on the clipboard.
  case textTooLargeToCopy(bytes: Int, limit: Int)
}

/// The two ends of a terminal.
public enum TerminalStream: Hashable, Sendable {
  case input, output
}
