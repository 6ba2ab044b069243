/// A terminal in memory that carries out what is sent to it.
public struct ModelTerminal: Sendable {
  /// What the terminal shows.
  public private(set) var screen: TerminalScreen
  private var parser = OutputParser()

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    screen = TerminalScreen(columns: columns, rows: rows)
  }

  /// A screen that something else has written on.
  public init(_ screen: TerminalScreen) {
    self.screen = screen
  }

  /// Carries out a part of the output, which may end anywhere.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    parser.feed(bytes, to: &screen)
  }
}
