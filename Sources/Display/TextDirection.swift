import CFriBidi

/// The direction of a line, which determines the side on which it starts.
public enum TextDirection: Hashable, Sendable {
  case leftToRight, rightToLeft

  /// The direction of a whole paragraph: the direction of its first letter that has one (UAX #9, rules P2 and P3).
  /// It applies to all lines of the paragraph, whatever they start with.
  public init(ofParagraph text: Substring) {
    for scalar in text.unicodeScalars {
      guard let direction = TextDirection(of: scalar) else { continue }
      self = direction
      return
    }
    self = .leftToRight
  }

  /// The same for a separate text.
  public init(ofParagraph text: String) { self.init(ofParagraph: text[...]) }

  /// The direction of a letter; nil for digits, signs and marks, whose direction depends on the surrounding text.
  private init?(of scalar: Unicode.Scalar) {
    if scalar.isASCII {
      guard (0x61...0x7A).contains(scalar.value | 0x20) else { return nil }
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
    text.withBytes { $0.contains { $0 >= 0xD6 } }
      && text.unicodeScalars.contains { isFromRightToLeftScript($0.value) }
  }

  /// The blocks that Unicode reserves for right-to-left scripts, including unassigned blocks.
  private static func isFromRightToLeftScript(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// A part of a line that is ordered independently, such as the name of an Arabic source between Latin ones: enclosed
  /// in the controls FSI and PDI (UAX #9, 2.4), which take no column and are never sent to a terminal. Text without
  /// right-to-left characters is returned unchanged.
  public static func isolated(_ part: String) -> String {
    isRightToLeft(anywhereIn: part[...]) ? "\u{2068}\(part)\u{2069}" : part
  }
}
