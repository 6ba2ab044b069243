/// Sanitizes text from a page, so that no other layer has to.
///
/// Removes control characters (C0, DEL, C1), whole escape sequences (CSI, OSC, DCS, APC, PM, SOS, also in their
/// one-byte forms, and unterminated ones), bidirectional embeddings and overrides (UAX #9), isolates that are not
/// closed, invisible characters that hide or reorder text, and more combining marks than any script uses. Tabs and
/// Unicode's line ends become spaces. Visible text is not changed.
public enum TextSanitizer {
  /// The maximum number of combining marks on one character: more than any script uses.
  static let combiningMarkLimit = 8

  /// The sanitized form of some text.
  public static func clean(_ text: String) -> String {
    var text = text
    return text.withUTF8 { clean($0) }
  }

  /// The same for a text of several lines, which remain separated by `\n`.
  public static func cleanLines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { clean(String($0)) }.joined(separator: "\n")
  }

  /// The sanitized form of UTF-8 bytes.
  public static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if HarmlessRun.end(in: bytes, from: 0) == bytes.count { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the sanitized form of valid UTF-8 to `output`: harmless runs at once, the rest scalar by scalar.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var cleaner = SequenceCleaner(after: output)
    var position = 0
    while position < bytes.count {
      if cleaner.isInText {
        let end = HarmlessRun.end(in: bytes, from: position)
        if end > position {
          cleaner.append(UnsafeBufferPointer(rebasing: bytes[position..<end]), to: &output)
          position = end
          continue
        }
      }
      let (scalar, length) = bytes.scalar(at: position)
      cleaner.add(scalar.value, to: &output)
      position += length
    }
    cleaner.finish(to: &output)
    cleaner.balanceIsolates(in: &output)
  }
}

/// Runs of UTF-8 that need no sanitizing: most of any page.
private enum HarmlessRun {
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      if position + 8 <= bytes.count, areHarmless(bytes, eightFrom: position) {
        position += 8
        continue
      }
      let byte = bytes[position]
      if byte < 0x80 {
        guard byte >= 0x20, byte != 0x7F else { break }
        position += 1
        continue
      }
      let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard position + width <= bytes.count else { break }
      guard isHarmless(byte, bytes[position + 1], width > 2 ? bytes[position + 2] : 0) else { break }
      position += width
    }
    return position
  }

  /// Whether eight bytes are all ASCII without controls: the highest bit of each byte says whether it is not.
  private static func areHarmless(_ bytes: UnsafeBufferPointer<UInt8>, eightFrom start: Int) -> Bool {
    let block = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let isDeleteOrBeyond = block | (block &+ 0x0101_0101_0101_0101)
    return (isDeleteOrBeyond | (block &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0
  }

  /// Decides by lead byte, so that Latin, Cyrillic, Greek, Arabic, CJK, Hangul, dashes and quotation marks pass;
  /// characters in ranges with marks, fillers or controls are examined as scalars.
  private static func isHarmless(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xC2: second >= 0xA0 && second != 0xAD
    case 0xC3...0xCB, 0xCE...0xD1, 0xD3...0xD5, 0xDA: true
    case 0xD8: second >= 0xA0  // U+0620 and on: letters
    // Around the vowel marks U+064B…U+065F and U+0670.
    case 0xD9: second < 0x8B || second > 0x9F && second != 0xB0
    case 0xDB: second < 0x96 || second > 0xAD  // around the marks U+06D6…U+06ED
    case 0xE2: second == 0x80 && (0x90...0xA7).contains(third)
    case 0xE3: !isJapaneseMark(second, third) && second != 0x85
    case 0xE4...0xE9, 0xEB, 0xEC: true
    case 0xED: second < 0x9E  // before the joining jamo U+D7B0 and on
    default: false
    }
  }

  /// U+302A…U+302F, U+3099 and U+309A.
  private static func isJapaneseMark(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? third >= 0xAA && third <= 0xAF : second == 0x82 && (third == 0x99 || third == 0x9A)
  }
}
