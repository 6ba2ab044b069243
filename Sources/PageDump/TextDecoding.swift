/// Turns the bytes of a file into UTF-8, whatever they were saved in.
///
/// UTF-8 with or without a byte order mark, UTF-16 of either order with a mark or recognizable by its zero bytes,
/// and Windows-1252 (which holds all printable Latin-1) where a text is no UTF-8 at all. Where most of a text is
/// UTF-8, its stray bytes become U+FFFD.
enum TextDecoding {
  enum Result {
    /// The bytes are UTF-8 as they stand, from an offset (past the mark) to an end (before a cut character).
    case utf8(ByteRange)
    case converted([UInt8], undecodable: Int)
  }

  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    if bytes.hasPrefix("\u{FEFF}") {
      return utf8(bytes, from: 3)
    }
    if let order = utf16Order(bytes) { return utf16(bytes, isBigEndian: order == .big) }
    return utf8(bytes, from: 0)
  }

  /// Whether bytes are something else than text: zero bytes that are no UTF-16.
  static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    utf16Order(bytes) == nil && bytes.prefix(4096).contains(0)
  }

  // MARK: UTF-8

  private static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Result {
    let whole = start..<bytes.count - cutBytes(bytes, from: start)
    let text = UnsafeBufferPointer(rebasing: bytes[whole])
    if isASCII(text) || isValid(text) { return .utf8(whole) }
    let counts = sequences(text)
    if counts.valid < counts.invalid { return windows1252(text) }
    return .converted(Array(String(decoding: text, as: UTF8.self).utf8), undecodable: counts.invalid)
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 64 <= raw.count {
      let block = raw.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt64>.self)
      if block.wrappedOr & 0x8080_8080_8080_8080 != 0 { return false }
      position += 64
    }
    return raw[position...].allSatisfy { $0 < 0x80 }
  }

  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// The bytes of a character that the end of the file cuts: a lead byte with too few behind it.
  private static func cutBytes(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    for back in 1...3 where bytes.count - back >= start {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
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

  /// The characters of 0x80…0x9F; 0 where there is none. After the WHATWG Encoding Standard, "index-windows-1252".
  private static let windows1252High: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    let units = bytes.map { (0x80...0x9F).contains($0) ? windows1252High[Int($0) - 0x80] : UInt16($0) }
    return .converted(Array(String(decoding: units, as: UTF16.self).utf8), undecodable: 0)
  }

  // MARK: UTF-16

  private enum ByteOrder {
    case little, big
  }

  /// By the mark, or by zeros in every other byte of the beginning, as Latin text has them.
  private static func utf16Order(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteOrder? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return .little }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return .big }
    let sample = bytes.prefix(256)
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = sample.count / 2
    if zeros[1] * 10 > half * 6, zeros[0] == 0 { return .little }
    if zeros[0] * 10 > half * 6, zeros[1] == 0 { return .big }
    return nil
  }

  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> Result {
    let hasMark = bytes.prefix(2).elementsEqual([0xFF, 0xFE]) || bytes.prefix(2).elementsEqual([0xFE, 0xFF])
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var lone = 0
    var decoder = UTF16()
    var iterator = units.makeIterator()
    var text = String.UnicodeScalarView()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .error:
        lone += 1
        text.append("\u{FFFD}")
      case .emptyInput: break decoding
      }
    }
    return .converted(Array(String(text).utf8), undecodable: lone)
  }
}

extension SIMD8<UInt64> {
  fileprivate var wrappedOr: UInt64 {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1]
  }
}
