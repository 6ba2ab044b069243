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
      let byte = text[position]
      if ASCII.isLetter(byte) || byte == 0x20 {
        position += 1
        if byte == 0x20 {
          isBetween = true
        } else {
          if isBetween, !bytes.isEmpty { bytes.append(0x20) }
          isBetween = false
          bytes.append(byte | 0x20)
        }
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
