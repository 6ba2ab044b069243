import Text

/// What the characters of a line say about whether it is a headline.
struct HeadlineSigns {
  private(set) var digits = 0
  private(set) var commas = 0
  /// Its words, separated by blanks.
  private(set) var words = 0
  /// Words after the first one that begin with a letter, and those of them that begin with a capital letter.
  private(set) var laterWords = 0
  private var capitalizedWords = 0
  /// A separator as used between the parts of a path, or between a headline and its site.
  private(set) var hasSeparator = false
  private(set) var hasAddress = false
  private(set) var hasCopyright = false
  /// A button, a field or a picture of a text browser: `(BUTTON)`, `____`, `[logo.png]`.
  private(set) var hasControl = false
  private(set) var startsLowercase = false
  private(set) var startsWithHash = false
  private(set) var endsInQuestion = false
  private(set) var endsInColon = false
  private var hasLowercase = false
  private var hasUppercase = false

  var isAllCapitals: Bool { hasUppercase && !hasLowercase }
  /// The share of capitalized words, not counting the first word.
  var capitalizedPart: Float { laterWords > 0 ? Float(capitalizedWords) / Float(laterWords) : 0.5 }

  init(_ line: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var isWordStart = true
    while position < line.count {
      let byte = line[position]
      if ASCII.isLetter(byte) {
        if isWordStart { startWord(isLetter: true, isUppercase: byte < 0x61) }
        hasUppercase = hasUppercase || byte < 0x61
        hasLowercase = hasLowercase || byte >= 0x61
        (position, isWordStart) = (position + 1, false)
      } else if byte < 0x80 {
        if isWordStart, byte != 0x20 { startWord(isLetter: false, isUppercase: false) }
        add(sign: byte, in: line, at: position)
        (position, isWordStart) = (position + 1, byte == 0x20)
      } else {
        let (scalar, length) = line.scalar(at: position)
        add(scalar, in: line, at: position, isWordStart)
        (position, isWordStart) = (position + length, false)
      }
    }
    let first = line.first ?? 0
    startsLowercase = startsLowercase || (0x61...0x7A).contains(first)
    startsWithHash = first == UInt8(ascii: "#")
    hasControl = hasControl || first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
    endsInQuestion = line.last == UInt8(ascii: "?") || line.hasSuffix("？")
    endsInColon = line.last == UInt8(ascii: ":")
  }

  private mutating func startWord(isLetter: Bool, isUppercase: Bool) {
    words += 1
    if words > 1, isLetter { laterWords += 1 }
    if words > 1, isUppercase { capitalizedWords += 1 }
  }

  private mutating func add(sign: UInt8, in line: UnsafeBufferPointer<UInt8>, at position: Int) {
    func isAhead(_ text: StaticString) -> Bool { line.dropping(first: position).hasPrefix(text) }
    switch sign {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
    case UInt8(ascii: ","): commas += 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"): hasSeparator = true
    case UInt8(ascii: "-"): hasSeparator = hasSeparator || isApart(line, position, 1)
    case UInt8(ascii: ":"): hasAddress = hasAddress || isAhead("://")
    case UInt8(ascii: "_"): hasControl = hasControl || isAhead("__")
    case UInt8(ascii: "("): hasControl = hasControl || isAhead("(BUTTON)")
    default: break
    }
  }

  /// A character that is not ASCII.
  private mutating func add(
    _ scalar: Unicode.Scalar, in line: UnsafeBufferPointer<UInt8>, at position: Int, _ isWordStart: Bool
  ) {
    let isLetter = Letters.isWord(scalar.value)
    let isUppercase = isLetter && Letters.isUppercase(scalar.value)
    // Scripts further up have no capital letters.
    let isLowercase = isLetter && !isUppercase && scalar.value < 0x2000
    if isWordStart { startWord(isLetter: isLetter, isUppercase: isUppercase) }
    if position == 0 { startsLowercase = isLowercase }
    hasUppercase = hasUppercase || isUppercase
    hasLowercase = hasLowercase || isLowercase
    switch scalar {
    case "»", "›": hasSeparator = true
    case "–", "—": hasSeparator = hasSeparator || isApart(line, position, 3)
    case "©": hasCopyright = true
    default: break
    }
  }

  /// Whether there are blanks on both sides.
  private func isApart(_ line: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int) -> Bool {
    position > 0 && line[position - 1] == 0x20 && position + length < line.count
      && line[position + length] == 0x20
  }
}
