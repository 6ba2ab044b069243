import Display
import TerminalModel
import Testing

@testable import Terminal

/// Terminals as their descriptions tell of them; colours are set in the simplest form there is.
extension TerminalAbilities {
  private static let addressing = [
    "cup": "\u{1B}[%i%p1%d;%p2%dH", "clear": "\u{1B}[H\u{1B}[2J", "sgr0": "\u{1B}[m",
  ]
  private static let motion = [
    "home": "\u{1B}[H", "hpa": "\u{1B}[%i%p1%dG", "vpa": "\u{1B}[%i%p1%dd", "cr": "\r",
    "cub": "\u{1B}[%p1%dD",
    "cub1": "\u{8}", "cuf": "\u{1B}[%p1%dC", "cuf1": "\u{1B}[C", "cud": "\u{1B}[%p1%dB", "cud1": "\n",
    "cuu": "\u{1B}[%p1%dA", "cuu1": "\u{1B}[A", "civis": "\u{1B}[?25l", "cnorm": "\u{1B}[?25h",
  ]
  private static let erasing = ["ech": "\u{1B}[%p1%dX", "el": "\u{1B}[K"]
  private static let attributes = [
    "bold": "\u{1B}[1m", "dim": "\u{1B}[2m", "sitm": "\u{1B}[3m", "smul": "\u{1B}[4m", "rev": "\u{1B}[7m",
  ]
  private static let ends = ["ritm": "\u{1B}[23m", "rmul": "\u{1B}[24m", "rmso": "\u{1B}[27m"]
  private static let colors = [
    "setaf": "\u{1B}[38;5;%p1%dm", "setab": "\u{1B}[48;5;%p1%dm", "op": "\u{1B}[39;49m",
  ]

  private static func kind(_ parts: [[String: String]], _ flags: Set<String>) -> TerminalAbilities {
    let strings = parts.reduce(into: [:]) { $0.merge($1) { _, new in new } }
    return TerminalAbilities(strings: strings.mapValues { Array($0.utf8) }, flags: flags)
  }

  /// It can do everything.
  static let xterm = kind(
    [addressing, motion, erasing, attributes, ends, colors], ["am", "xenl", "bce", "msgr", "AX"])
  /// What it erases has its own background.
  static let screen = kind([addressing, motion, erasing, attributes, ends, colors], ["am", "xenl", "msgr"])
  /// It can place the cursor and reset attributes, and wants none while the cursor moves.
  static let bare = kind([addressing, attributes, colors], ["am", "xenl"])
  /// It moves the screen up at a character in the last cell.
  static let scrolling = kind([addressing, motion, attributes, colors], ["am", "msgr", "bce"])
}

/// A kind of terminal, and how it is painted on.
struct TerminalKind: CustomTestStringConvertible {
  var testDescription: String
  var abilities: TerminalAbilities
  var depth = ColorDepth.colors256

  static let all = [
    TerminalKind(testDescription: "all abilities", abilities: .xterm),
    TerminalKind(testDescription: "true colour", abilities: .xterm, depth: .trueColor),
    TerminalKind(testDescription: "no colours", abilities: .xterm, depth: .monochrome),
    TerminalKind(testDescription: "erases in its own background", abilities: .screen),
    TerminalKind(testDescription: "few abilities", abilities: .bare, depth: .colors8),
    TerminalKind(testDescription: "wraps at once", abilities: .scrolling),
  ]
}

extension ModelTerminal {
  /// A terminal of a kind, which some other program has left full of letters.
  init(_ abilities: TerminalAbilities, size: Size) {
    var screen = TerminalScreen(columns: size.columns, rows: size.rows)
    screen.erasesInColor = abilities.erasesInColor
    for row in 0..<size.rows {
      screen.move(row: row, column: 0)
      for _ in 0..<size.columns { screen.print("#") }
    }
    screen.wrapsAtOnce = abilities.wrapsAtOnce
    self.init(screen)
  }

  var cursor: Point { Point(column: screen.column, row: screen.row) }

  /// The cells that do not look as they should, in words.
  func differences(from surface: Surface, in table: StyleTable, depth: ColorDepth) -> [String] {
    let area = surface.bounds.intersection(
      Rect(column: 0, row: 0, columns: screen.columns, rows: screen.rows))
    return (area.top..<area.bottom).flatMap { row in
      (area.left..<area.right).compactMap { column in
        let isLast = row == screen.rows - 1 && column >= screen.columns - 2
        let isAtEdge = column == screen.columns - 1
        // What stands there cannot be shown, nor can marks be put on it.
        if screen.wrapsAtOnce,
          isLast || isAtEdge && surface.scalar(of: surface[column: column, row: row]) == nil
        {
          return nil
        }
        let (cell, shown) = (surface[column: column, row: row], screen.cells[row * screen.columns + column])
        let resolved = table[cell.role]
        if shown.shows(surface.text(of: cell), resolved, depth: depth, isBlank: surface.isBlank(cell)) {
          return nil
        }
        return "\(column), \(row): \(shown), not \"\(surface.text(of: cell))\" in \(resolved)"
      }
    }
  }
}

extension TerminalCell {
  fileprivate func shows(_ text: String, _ resolved: ResolvedStyle, depth: ColorDepth, isBlank: Bool) -> Bool
  {
    guard self.text == text else { return false }
    let wanted = TerminalStyle(resolved, depth: depth)
    guard isBlank, resolved.ground != nil else { return style == wanted }
    // Neither underlined nor reversed.
    return style.background == wanted.background && style.attributes & (1 << 4 | 1 << 7) == 0
  }
}

extension TerminalStyle {
  init(_ resolved: ResolvedStyle, depth: ColorDepth) {
    self.init()
    let codes: [(TextAttributes, Int)] = [
      (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ]
    for (attribute, code) in codes where resolved.attributes.contains(attribute) { select([code]) }
    for (color, code) in [(Int(resolved.foreground), 38), (Int(resolved.background), 48)] where color >= 0 {
      let rgb = [2, color >> 16, color >> 8 & 0xFF, color & 0xFF]
      select([code] + (depth == .trueColor ? rgb : [5, color]))
    }
  }
}
