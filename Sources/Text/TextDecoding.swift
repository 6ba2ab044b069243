/// Converts the bytes of a file to UTF-8 from any supported encoding.
///
/// A byte order mark takes precedence. Otherwise a text that is entirely valid UTF-8 is read as UTF-8, whatever it
/// declares: programs that save pages convert them without changing their declarations. Otherwise the declared encoding
/// is used, as in browsers. Without one, if most of a text is UTF-8, its invalid bytes become U+FFFD; for all other
/// texts the encoding is guessed.
public enum TextDecoding {
  /// A text as UTF-8.
  public enum Result {
    /// The bytes already are UTF-8, from an offset (past the byte order mark) to an end (before a truncated character).
    case utf8(Range<Int>)
    /// The text in UTF-8, how many undecodable runs of bytes became U+FFFD, and its original encoding.
    case converted([UInt8], undecodable: Int, TextSource)
  }

  /// The maximum length. No page is nearly this long, and positions fit in 32 bits, even after a conversion.
  public static let longestText = 512 << 20

  /// Decodes a file's bytes, at most ``longestText`` of them.
  /// - Parameters:
  ///   - file: the bytes.
  ///   - declared: the encoding declared for them; evaluated only if needed.
  /// - Returns: the text.
  public static func decode(
    _ file: UnsafeBufferPointer<UInt8>, declared: () -> TextEncoding? = { nil }
  ) -> Result {
    let bytes = UnsafeBufferPointer(rebasing: file.prefix(longestText))
    if bytes.hasPrefix("\u{FEFF}") { return utf8(bytes, from: 3, declared: { nil }) }
    if let form = WideText.form(bytes) {
      let (text, undecodable) = WideText.utf8(bytes.dropping(first: form.mark), form.encoding)
      return .converted(
        text, undecodable: undecodable, TextSource(encoding: form.encoding, isGuessed: form.mark == 0))
    }
    return utf8(bytes, from: 0, declared: declared)
  }

  /// Whether bytes are not text: they contain zero bytes that are neither UTF-16, nor stray, nor the padding that a
  /// power failure leaves after a text.
  public static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
    return sample.contains(byte: 0) && WideText.form(bytes) == nil && !isTextWithZeros(sample)
  }

  /// A text has few zeros except at its end, and no control characters other than common ones such as line breaks and
  /// tabs. Less than a line proves nothing.
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

  private static func utf8(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, declared: () -> TextEncoding?
  ) -> Result {
    let hasMark = start > 0
    let whole = start..<bytes.count - truncatedBytes(bytes, from: start)
    let text = UnsafeBufferPointer(rebasing: bytes[whole])
    if UTF8Check.isValid(text) {
      if !hasMark, let mail = japaneseMail(text, declared) { return mail }
      return hasOldLineEnds(text) ? newLines(text) : .utf8(whole)
    }
    if let encoding = declared(), let read = converted(text, TextSource(encoding: encoding, isGuessed: false))
    {
      return read
    }
    let counts = sequences(text)
    if !hasMark, counts.valid < counts.invalid {
      let guess = TextSource(encoding: EncodingGuess.encoding(of: text), isGuessed: true)
      if let read = converted(text, guess) { return read }
    }
    let repaired = Array(String(decoding: text, as: UTF8.self).utf8)
    return .converted(
      repaired, undecodable: counts.invalid, .utf8)
  }

  /// Nil for UTF-8.
  private static func converted(_ text: UnsafeBufferPointer<UInt8>, _ source: TextSource) -> Result? {
    LegacyText.utf8(text, source.encoding).map { .converted($0.text, undecodable: $0.undecodable, source) }
  }

  /// ISO-2022-JP, which is valid ASCII if its escape sequences are not interpreted.
  private static func japaneseMail(
    _ text: UnsafeBufferPointer<UInt8>, _ declared: () -> TextEncoding?
  ) -> Result? {
    let head = UnsafeBufferPointer(rebasing: text.prefix(16_384))
    guard head.contains(byte: 0x1B), ISO2022JPDecoder.isLikely(head), !head.contains(where: { $0 >= 0x80 })
    else { return nil }
    return converted(text, TextSource(encoding: .iso2022JP, isGuessed: declared() != .iso2022JP))
  }

  /// Whether lines end with carriage returns alone: the text contains no newline.
  private static func hasOldLineEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(byte: 0x0A) && bytes.contains(byte: 0x0D)
  }

  private static func newLines(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    .converted(
      bytes.map { $0 == 0x0D ? 0x0A : $0 }, undecodable: 0, .utf8)
  }

  /// The number of bytes of a character truncated by the end of the file: a lead byte with too few bytes after it.
  private static func truncatedBytes(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    for back in 1...3 where bytes.count - back >= start {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte > 0xF4 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }

  /// The number of multibyte characters, and of runs of bytes that are not characters.
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
}
