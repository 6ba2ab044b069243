import Text

/// Finds the tokens of a text one by one, from the left.
struct TokenScanner {
  let text: UnsafeBufferPointer<UInt8>
  /// A buffer for the form of a token to compare.
  let folded: UnsafeMutableBufferPointer<UInt8>
  private var position = 0
  private var count = 0

  init(text: UnsafeBufferPointer<UInt8>, folded: UnsafeMutableBufferPointer<UInt8>) {
    (self.text, self.folded) = (text, folded)
  }

  /// The next token; nil after the last. It is valid until the next call.
  mutating func next() -> Token? {
    while position < text.count {
      let byte = text[position]
      if byte >= 0x80 {
        if let token = tokenOutsideASCII() { return token }
      } else if TokenScanner.isDigit(byte) {
        return number()
      } else if WordFolding.asciiLetter(byte) != 0 {
        return abbreviation() ?? word()
      } else {
        position += 1
      }
    }
    return nil
  }

  // MARK: Kinds of tokens

  private mutating func number() -> Token {
    let start = position
    count = 0
    while position < text.count {
      let byte = text[position]
      let isInside = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      guard TokenScanner.isDigit(byte) || (isInside && isDigit(at: position + 1)) else { break }
      add(byte)
      position += 1
    }
    if position < text.count, text[position] == UInt8(ascii: "%") {
      add(text[position])
      position += 1
    }
    return token(.number, from: start)
  }

  /// Two or more letters, each with a full stop; nil for anything else.
  private mutating func abbreviation() -> Token? {
    let start = position
    var end = position
    while end + 1 < text.count, TokenScanner.isLetter(text[end]), text[end + 1] == UInt8(ascii: ".") {
      end += 2
    }
    guard end - start >= 4 else { return nil }
    count = 0
    for byte in text[start..<end] { add(TokenScanner.isLetter(byte) ? byte | 0x20 : byte) }
    position = end
    return token(.abbreviation, from: start)
  }

  private mutating func word() -> Token {
    let start = position
    count = 0
    while position < text.count {
      let byte = text[position]
      let letter = WordFolding.asciiLetter(byte)
      if letter != 0 {
        add(letter)
        position += 1
      } else if let length = apostrophe(at: position), isLetter(at: position + length) {
        add(UInt8(ascii: "'"))
        position += length
      } else if byte >= 0x80, case (.letter(let bytes), let length) = character(at: position) {
        for byte in bytes { add(byte) }
        position += length
      } else {
        break
      }
    }
    let isPossessive =
      count > 2 && folded[count - 2] == UInt8(ascii: "'") && folded[count - 1] == UInt8(ascii: "s")
    if isPossessive { count -= 2 }
    return token(.word, from: start, isPossessive: isPossessive)
  }

  /// The token that begins with a character outside ASCII. If the character is a separator, or a mark without
  /// a letter, this moves past it and returns nil.
  private mutating func tokenOutsideASCII() -> Token? {
    let start = position
    let (role, length) = character(at: position)
    switch role {
    case .separator:
      position += length
      return nil
    case .letter(let bytes):
      if bytes.isEmpty {
        position += length
        return nil
      }
      return word()
    case .ideograph(let bytes):
      count = 0
      for byte in bytes { add(byte) }
      position += length
      return token(.ideograph, from: start)
    }
  }

  private func token(_ kind: Token.Kind, from start: Int, isPossessive: Bool = false) -> Token {
    Token(
      bytes: UnsafeBufferPointer(rebasing: folded[..<count]), range: start..<position, kind: kind,
      isCapitalized: kind != .number && isCapital(at: start), isPossessive: isPossessive)
  }

  private mutating func add(_ byte: UInt8) {
    guard count < folded.count else { return }
    folded[count] = byte
    count += 1
  }

  // MARK: Characters

  private func character(at position: Int) -> (WordFolding.Role, length: Int) {
    let (scalar, length) = text.scalar(at: position)
    return (WordFolding.role(of: scalar), length)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private func isDigit(at position: Int) -> Bool {
    position < text.count && TokenScanner.isDigit(text[position])
  }

  /// Whether the character at a position is a letter of a word, or a digit.
  private func isLetter(at position: Int) -> Bool {
    guard position < text.count else { return false }
    if text[position] < 0x80 { return WordFolding.asciiLetter(text[position]) != 0 }
    if case .letter(let bytes) = character(at: position).0 { return !bytes.isEmpty }
    return false
  }

  /// The length of an apostrophe, straight or typographic (U+2019); nil if there is none.
  private func apostrophe(at position: Int) -> Int? {
    if text[position] == UInt8(ascii: "'") { return 1 }
    guard position + 2 < text.count, text[position] == 0xE2, text[position + 1] == 0x80,
      text[position + 2] == 0x99
    else { return nil }
    return 3
  }

  private func isCapital(at position: Int) -> Bool {
    let byte = text[position]
    if byte < 0x80 { return byte &- UInt8(ascii: "A") < 26 }
    return WordFolding.isUpperCase(text.scalar(at: position).scalar)
  }
}
