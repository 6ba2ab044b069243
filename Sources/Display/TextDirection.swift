import CFriBidi

/// The direction of a line, and so the side on which it begins.
public enum TextDirection: Hashable, Sendable {
  case leftToRight, rightToLeft

  /// The direction of a whole paragraph: that of its first letter which has one (UAX #9, rules P2 and P3).
  /// All lines of the paragraph have it, whatever they begin with.
  public init(ofParagraph text: Substring) {
    let first = text.unicodeScalars.lazy.compactMap { TextDirection(of: $0) }.first
    self = first ?? .leftToRight
  }

  /// The same for a text of its own.
  public init(ofParagraph text: String) { self.init(ofParagraph: text[...]) }

  /// The direction of a letter; nil for digits, signs and marks, which take that of what is around them.
  private init?(of scalar: Unicode.Scalar) {
    if scalar.isASCII {
      guard scalar.properties.isAlphabetic else { return nil }
      self = .leftToRight
      return
    }
    switch shim_direction(scalar.value) {
    case 1: self = .leftToRight
    case -1: self = .rightToLeft
    default: return nil
    }
  }

  /// Whether a text contains right-to-left characters. Fast for most texts.
  static func isRightToLeft(anywhereIn text: Substring) -> Bool {
    text.utf8.contains { $0 >= 0xD6 } && text.unicodeScalars.contains { isFromRightToLeftScript($0.value) }
  }

  /// The blocks that Unicode keeps for scripts written from right to left, also those not yet assigned.
  private static func isFromRightToLeftScript(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// A part of a line that keeps its order to itself, as an Arabic source's name between Latin ones: between the
  /// controls FSI and PDI (UAX #9, 2.4), which take no column and are never sent to a terminal. Text without
  /// anything that is read from right to left is returned as it is.
  public static func isolated(_ part: String) -> String {
    isRightToLeft(anywhereIn: part[...]) ? "\u{2068}\(part)\u{2069}" : part
  }
}
