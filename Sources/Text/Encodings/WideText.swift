/// UTF-16 and UTF-32, with or without a byte order mark.
enum WideText {
  /// The encoding and the length of its byte order mark.
  struct Form {
    var encoding: TextEncoding
    var mark: Int
  }

  /// Detects the form by the byte order mark, or by zeros at the beginning; nil for a text that is neither.
  static func form(_ bytes: UnsafeBufferPointer<UInt8>) -> Form? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return Form(encoding: .utf32LE, mark: 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return Form(encoding: .utf32BE, mark: 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return Form(encoding: .utf16LE, mark: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return Form(encoding: .utf16BE, mark: 2) }
    return unmarked(UnsafeBufferPointer(rebasing: bytes.prefix(512))).map { Form(encoding: $0, mark: 0) }
  }

  private static func unmarked(_ sample: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard sample.count >= 4, sample.contains(byte: 0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 4] += 1 }
    let quarter = sample.count / 4
    // In UTF-32, one of four bytes is never used, and another one hardly ever.
    if quarter >= 4, zeros[3] == quarter, zeros[2] * 10 >= quarter * 9, zeros[0] == 0 { return .utf32LE }
    if quarter >= 4, zeros[0] >= quarter, zeros[1] * 10 >= quarter * 9, zeros[3] == 0 { return .utf32BE }
    // The zeros of spaces and line ends are on one side; a few Chinese characters have a zero on the other.
    let isLittle = zeros[1] + zeros[3] >= zeros[0] + zeros[2]
    for isBigEndian in [!isLittle, isLittle] where isText(sample, isBigEndian: isBigEndian) {
      return isBigEndian ? .utf16BE : .utf16LE
    }
    return nil
  }

  /// Whether nearly all units of a sample are typical of text: letters of the scripts below U+0700, of India and
  /// Southeast Asia, kana, Hangul and Chinese characters, and no control characters.
  private static func isText(_ sample: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> Bool {
    let units = sample.count / 2
    guard units >= 2 else { return false }
    var (likely, pairs) = (0, 0)
    for index in 0..<units {
      let unit = unit(sample, index * 2, isBigEndian)
      let isPair =
        (0x20..<0x7F).contains(unit >> 8) && (unit & 0xFF == 0x0A || (0x20..<0x7F).contains(unit & 0xFF))
      if isPair, unit >> 8 != 0x30 { pairs += 1 }
      switch unit {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x06FF, 0x0900...0x11FF, 0x1E00...0x20FF, 0x3000...0x30FF,
        0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF00...0xFFEF:
        likely += 1
      default: break
      }
    }
    // Two ASCII letters read as one unit are a Chinese character, too.
    return likely * 100 >= units * 95 && pairs * 2 < units
  }

  // MARK: To UTF-8

  /// The whole text as UTF-8, and how many of its units are not characters. A character truncated by the end of the
  /// file is omitted.
  static func utf8(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding
  ) -> (text: [UInt8], undecodable: Int) {
    switch encoding {
    case .utf32LE: utf32(bytes, isBigEndian: false)
    case .utf32BE: utf32(bytes, isBigEndian: true)
    default: utf16(bytes, isBigEndian: encoding == .utf16BE)
    }
  }

  private static func unit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ isBigEndian: Bool
  ) -> UInt32 {
    let (high, low) = isBigEndian ? (0, 1) : (1, 0)
    return UInt32(bytes[position + high]) << 8 | UInt32(bytes[position + low])
  }

  private static func utf32(
    _ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool
  ) -> (text: [UInt8], undecodable: Int) {
    var undecodable = 0
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count + 4) { output, count in
      for position in stride(from: 0, to: bytes.count - 3, by: 4) {
        let (first, second) = (unit(bytes, position, isBigEndian), unit(bytes, position + 2, isBigEndian))
        let scalar = Unicode.Scalar(isBigEndian ? first << 16 | second : second << 16 | first)
        if scalar == nil { undecodable += 1 }
        count = output.writeUTF8(scalar?.value ?? 0xFFFD, at: count)
      }
    }
    return (text, undecodable)
  }

  private static func utf16(
    _ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool
  ) -> (text: [UInt8], undecodable: Int) {
    let units = bytes.count / 2
    var undecodable = 0
    let text = [UInt8](unsafeUninitializedCapacity: units * 3) { output, count in
      var index = 0
      while index < units {
        var value = unit(bytes, index * 2, isBigEndian)
        index += 1
        if (0xD800...0xDFFF).contains(value) {
          let next = index < units ? unit(bytes, index * 2, isBigEndian) : 0
          if value < 0xDC00, (0xDC00...0xDFFF).contains(next) {
            value = 0x10000 + (value - 0xD800) << 10 + (next - 0xDC00)
            index += 1
          } else if value < 0xDC00, index == units {
            break  // The end of the file cuts this character.
          } else {
            value = 0xFFFD
            undecodable += 1
          }
        }
        count = output.writeUTF8(value, at: count)
      }
    }
    return (text, undecodable)
  }
}
