import Text

/// Assembles text as displayed by a browser: references are decoded, any run of white space becomes one blank, and
/// there are no blanks at the ends. The content of `pre` retains its blanks and lines.
struct LineText {
  /// Everything assembled so far, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The beginning of the current text.
  private(set) var start = 0
  /// A blank or a line end to be written if more text follows.
  private var pending: UInt8?

  /// Whether the current text is empty.
  var isEmpty: Bool { bytes.count == start }

  /// The current text.
  var string: String { String(decoding: bytes[start...], as: UTF8.self) }

  /// Ends the current text and begins the next one.
  /// - Returns: the range of the finished text.
  mutating func next() -> ByteRange {
    while let last = bytes.last, bytes.count > start, last <= 0x20 { bytes.removeLast() }
    defer {
      start = bytes.count
      pending = nil
    }
    return start..<bytes.count
  }

  /// The number of characters in a range of the text.
  func characterCount(_ range: ByteRange) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let text = bytes.slice(range)
      return text.isASCII ? text.count : text.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }
  }

  /// Adds a blank, if it is preceded and followed by text.
  mutating func appendBlank() {
    if pending == nil { pending = 0x20 }
  }

  /// Adds a line end, if it is preceded and followed by text.
  mutating func appendLineEnd() { pending = 0x0A }

  /// Appends HTML without tags.
  /// - Returns: the number of characters, without blanks at its ends.
  @discardableResult
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var position = 0
    var count = 0
    while position < text.count {
      let byte = text[position]
      if byte <= 0x20 {
        appendBlank()
        position += 1
      } else if byte == UInt8(ascii: "&"), let match = CharacterReferences.match(at: position, in: text) {
        position += match.length
        append(scalar: match.value, &count)
      } else if byte == UInt8(ascii: "<"), let end = LineText.endOfTag(at: position, in: text) {
        appendBlank()
        position = end
      } else if let (width, isBlank) = LineText.special(at: position, in: text) {
        if isBlank { appendBlank() }
        position += width
      } else {
        writePending(&count)
        let end = LineText.endOfWords(from: position, in: text, &count)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<end]))
        position = end
      }
    }
    return count
  }

  /// Appends HTML without tags verbatim, with its blanks and lines.
  /// - Returns: the number of characters.
  mutating func appendPreformatted(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes.count
    var position = 0
    var count = 0
    if !isEmpty { writePending(&count) }
    pending = nil
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "&"), let match = CharacterReferences.match(at: position, in: text) {
        CharacterReferences.append(match.value, to: &bytes)
        position += match.length
        continue
      }
      position += 1
      // A blank at the beginning indents the first line; an empty line at the beginning is dropped.
      if byte == 0x0D || byte == 0x0A && isEmpty { continue }
      bytes.append(byte)
    }
    return characterCount(first..<bytes.count)
  }

  private mutating func append(scalar value: UInt32, _ count: inout Int) {
    switch value {
    case 0...0x20, 0xA0: appendBlank()
    case 0xAD, 0x200B, 0xFEFF: break
    default:
      writePending(&count)
      CharacterReferences.append(value, to: &bytes)
      count += 1
    }
  }

  /// Writes the pending blank now that text follows; it is counted if it is between counted characters.
  @inline(__always)
  private mutating func writePending(_ count: inout Int) {
    guard let blank = pending else { return }
    pending = nil
    guard !isEmpty else { return }
    bytes.append(blank)
    if count > 0 { count += 1 }
  }

  /// The end of a run of words separated by single blanks, in which each byte is displayed unchanged.
  @inline(__always)
  private static func endOfWords(from start: Int, in text: UnsafeBufferPointer<UInt8>, _ count: inout Int)
    -> Int
  {
    var position = start
    repeat {
      let simple = simpleCount(text.eightBytes(at: position))
      if simple > 1 {
        count += simple
        position += simple
        continue
      }
      if text[position] & 0xC0 != 0x80 { count += 1 }
      position += 1
    } while position < text.count
      && (isPlain(text[position])
        || text[position] == 0x20 && position + 1 < text.count && isPlain(text[position + 1]))
    return position
  }

  /// The number of leading bytes of eight that are ASCII displayed unchanged, with single blanks between them; 0 if
  /// there are any others. A blank at the end is excluded, because another one may follow.
  @inline(__always)
  private static func simpleCount(_ bytes: UInt64) -> Int {
    let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // If the highest bit of any byte is set, one of them needs closer inspection.
    func anyZero(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes }
    let others =
      bytes | (bytes &- 0x20 &* ones) | anyZero(bytes ^ 0x26 &* ones) | anyZero(bytes ^ 0x3C &* ones)
    guard others & high == 0 else { return 0 }
    let blanks = ~((bytes ^ 0x20 &* ones) &+ 0x7F &* ones) & high
    guard blanks & blanks >> 8 == 0 else { return 0 }
    return blanks >> 63 == 0 ? 8 : 7
  }

  /// Whether a byte is neither a blank nor the beginning of something that needs closer inspection.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    // Letters are tested first, because they are most frequent.
    byte &- 0x40 < 0x40
      || byte > 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != 0xC2 && byte != 0xE2
        && byte != 0xEF
  }

  /// The length of a no-break space, which is a blank, or of a character that is not visible: a soft hyphen, a zero
  /// width space, a byte order mark.
  private static func special(
    at position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (width: Int, isBlank: Bool)? {
    func next(_ offset: Int) -> UInt8 { position + offset < text.count ? text[position + offset] : 0 }
    return switch text[position] {
    case 0xC2 where next(1) == 0xA0: (2, true)
    case 0xC2 where next(1) == 0xAD: (2, false)
    case 0xE2 where next(1) == 0x80 && next(2) == 0x8B: (3, false)
    case 0xEF where next(1) == 0xBB && next(2) == 0xBF: (3, false)
    default: nil
    }
  }

  /// Tags occur in text only in the rest of a page that has too many nodes (``HTMLTreeBuilder/mostNodes``).
  private static func endOfTag(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard position + 1 < text.count else { return nil }
    let next = text[position + 1]
    guard ASCII.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
      return nil
    }
    return text.firstIndex(ofByte: UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? text.count
  }
}
