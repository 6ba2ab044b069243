import Text

/// The words of a text in lower case with one blank between: what titles and blocks are compared by here.
struct NormalizedWords: Hashable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  /// The words of a text. `joinsAtQuotes`: without its quotation marks, so that `Can't` and `Can’t` are the same.
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

  /// The words of a title, which is the same with other quotation marks or none.
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

  /// There are no words.
  var isEmpty: Bool { bytes.isEmpty }

  /// The words one by one.
  var words: [ArraySlice<UInt8>] { bytes.split(separator: 0x20) }

  /// Whether other words stand in these, one after another. For titles: it compares at each place.
  func contains(_ other: NormalizedWords) -> Bool {
    guard bytes.count >= other.bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      other.bytes.withUnsafeBufferPointer { other in
        (0...bytes.count - other.count).contains { bytes.dropping(first: $0).hasPrefix(other) }
      }
    }
  }
}
