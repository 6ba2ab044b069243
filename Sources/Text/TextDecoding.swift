/// Turns the bytes of a file into UTF-8, whatever they were saved in.
///
/// UTF-8 with or without a byte order mark, UTF-16 of either order with a mark or recognizable by its zero
/// bytes, and Windows-1252 (which holds all printable Latin-1) where a text is no UTF-8 at all. Where most of
/// a text is UTF-8, its stray bytes become U+FFFD.
public enum TextDecoding {
  /// A text as UTF-8.
  public enum Result {
    /// The bytes are UTF-8 as they stand, from an offset (past the mark) to an end (before a truncated character).
    case utf8(Range<Int>)
    /// The text in UTF-8, and how many runs of bytes became U+FFFD because they were no text.
    case converted([UInt8], undecodable: Int)
  }

  /// No page is nearly so long; lines keep their places in 32 bits, also after a conversion.
  public static let longestText = 512 << 20

  /// Decodes a file's bytes, at most ``longestText`` of them.
  public static func decode(_ file: UnsafeBufferPointer<UInt8>) -> Result {
    let bytes = UnsafeBufferPointer(rebasing: file.prefix(longestText))
    if bytes.hasPrefix("\u{FEFF}") {
      return utf8(bytes, from: 3)
    }
    if let order = utf16Order(bytes) { return utf16(bytes, isBigEndian: order == .big) }
    return utf8(bytes, from: 0)
  }

  /// Whether bytes are something else than text: zero bytes that are no UTF-16, and neither a stray one nor the padding
  /// that a power cut leaves behind a text.
  public static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
    return sample.contains(byte: 0) && utf16Order(bytes) == nil && !isTextWithZeros(sample)
  }

  /// A text has few zeros but at its end, and no other control characters than those that move on. Less than a line
  /// proves nothing.
  private static func isTextWithZeros(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = (sample.lastIndex { $0 != 0 } ?? -1) + 1
    let text = sample[..<end].filter { $0 != 0 }
    let hasControls = text.contains { $0 < 0x07 || (0x0E...0x1A).contains($0) || (0x1C...0x1F).contains($0) }
    guard text.count >= 32, !hasControls, (end - text.count) * 32 <= end else { return false }
    return text.withUnsafeBufferPointer {
      UTF8Check.isValid(UnsafeBufferPointer(rebasing: $0.dropLast(truncatedBytes($0, from: 0))))
    }
  }

  // MARK: UTF-8

  private static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Result {
    let whole = start..<bytes.count - truncatedBytes(bytes, from: start)
    let text = UnsafeBufferPointer(rebasing: bytes[whole])
    if UTF8Check.isValid(text) { return hasOldLineEnds(text) ? newLines(text) : .utf8(whole) }
    let counts = sequences(text)
    if counts.valid < counts.invalid { return windows1252(text) }
    return .converted(Array(String(decoding: text, as: UTF8.self).utf8), undecodable: counts.invalid)
  }

  /// Carriage returns alone end the lines of a text without any newline.
  private static func hasOldLineEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(byte: 0x0A) && bytes.contains(byte: 0x0D)
  }

  private static func newLines(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    .converted(bytes.map { $0 == 0x0D ? 0x0A : $0 }, undecodable: 0)
  }

  /// The bytes of a character that the end of the file truncates: a lead byte with too few after it.
  private static func truncatedBytes(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    for back in 1...3 where bytes.count - back >= start {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte > 0xF4 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }

  /// How many characters of several bytes there are, and how many runs of bytes that are none.
  private static func sequences(_ bytes: UnsafeBufferPointer<UInt8>) -> (valid: Int, invalid: Int) {
    var counts = (valid: 0, invalid: 0)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar.value >= 0x80 { counts.valid += 1 }
      case .error: counts.invalid += 1
      case .emptyInput: return counts
      }
    }
  }

  // MARK: Windows-1252

  /// The characters of 0x80…0x9F, a control character where there is none. After the WHATWG Encoding
  /// Standard, "index-windows-1252".
  private static let windows1252High: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3) { output, count in
      for byte in bytes {
        let value = (0x80...0x9F).contains(byte) ? UInt32(windows1252High[Int(byte) - 0x80]) : UInt32(byte)
        count = output.writeUTF8(value, at: count)
      }
    }
    return .converted(text, undecodable: 0)
  }

  // MARK: UTF-16

  private enum ByteOrder {
    case little, big
  }

  /// By the mark, or by zeros in every other byte of the beginning: most of them in Latin text, and at least
  /// those of spaces and line ends in the other scripts below U+0F00.
  private static func utf16Order(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteOrder? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return .little }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return .big }
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(512))
    guard sample.contains(byte: 0) else { return nil }
    var (zeros, low) = ([0, 0], [0, 0])
    for (index, byte) in sample.enumerated() where byte < 0x0F {
      low[index % 2] += 1
      if byte == 0 { zeros[index % 2] += 1 }
    }
    let half = sample.count / 2
    func isHighByte(_ parity: Int) -> Bool {
      zeros[1 - parity] == 0
        && (zeros[parity] * 10 > half * 6 || (zeros[parity] > 1 && low[parity] * 10 > half * 9))
    }
    return isHighByte(1) ? .little : isHighByte(0) ? .big : nil
  }

  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> Result {
    let hasMark = bytes.prefix(2).elementsEqual([0xFF, 0xFE]) || bytes.prefix(2).elementsEqual([0xFE, 0xFF])
    let units = (bytes.count - (hasMark ? 2 : 0)) / 2
    let (high, low) = isBigEndian ? (0, 1) : (1, 0)
    func unit(_ index: Int) -> UInt32 {
      let position = (hasMark ? 2 : 0) + index * 2
      return UInt32(bytes[position + high]) << 8 | UInt32(bytes[position + low])
    }
    var lone = 0
    let text = [UInt8](unsafeUninitializedCapacity: units * 3) { output, count in
      var index = 0
      while index < units {
        var value = unit(index)
        index += 1
        if (0xD800...0xDFFF).contains(value) {
          let next = index < units ? unit(index) : 0
          if value < 0xDC00, (0xDC00...0xDFFF).contains(next) {
            value = 0x10000 + (value - 0xD800) << 10 + (next - 0xDC00)
            index += 1
          } else if value < 0xDC00, index == units {
            break  // The end of the file cuts this character.
          } else {
            value = 0xFFFD
            lone += 1
          }
        }
        count = output.writeUTF8(value, at: count)
      }
    }
    return .converted(text, undecodable: lone)
  }
}
