/// The number of colours of a terminal.
public enum ColorDepth: Hashable, Sendable {
  /// No colours, also because of `NO_COLOR`.
  case monochrome
  /// The eight colours of ANSI X3.64.
  case colors8
  /// These eight and their bright versions.
  case colors16
  /// These sixteen, a cube of 6 × 6 × 6 colours, and 24 greys, as in xterm.
  case colors256
  /// Direct colour: exact 24-bit colours.
  case trueColor

  /// From this number of colours on, colours are not indices, but 8 bits each of red, green and blue.
  private static let directColors = 1 << 24

  /// - Parameters:
  ///   - environment: provides `NO_COLOR` (no-color.org) and `COLORTERM`.
  ///   - colors: the number of colours in the terminal's description (`max_colors`); negative if there is none.
  init(environment: [String: String], colors: Int) {
    let promisesTrueColor = ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""])
    // GNU screen passes COLORTERM on to programs, but misreads 24-bit colours.
    let isInsideScreen = environment["STY"] != nil && environment["TMUX"] == nil
    self =
      switch colors {
      case _ where !environment["NO_COLOR", default: ""].isEmpty: .monochrome
      case ColorDepth.directColors...: .trueColor
      case 256... where promisesTrueColor && !isInsideScreen: .trueColor
      case 256...: .colors256
      case 16...: .colors16
      case 8...: .colors8
      default: .monochrome
      }
  }
}
