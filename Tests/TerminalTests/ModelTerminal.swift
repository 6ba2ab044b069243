import Display

@testable import BroadsheetBench

/// A terminal that carries out what is sent to it.
struct ModelTerminal {
  private(set) var screen: TerminalScreen
  private var stream = TerminalStream()

  /// Some other program has left it full of letters.
  init(size: Size, wrapsAtOnce: Bool, erasesInColor: Bool) {
    screen = TerminalScreen(columns: size.columns, rows: size.rows)
    screen.erasesInColor = erasesInColor
    for row in 0..<size.rows {
      screen.move(row: row, column: 0)
      for _ in 0..<size.columns { screen.print("#") }
    }
    screen.wrapsAtOnce = wrapsAtOnce
  }

  mutating func play(_ bytes: [UInt8]) {
    stream.feed(bytes, to: &screen)
  }

  var cursor: Point { Point(column: screen.column, row: screen.row) }
}
