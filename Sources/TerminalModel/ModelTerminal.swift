/// A terminal in memory that interprets the output of a program.
public struct ModelTerminal: Sendable {
  /// What the terminal shows.
  public private(set) var screen: TerminalScreen
  private var parser = OutputParser()

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    screen = TerminalScreen(columns: columns, rows: rows)
  }

  /// A terminal with an existing screen.
  public init(_ screen: TerminalScreen) {
    self.screen = screen
  }

  /// Interprets a chunk of output, which may end anywhere.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    parser.feed(bytes, to: &screen)
  }
}
