import Text

/// Counts of a block's text.
struct BlockStatistics {
  /// The number of words; in scripts without spaces, two characters count as one word.
  private(set) var wordCount = 0
  /// The number of sentence ends.
  private(set) var sentenceCount = 0
  private(set) var commaCount = 0
  private(set) var digitCount = 0
  /// Whether it ends like a sentence, or like the introduction of a list.
  private(set) var endsSentence = false
  private(set) var endsQuestion = false
  /// Whether it has letters, and all of them are capitals.
  var isUppercase: Bool { hasCapital && !hasSmallLetter }

  private var ideographCount = 0
  private var hasCapital = false
  private var hasSmallLetter = false

  /// Counts a text in one pass.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    CharacterClass.table.withUnsafeBufferPointer { count(text, $0) }
    wordCount += ideographCount / 2
  }

  private mutating func count(
    _ text: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<CharacterClass>
  ) {
    var position = 0
    var last: CharacterClass = []
    while position < text.count {
      if CharacterClass.isSmallLetter(text[position]) {
        // The most frequent case, handled without a table lookup for each letter of a word.
        if !last.contains(.word) { wordCount += 1 }
        last = [.word, .small]
        addLetter(last)
        var letters = ASCIILetters.smallCount(text, at: position)
        position += letters
        while letters == 8 {
          letters = ASCIILetters.smallCount(text, at: position)
          position += letters
        }
        continue
      }
      let current: CharacterClass
      if text[position] < 0x80 {
        current = classes[Int(text[position])]
        position += 1
      } else {
        let (scalar, length) = text.scalar(at: position)
        current = CharacterClass(scalar)
        position += length
      }
      if current.contains(.word) {
        if !last.contains(.word) { wordCount += 1 }
        addLetter(current)
      } else {
        addPunctuation(current, after: last)
      }
      last = current
    }
    if last.contains(.endsSentence) { sentenceCount += 1 }
    endsQuestion = last.contains(.question)
  }

  @inline(__always)
  private mutating func addLetter(_ letter: CharacterClass) {
    endsSentence = false
    if letter.contains(.digit) { digitCount += 1 }
    if letter.contains(.small) { hasSmallLetter = true }
    if letter.contains(.capital) { hasCapital = true }
    if letter.contains(.ideograph) { ideographCount += 1 }
  }

  /// The end of a sentence may be followed by quotation marks, brackets and blanks.
  @inline(__always)
  private mutating func addPunctuation(_ mark: CharacterClass, after last: CharacterClass) {
    if last.contains(.endsSentence), mark.contains(.follows) { sentenceCount += 1 }
    if mark.contains(.comma) { commaCount += 1 }
    if !mark.isDisjoint(with: [.endsSentence, .announces]) {
      endsSentence = true
    } else if !mark.contains(.closes) {
      endsSentence = false
    }
  }
}

/// The properties of a character that matter for the counts.
struct CharacterClass: OptionSet {
  let rawValue: UInt16
  static let word = CharacterClass(rawValue: 1)
  static let digit = CharacterClass(rawValue: 2)
  static let small = CharacterClass(rawValue: 4)
  static let capital = CharacterClass(rawValue: 8)
  static let ideograph = CharacterClass(rawValue: 16)
  static let endsSentence = CharacterClass(rawValue: 32)
  static let question = CharacterClass(rawValue: 64)
  /// A colon, a semicolon, an ellipsis.
  static let announces = CharacterClass(rawValue: 128)
  /// It may follow the end of a sentence.
  static let closes = CharacterClass(rawValue: 256)
  /// If it directly follows a full stop, that is the end of a sentence.
  static let follows = CharacterClass(rawValue: 512)
  static let comma = CharacterClass(rawValue: 1024)

  /// For the ASCII characters.
  static let table = (0..<128).map { CharacterClass(Unicode.Scalar(UInt8($0))) }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whether a byte is a lower-case ASCII letter.
  @inline(__always)
  static func isSmallLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

  init(_ scalar: Unicode.Scalar) {
    if WordScalar.isWord(scalar) {
      self = CharacterClass.ofLetter(scalar)
      return
    }
    switch scalar {
    case "?": self = [.endsSentence, .question]
    case ".", "!", "。", "！", "？", "؟": self = .endsSentence
    case "…", ":", ";": self = .announces
    case ",", "،", "、": self = .comma
    case " ", "\n", "\t", "\"", "”", "’", "»", ")": self = [.closes, .follows]
    case "'", "]": self = .closes
    default: self = []
    }
  }

  private static func ofLetter(_ scalar: Unicode.Scalar) -> CharacterClass {
    if WordScalar.isIdeograph(scalar) { return [.word, .ideograph] }
    // Most letters of most pages, handled without Unicode property lookups.
    switch scalar.value {
    case 0x61...0x7A, 0xDF...0xFF, 0x430...0x45F: return [.word, .small]
    case 0x41...0x5A, 0xC0...0xDE, 0x400...0x42F: return [.word, .capital]
    case 0x5D0...0x5EA, 0x620...0x64A: return .word
    default: break
    }
    let properties = scalar.properties
    if properties.numericType == .decimal { return [.word, .digit] }
    return properties.isLowercase ? [.word, .small] : properties.isUppercase ? [.word, .capital] : .word
  }
}

/// The role of a character in words.
enum WordScalar {
  /// Whether it is a letter, a digit or an underscore: `\w` in Unicode's regular expressions, without marks.
  @inline(__always)
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      return ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
    }
    return isWordOutsideASCII(scalar)
  }

  private static func isWordOutsideASCII(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xD7, 0xF7, 0x2000...0x206F, 0x3000...0x3004: false
    case 0xC0...0x2AF, 0x388...0x481, 0x48A...0x52F, 0x5D0...0x5EA, 0x620...0x64A, 0x3041...0x3096,
      0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      true
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber,
        .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }

  /// Whether it is a Japanese, Chinese or Korean character.
  @inline(__always)
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: true
    default: false
    }
  }
}
