import Text

/// What is counted in the text of a block.
struct BlockStatistics {
  /// Words; of scripts without spaces two characters are one.
  private(set) var wordCount = 0
  /// Ends of sentences.
  private(set) var sentenceCount = 0
  private(set) var commaCount = 0
  private(set) var digitCount = 0
  /// It ends as a sentence, or the beginning of a list, does.
  private(set) var endsSentence = false
  private(set) var endsQuestion = false
  /// It has letters, and all of them are capitals.
  var isUppercase: Bool { hasCapital && !hasSmallLetter }

  private var ideographCount = 0
  private var hasCapital = false
  private var hasSmallLetter = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var isInWord = false
    var endedSentence = false
    while position < text.count {
      let (scalar, length) = text.scalar(at: position)
      position += length
      if endedSentence, BlockStatistics.closesSentence(scalar) { sentenceCount += 1 }
      endedSentence = BlockStatistics.endsSentence(scalar)
      let isWord = WordScalar.isWord(scalar)
      if isWord {
        if !isInWord { wordCount += 1 }
        count(scalar)
      } else {
        if scalar == "," || scalar == "،" || scalar == "、" { commaCount += 1 }
        updateEnd(scalar)
      }
      isInWord = isWord
      if isWord { endsSentence = false }
      endsQuestion = scalar == "?"
    }
    if endedSentence { sentenceCount += 1 }
    wordCount += ideographCount / 2
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(ascii: scalar)
      if HTMLByte.isDigit(byte) {
        digitCount += 1
      } else if byte & 0x20 != 0 {
        hasSmallLetter = true
      } else if byte != UInt8(ascii: "_") {
        hasCapital = true
      }
    } else if WordScalar.isIdeograph(scalar) {
      ideographCount += 1
    } else {
      if scalar.properties.numericType == .decimal { digitCount += 1 }
      if !hasSmallLetter {
        if scalar.properties.isLowercase { hasSmallLetter = true }
        if scalar.properties.isUppercase { hasCapital = true }
      }
    }
  }

  /// What ends a sentence may be followed by quotation marks, brackets and blanks.
  private mutating func updateEnd(_ scalar: Unicode.Scalar) {
    switch scalar {
    case ".", "!", "?", "…", "。", "！", "？", "؟", ":", ";": endsSentence = true
    case "\"", "'", "”", "’", "»", ")", "]", " ", "\n", "\t": break
    default: endsSentence = false
    }
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "。", "！", "？", "؟": true
    default: false
    }
  }

  private static func closesSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "\t", "\"", "”", "’", "»", ")": true
    default: false
    }
  }
}

/// What a character is to words.
enum WordScalar {
  /// A letter, a digit or an underscore: what Unicode's regular expressions call `\w`, without marks.
  @inline(__always)
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      return HTMLByte.isLetter(byte) || HTMLByte.isDigit(byte) || byte == UInt8(ascii: "_")
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

  /// A character of Japanese, Chinese or Korean.
  @inline(__always)
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: true
    default: false
    }
  }
}
