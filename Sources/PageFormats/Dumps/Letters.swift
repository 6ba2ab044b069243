import Text

/// Character properties for the features of dumps. They use ranges because lookups in Unicode's own tables are too
/// slow for every character of every page.
enum Letters {
  /// A letter, digit or underscore of any script.
  static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x80:
      let byte = UInt8(truncatingIfNeeded: value)
      return ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x5F
    case 0x80..<0xC0: return isLatin1Word(value)
    case 0xD7, 0xF7: return false
    case 0xC0..<0x2C2, 0x370..<0x483, 0x48A..<0x559: return value != 0x37E && value != 0x387
    case 0x2C2..<0x370, 0x483..<0x48A, 0x559..<0x560: return false
    case 0x589...0x5CF, 0x5F3...0x61F, 0x64B...0x65F, 0x66A...0x66D, 0x6D4, 0x6D6...0x6E4: return false
    case 0x964, 0x965, 0x970, 0x0E3F, 0x0E5A, 0x0E5B: return false
    case 0x2000..<0x2C00: return (0x2070..<0x209D).contains(value) && value != 0x207A
    case 0x2E00...0x3004, 0x3008...0x3020, 0x3030, 0x303D, 0x30FB: return false
    case 0xD800..<0xF900, 0xFE00..<0xFE70, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
      0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1F000..<0x20000, 0xE0000...:
      return false
    default: return true
    }
  }

  /// For most alphabets, letters, digits and underscores in lower case; 0 for characters that are not in words.
  static let alphabets: [UInt16] = (0..<0x800).map { isWord($0) ? UInt16(lowercased($0)) : 0 }

  private static func isLatin1Word(_ value: UInt32) -> Bool {
    [0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE].contains(value)
  }

  /// Kana and Chinese characters: a script without spaces.
  static func isIdeographic(_ value: UInt32) -> Bool { (0x3040...0x9FFF).contains(value) }

  /// Whether a character carries as much meaning as three letters of an alphabet.
  static func isDense(_ value: UInt32) -> Bool { isIdeographic(value) || (0xAC00...0xD7AF).contains(value) }

  /// Whether a character is two columns wide (UAX #11).
  static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  static func isUppercase(_ value: UInt32) -> Bool { lowercased(value) != value }

  /// A letter in lower case, for the scripts in which news is written.
  static func lowercased(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: value + 32
    case 0..<0xC0: value
    case 0xC0...0xDE: value == 0xD7 ? value : value + 32
    case 0x100...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value + (value & 1)
    case 0x386: 0x3AC
    case 0x388...0x38A: value + 37
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: value + 63
    case 0x391...0x3AB: value + 32
    case 0x400...0x40F: value + 80
    case 0x410...0x42F: value + 32
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: value | 1
    case 0x531...0x556: value + 48
    case 0x1E00...0x1EFF: value | 1
    default: value
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  /// Whether these bytes contain a short text.
  func contains(_ text: StaticString) -> Bool { firstIndex(of: text) != nil }

  /// The position of the first occurrence of other bytes.
  func firstIndex(of other: [UInt8], from start: Int) -> Int? {
    other.withUnsafeBufferPointer { other in
      guard let first = other.first else { return nil }
      var position = start
      while let found = firstIndex(ofByte: first, from: position) {
        if dropping(first: found).hasPrefix(other) { return found }
        position = found + 1
      }
      return nil
    }
  }
}
