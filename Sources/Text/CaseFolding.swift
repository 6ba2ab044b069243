/// Letter comparison shared by titles, words and searches.
@usableFromInline
enum CaseFolding {
  /// An ASCII letter in lower case or a digit; 0 for any other byte.
  @inlinable
  static func asciiLetter(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    if lower &- UInt8(ascii: "a") < 26 { return lower }
    return byte &- UInt8(ascii: "0") < 10 ? byte : 0
  }

  /// A case-folded letter in UTF-8: converted to upper case first, so that `ß` and `SS`, `σ` and `ς` become equal.
  static func folded(_ letter: Unicode.Scalar) -> [UInt8] {
    Array(letter.properties.uppercaseMapping.lowercased().utf8)
  }
}

extension Unicode.Scalar {
  /// Whether it is a combining mark (general category M).
  var isCombiningMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
