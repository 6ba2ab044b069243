/// One cell of the terminal's screen.
public struct TerminalCell: Equatable, Sendable {
  /// A character with its marks; empty in the right half of a wide one.
  public internal(set) var text = " "
  /// Its colours and attributes.
  public internal(set) var style = TerminalStyle()
}

/// Colours and attributes, as SGR sets them.
public struct TerminalStyle: Equatable, Sendable {
  /// The text colour. -1 is the terminal's default; below 256 it is an index; otherwise red, green and blue above
  /// `rgb`.
  public private(set) var foreground = -1
  /// The background colour, in the same format.
  public private(set) var background = -1
  /// Bit n is set for the attribute that SGR n sets.
  public private(set) var attributes: UInt16 = 0

  /// The terminal's default style.
  public init() {}

  private static let rgb = 1 << 24

  /// The style of erased cells.
  var erased: TerminalStyle {
    var style = TerminalStyle()
    style.background = background
    return style
  }

  /// Select Graphic Rendition (SGR).
  public mutating func select(_ parameters: [Int]) {
    var rest = (parameters.isEmpty ? [0] : parameters)[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: self = TerminalStyle()
      case 1...9: attributes |= 1 << UInt16(code)
      case 21: attributes |= 1 << 10
      case 22: attributes &= ~(1 << 1 | 1 << 2)
      case 24: attributes &= ~(1 << 4 | 1 << 10)
      case 23, 25...29: attributes &= ~(1 << UInt16(code - 20))
      case 30...37: foreground = code - 30
      case 38: foreground = TerminalStyle.color(&rest) ?? foreground
      case 39: foreground = -1
      case 40...47: background = code - 40
      case 48: background = TerminalStyle.color(&rest) ?? background
      case 49: background = -1
      case 90...97: foreground = code - 82
      case 100...107: background = code - 92
      default: break
      }
    }
  }

  /// Parses the rest of `38;5;n` or `38;2;r;g;b`.
  private static func color(_ rest: inout ArraySlice<Int>) -> Int? {
    switch rest.popFirst() {
    case 5: return rest.popFirst()
    case 2:
      guard rest.count >= 3 else { return nil }
      let color = rest.prefix(3).reduce(0) { $0 << 8 | $1 & 0xFF }
      rest = rest.dropFirst(3)
      return rgb + color
    default: return nil
    }
  }
}
