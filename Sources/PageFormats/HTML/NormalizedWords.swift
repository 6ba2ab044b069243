import Text

/// The words of a text in lower case, separated by single blanks: used for comparing titles and blocks.
struct NormalizedWords: Hashable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  /// The words of a text. `joinsAtQuotes`: quotation marks are removed, so that `Can't` and `Can’t` are equal.
  init(_ text: UnsafeBufferPointer<UInt8>, joinsAtQuotes: Bool = false) {
    bytes.reserveCapacity(text.count)
    var isBetween = false
    var position = 0
    while position < text.count {
      if text[position] == 0x20 {
        position += 1
        isBetween = true
        continue
      }
      let letters = ASCIILetters(text, at: position)
      if letters.count > 0 {
        if isBetween, !bytes.isEmpty { bytes.append(0x20) }
        isBetween = false
        withUnsafeBytes(of: letters.packed.littleEndian) {
          bytes.append(contentsOf: $0.prefix(letters.count))
        }
        position += letters.count
        continue
      }
      let (scalar, length) = text.scalar(at: position)
      position += length
      if !WordScalar.isWord(scalar) {
        isBetween = isBetween || !joinsAtQuotes || !NormalizedWords.isQuote(scalar)
        continue
      }
      if isBetween, !bytes.isEmpty { bytes.append(0x20) }
      isBetween = false
      if scalar.isASCII {
        bytes.append(ASCII.lowercased(UInt8(ascii: scalar)))
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  /// The words of a string.
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { NormalizedWords($0) }
  }

  /// The words of a title, without regard to quotation marks.
  init(comparing text: String) {
    var text = text
    self = text.withUTF8 { NormalizedWords($0, joinsAtQuotes: true) }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "\"", "`", "‘", "’", "“", "”": true
    default: false
    }
  }

  /// Whether there are no words.
  var isEmpty: Bool { bytes.isEmpty }

  /// The words one by one.
  var words: [ArraySlice<UInt8>] { bytes.split(separator: 0x20) }

  /// The triples of consecutive letters in these words.
  var letterTriples: LetterTriples { LetterTriples(of: bytes) }

  /// Whether these words contain others as a sequence. Intended for titles: it compares at every position.
  func contains(_ other: NormalizedWords) -> Bool {
    guard bytes.count >= other.bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      other.bytes.withUnsafeBufferPointer { other in
        (0...bytes.count - other.count).contains { bytes.dropping(first: $0).hasPrefix(other) }
      }
    }
  }
}

/// Which triples of consecutive ASCII letters a text has: a quick test whether another text may occur in it.
struct LetterTriples {
  /// One bit for each hash of a triple.
  private var bits = [UInt64](repeating: 0, count: 64)

  /// - Parameter words: the text in lower case.
  init(of words: [UInt8]) {
    words.withUnsafeBufferPointer { words in
      for position in words.indices.dropLast(2) {
        let place = LetterTriples.place(words.eightBytes(at: position))
        bits[place >> 6] |= 1 &<< UInt64(place)
      }
    }
  }

  /// Whether the text may contain the words of another one; true in case of doubt.
  func mayContain(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < other.count, other[position] < 0x80, !ASCII.isLetter(other[position]),
      !ASCII.isDigit(other[position]), other[position] != UInt8(ascii: "_")
    {
      position += 1
    }
    let letters = ASCIILetters(other, at: position)
    guard letters.count >= 3 else { return true }
    let place = LetterTriples.place(letters.packed)
    return bits[place >> 6] &>> UInt64(place) & 1 != 0
  }

  /// The place of the lowest three of eight bytes.
  private static func place(_ bytes: UInt64) -> Int {
    Int(((bytes & 0xFF_FFFF) &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}
