import Foundation

/// The form of a word's characters for comparison: without case and diacritics, so that typing `cafe` finds `Café`.
///
/// Letters are decomposed (NFKD, UAX #15), marks are omitted and the rest is converted to upper and then lower case.
/// Arabic letters that are often used for each other are unified: hamza forms and maksura become their bare letters, ta
/// marbuta becomes ha, Persian kaf and ya become the Arabic ones. The tatweel is omitted, and digits of all scripts
/// become ASCII (following the light normalization of Larkey, Ballesteros and Connell, SIGIR 2002).
public enum WordFolding {
  /// The role of a character when a text is split into words.
  public enum Role: Sendable {
    /// Separates words.
    case separator
    /// Part of a word, written as these bytes (UTF-8); none for a mark.
    case letter([UInt8])
    /// A letter of a script without spaces: each letter is a word, and so is each pair (see ``Words``).
    case ideograph([UInt8])
  }

  /// The role of a character.
  public static func role(of scalar: Unicode.Scalar) -> Role {
    let value = Int(scalar.value)
    if value < tableEnd { return table[value] }
    // Spaces, dashes, quotation marks: most of what is not ASCII in Latin text.
    if 0x2000...0x206F ~= value { return .separator }
    return isIdeograph(scalar.value) ? .ideograph(utf8(scalar)) : computedRole(of: scalar)
  }

  /// The form of a word for case-sensitive comparison: folded except for case.
  public static func keepingCase(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    var position = 0
    while position < word.count {
      if word[position] < 0x80 {
        kept.append(word[position])
        position += 1
      } else {
        let (scalar, length) = word.scalar(at: position)
        kept.append(contentsOf: keepingCase(scalar))
        position += length
      }
    }
    return kept
  }

  /// A character of a word, folded except for case; empty for a mark.
  public static func keepingCase(_ scalar: Unicode.Scalar) -> [UInt8] {
    if case .letter(let bytes) = role(of: scalar) {
      return bytes.isEmpty ? [] : folded(scalar, keepsCase: true)
    }
    return utf8(scalar)
  }

  /// Whether it is a capital or a title-case digraph.
  public static func isUpperCase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
  }

  /// An ASCII word character in lower case; 0 for a separator and for a byte of another character.
  @inlinable
  public static func asciiLetter(_ byte: UInt8) -> UInt8 {
    CaseFolding.asciiLetter(byte)
  }

  /// The end of the lookup table for Latin, Greek, Cyrillic, Hebrew and Arabic.
  private static let tableEnd = 0x700
  private static let table: [Role] = (0..<tableEnd).map { value in
    Unicode.Scalar(UInt32(value)).map { computedRole(of: $0) } ?? .separator
  }

  /// Han, kana, and the letters of Thai, Lao, Burmese and Khmer, all written without spaces between words. The vowel
  /// signs of the latter are marks.
  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0xE01...0xE30, 0xE32...0xE33, 0xE40...0xE45, 0xE81...0xEB0, 0xEB2...0xEB3, 0xEC0...0xEC4: true
    case 0x1000...0x102A, 0x1050...0x1055, 0x1780...0x17B3: true
    case 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func computedRole(of scalar: Unicode.Scalar) -> Role {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return .letter([])
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return .letter(folded(scalar))
    // A soft hyphen does not end a word.
    default: return scalar.value == 0xAD ? .letter([]) : .separator
    }
  }

  private static func folded(_ scalar: Unicode.Scalar, keepsCase: Bool = false) -> [UInt8] {
    if let arabic = arabic(scalar.value) { return arabic.map { utf8($0) } ?? [] }
    if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
      return [UInt8(ascii: "0") + UInt8(digit)]
    }
    let decomposed = String(scalar).decomposedStringWithCompatibilityMapping
    return decomposed.unicodeScalars.filter { !$0.isCombiningMark }.flatMap { part in
      (arabic(part.value) ?? part).map { letter in
        keepsCase ? utf8(letter) : CaseFolding.folded(letter)
      } ?? []
    }
  }

  /// The unified form of an Arabic letter; an inner nil for an omitted one, nil for all other characters.
  private static func arabic(_ value: UInt32) -> Unicode.Scalar?? {
    switch value {
    case 0x622, 0x623, 0x625, 0x671: "\u{627}"
    case 0x624: "\u{648}"
    case 0x626, 0x649, 0x6CC: "\u{64A}"
    case 0x629, 0x6C1: "\u{647}"
    case 0x6A9: "\u{643}"
    case 0x640: .some(nil)
    default: nil
    }
  }

  private static func utf8(_ scalar: Unicode.Scalar) -> [UInt8] { Array(String(scalar).utf8) }
}
