import Text

/// Puts together text as a browser shows it: references replaced, white space of any kind and number one blank,
/// none at the ends. What `pre` holds keeps its blanks and lines.
struct LineText {
  /// All that was put together, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where the present text begins.
  private(set) var start = 0
  /// A blank or a line end that is written when something follows.
  private var pending: UInt8?

  /// Whether the present text has nothing yet.
  var isEmpty: Bool { bytes.count == start }

  /// The present text.
  var string: String { String(decoding: bytes[start...], as: UTF8.self) }

  /// Ends the present text and begins another one behind it.
  /// - Returns: the range of the text that ended.
  mutating func next() -> ByteRange {
    while let last = bytes.last, bytes.count > start, last <= 0x20 { bytes.removeLast() }
    defer {
      start = bytes.count
      pending = nil
    }
    return start..<bytes.count
  }

  /// How many characters UTF-8 has.
  static func characterCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// A blank, where something stands before and follows.
  mutating func appendBlank() {
    if pending == nil { pending = 0x20 }
  }

  /// A line end, where something stands before and follows.
  mutating func appendLineEnd() { pending = 0x0A }

  /// Appends HTML without tags.
  /// - Returns: how many characters that were, without blanks at its ends.
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
      } else if let width = LineText.blankWidth(at: position, in: text) {
        appendBlank()
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

  /// Appends HTML without tags as it stands, with its blanks and lines.
  /// - Returns: how many characters that were.
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
      // A blank at the beginning indents the first line; an empty line is none.
      if byte == 0x0D || byte == 0x0A && isEmpty { continue }
      bytes.append(byte)
    }
    return LineText.characterCount(bytes[first...])
  }

  private mutating func append(scalar value: UInt32, _ count: inout Int) {
    switch value {
    case 0...0x20, 0xA0, 0xAD, 0x200B, 0xFEFF: appendBlank()
    default:
      writePending(&count)
      CharacterReferences.append(value, to: &bytes)
      count += 1
    }
  }

  /// Writes the blank that something follows now; it counts between counted characters.
  @inline(__always)
  private mutating func writePending(_ count: inout Int) {
    guard let blank = pending else { return }
    pending = nil
    guard !isEmpty else { return }
    bytes.append(blank)
    if count > 0 { count += 1 }
  }

  /// The end of a run of words, with single blanks between, in which each byte is shown as it is.
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

  /// How many of eight bytes are ASCII that is shown as it is, with single blanks between; 0 where others are among them, and a
  /// blank that may be followed by another one is left.
  @inline(__always)
  private static func simpleCount(_ bytes: UInt64) -> Int {
    let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // Where the highest bit of any byte is set, one of them needs a closer look.
    func anyZero(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes }
    let others =
      bytes | (bytes &- 0x20 &* ones) | anyZero(bytes ^ 0x26 &* ones) | anyZero(bytes ^ 0x3C &* ones)
    guard others & high == 0 else { return 0 }
    let blanks = ~((bytes ^ 0x20 &* ones) &+ 0x7F &* ones) & high
    guard blanks & blanks >> 8 == 0 else { return 0 }
    return blanks >> 63 == 0 ? 8 : 7
  }

  /// Neither blank nor the beginning of something that needs a closer look.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    // Letters, most of any text, first.
    byte &- 0x40 < 0x40
      || byte > 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != 0xC2 && byte != 0xE2
        && byte != 0xEF
  }

  /// The length of a blank outside ASCII: a no-break space, a soft hyphen, a zero width space, a byte order mark.
  private static func blankWidth(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    func next(_ offset: Int) -> UInt8 { position + offset < text.count ? text[position + offset] : 0 }
    return switch text[position] {
    case 0xC2 where next(1) == 0xA0 || next(1) == 0xAD: 2
    case 0xE2 where next(1) == 0x80 && next(2) == 0x8B: 3
    case 0xEF where next(1) == 0xBB && next(2) == 0xBF: 3
    default: nil
    }
  }

  /// Only the rest of a page that has too many nodes has tags in its text (``HTMLTreeBuilder/mostNodes``).
  private static func endOfTag(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard position + 1 < text.count else { return nil }
    let next = text[position + 1]
    guard ASCII.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
      return nil
    }
    return text.firstIndex(ofByte: UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? text.count
  }
}
