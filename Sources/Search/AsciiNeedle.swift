import Text

/// A word of ASCII letters and digits, searched for without splitting the text into words: most words of most texts are
/// never examined.
///
/// It agrees with ``Words`` in everything: a word that is written with other characters (`Café` for `cafe`) is split
/// off wherever such a character occurs.
struct AsciiNeedle: Sendable {
  private let word: [UInt8]
  /// The positions of its two rarest letters, which are searched for together; the same position twice for a word of
  /// one letter.
  private let rare: (first: Int, last: Int)
  /// The exact spelling to match; nil for any case.
  private let spelling: [UInt8]?
  /// Whether it also matches longer words that begin with it.
  private let isPrefix: Bool

  /// Nil for a word with other characters.
  init?(_ word: [UInt8], spelling: [UInt8]? = nil, isPrefix: Bool = false) {
    guard word.count < Words.longest, word.allSatisfy({ $0 < 0x80 }) else { return nil }
    (self.word, self.spelling, self.isPrefix) = (word, spelling, isPrefix)
    let rarest = word.indices.sorted { AsciiNeedle.rarity(word[$0]) > AsciiNeedle.rarity(word[$1]) }.prefix(2)
    rare = (rarest.min() ?? 0, rarest.max() ?? 0)
  }

  /// Letters from the most frequent to the rarest in English (Lewand, Cryptological Mathematics, 2000).
  private static let usual = Array("etaoinshrdlcumwfgypbvkjxqz".utf8)

  private static func rarity(_ letter: UInt8) -> Int { usual.firstIndex(of: letter) ?? usual.count / 2 }

  /// Whether it may be in a UTF-8 file: a file without it need not be parsed. `isPlain`: the file has no
  /// letters outside ASCII (see `PageParser.isPlain`).
  func mayMatch(_ file: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> Bool {
    var isFound = false
    var done = 0
    visitCandidates(in: file, isPlain: isPlain) { place in
      guard place >= done else { return true }
      let run = AsciiNeedle.run(around: place, in: file)
      done = run.upperBound
      isFound = count(inRun: run, of: file) > 0
      return !isFound
    }
    return isFound
  }

  /// How often it occurs in a text.
  func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var done = 0
    visitCandidates(in: text) { place in
      guard place >= done else { return true }
      let run = AsciiNeedle.run(around: place, in: text)
      done = run.upperBound
      count += self.count(inRun: run, of: text)
      return true
    }
    return count
  }

  private func count(inRun run: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    let run = UnsafeBufferPointer(rebasing: text[run])
    Words.visit(run) { found in
      if found.bytes.isWord(word, spelling, isPrefix: isPrefix, writtenAs: run[found.range]) { count += 1 }
    }
    return count
  }

  /// The range of bytes around a position that contains no ASCII word separators.
  private static func run(around place: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (place, place + 1)
    while start > 0, isInside(text[start - 1]) { start -= 1 }
    while end < text.count, isInside(text[end]) { end += 1 }
    return start..<end
  }

  private static func isInside(_ byte: UInt8) -> Bool { byte >= 0x80 || WordFolding.asciiLetter(byte) != 0 }

  /// Visits each occurrence of the word in ASCII, regardless of its context, and each character of other scripts, until
  /// the visitor stops.
  private func visitCandidates(
    in text: UnsafeBufferPointer<UInt8>, isPlain: Bool = false, _ visitor: (Int) -> Bool
  ) {
    let raw = UnsafeRawBufferPointer(text)
    let letters = (EightBytes.all(word[rare.first]), EightBytes.all(word[rare.last]))
    let distance = rare.last - rare.first
    var position = 0
    while position + distance + 32 <= raw.count {
      let bytes = raw.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
      let others = raw.loadUnaligned(fromByteOffset: position + distance, as: SIMD4<UInt64>.self)
      let pairs = EightBytes.pairs(bytes, letters.0, others, letters.1)
      let hits = isPlain ? pairs : pairs | EightBytes.beginnings(bytes)
      let half = hits.lowHalf | hits.highHalf
      if half[0] | half[1] != 0 {
        guard check(hits[0], at: position, in: text, visitor),
          check(hits[1], at: position + 8, in: text, visitor),
          check(hits[2], at: position + 16, in: text, visitor),
          check(hits[3], at: position + 24, in: text, visitor)
        else { return }
      }
      position += 32
    }
    while position < raw.count {
      if !check(position, in: text, visitor) { return }
      position += 1
    }
  }

  /// Checks each byte of eight whose upper bit is set in `hits`.
  @inline(__always)
  private func check(
    _ hits: UInt64, at position: Int, in text: UnsafeBufferPointer<UInt8>, _ visitor: (Int) -> Bool
  ) -> Bool {
    var hits = hits
    while hits != 0 {
      if !check(position + hits.trailingZeroBitCount / 8, in: text, visitor) { return false }
      hits &= hits - 1
    }
    return true
  }

  @inline(__always)
  private func check(_ place: Int, in text: UnsafeBufferPointer<UInt8>, _ visitor: (Int) -> Bool) -> Bool {
    let byte = text[place]
    if byte >= 0x80 { return AsciiNeedle.isForeign(place, in: text) ? visitor(place) : true }
    let start = place - rare.first
    guard WordFolding.asciiLetter(byte) == word[rare.first], start >= 0, start + word.count <= text.count
    else {
      return true
    }
    let isWord = word.indices.allSatisfy { WordFolding.asciiLetter(text[start + $0]) == word[$0] }
    return isWord ? visitor(start) : true
  }

  /// The first byte of a character that may be a letter: any character except the spaces, dashes and quotation marks
  /// from U+2000 to U+203F and the no-break space.
  private static func isForeign(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let byte = text[place]
    guard byte >= 0xC0, place + 1 < text.count else { return false }
    let next = text[place + 1]
    return !(byte == 0xE2 && next == 0x80) && !(byte == 0xC2 && next == 0xA0)
  }
}

/// Eight bytes in one number: arithmetic on all of them at once (Mycroft's test for a zero byte, 1987; in Warren,
/// Hacker's Delight, 6-1).
private enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let upperBits: UInt64 = 0x8080_8080_8080_8080

  /// A byte repeated eight times.
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// Sets the upper bit of each byte that is the first letter if the byte of `others` is the second. May report false
  /// positives; callers verify.
  @inline(__always)
  static func pairs(
    _ bytes: SIMD4<UInt64>, _ first: UInt64, _ others: SIMD4<UInt64>, _ second: UInt64
  ) -> SIMD4<UInt64> {
    let difference = (bytes ^ SIMD4(repeating: first)) | (others ^ SIMD4(repeating: second))
    // Without the bit 0x20, upper and lower case are equal.
    let folded = difference & SIMD4(repeating: ~all(0x20))
    return (folded &- SIMD4(repeating: ones)) & ~folded & SIMD4(repeating: upperBits)
  }

  /// Sets the upper bit of each byte that begins a non-ASCII character: the next lower bit distinguishes it from
  /// continuation bytes.
  @inline(__always)
  static func beginnings(_ bytes: SIMD4<UInt64>) -> SIMD4<UInt64> {
    bytes & (bytes &+ bytes) & SIMD4(repeating: upperBits)
  }
}
