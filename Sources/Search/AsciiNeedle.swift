/// One word of ASCII letters and digits, looked for without taking the text apart: most words of most texts are not
/// even looked at.
///
/// It agrees with ``Words`` in everything: a word that is written with other characters (`Café` for `cafe`) is taken
/// apart where such a character stands.
struct AsciiNeedle: Sendable {
  private let word: [UInt8]
  /// The place of its least usual letter, which is looked for first.
  private let rare: Int
  /// As it must be written; nil: in any case.
  private let spelling: [UInt8]?
  /// Words that begin with it count, too.
  private let isPrefix: Bool

  /// Nil for a word of other letters.
  init?(_ word: [UInt8], spelling: [UInt8]? = nil, isPrefix: Bool = false) {
    guard word.count < Words.longest, word.allSatisfy({ $0 < 0x80 }) else { return nil }
    (self.word, self.spelling, self.isPrefix) = (word, spelling, isPrefix)
    rare = word.indices.max { AsciiNeedle.rarity(word[$0]) < AsciiNeedle.rarity(word[$1]) } ?? 0
  }

  /// Letters from the most usual to the least (in English; after Lewand, Cryptological Mathematics, 2000).
  private static let usual = Array("etaoinshrdlcumwfgypbvkjxqz".utf8)

  private static func rarity(_ letter: UInt8) -> Int { usual.firstIndex(of: letter) ?? usual.count / 2 }

  /// Whether it stands in a file, or may: one without it need not be parsed. A file that is not UTF-8 may have
  /// anything in it.
  func mayBe(in file: UnsafeBufferPointer<UInt8>) -> Bool {
    guard file.count > 1, file[0] != 0, file[1] != 0 else { return true }
    var isFound = false
    var done = 0
    visitCandidates(in: file) { place in
      guard place >= done else { return true }
      if file[place] >= 0x80, Words.scalar(in: file, at: place).0 == "\u{FFFD}" {
        isFound = true
        return false
      }
      let run = AsciiNeedle.run(around: place, in: file)
      done = run.upperBound
      isFound = count(inRun: run, of: file) > 0
      return !isFound
    }
    return isFound
  }

  /// How often it stands in a text.
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
      if found.bytes.isWord(word, spelling, mayGoOn: isPrefix, writtenAs: run[found.range]) { count += 1 }
    }
    return count
  }

  /// The bytes around a place without anything of ASCII between words.
  private static func run(around place: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (place, place + 1)
    while start > 0, isInside(text[start - 1]) { start -= 1 }
    while end < text.count, isInside(text[end]) { end += 1 }
    return start..<end
  }

  private static func isInside(_ byte: UInt8) -> Bool { byte >= 0x80 || WordFolding.asciiLetter(byte) != 0 }

  /// Visits each place where the word stands in ASCII, whatever is around it, and each character of other scripts,
  /// until the visitor has enough.
  private func visitCandidates(in text: UnsafeBufferPointer<UInt8>, _ visitor: (Int) -> Bool) {
    let raw = UnsafeRawBufferPointer(text)
    let letter = UInt64(word[rare]) &* EightBytes.ones
    var position = 0
    while position + 32 <= raw.count {
      let bytes = raw.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
      let hits = EightBytes.hits(bytes, letter)
      if hits[0] | hits[1] | hits[2] | hits[3] != 0 {
        for lane in 0..<4 where !check(hits[lane], at: position + lane * 8, in: text, visitor) { return }
      }
      position += 32
    }
    while position < raw.count {
      if !check(position, in: text, visitor) { return }
      position += 1
    }
  }

  /// Checks each byte of eight whose upper bit is set in `hits`.
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

  /// - Returns: false when the visitor has enough.
  private func check(_ place: Int, in text: UnsafeBufferPointer<UInt8>, _ visitor: (Int) -> Bool) -> Bool {
    let byte = text[place]
    if byte >= 0x80 { return AsciiNeedle.isForeign(place, in: text) ? visitor(place) : true }
    let start = place - rare
    guard WordFolding.asciiLetter(byte) == word[rare], start >= 0, start + word.count <= text.count else {
      return true
    }
    let isWord = word.indices.allSatisfy { WordFolding.asciiLetter(text[start + $0]) == word[$0] }
    return isWord ? visitor(start) : true
  }

  /// A byte of a character that may be a letter, or of none: all but the spaces, dashes and quotation marks of
  /// U+2000 to U+203F, the no-break space, and the bytes after the first of a character.
  private static func isForeign(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let byte = text[place]
    if byte < 0xC0 { return !isContinuation(place, in: text) }
    guard place + 1 < text.count else { return true }
    let next = text[place + 1]
    return !(byte == 0xE2 && next == 0x80) && !(byte == 0xC2 && next == 0xA0)
  }

  private static func isContinuation(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    for distance in 1...3 where place >= distance {
      let byte = text[place - distance]
      if byte >= 0xC0 { return distance < (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) }
      if byte < 0x80 { return false }
    }
    return false
  }
}

/// Eight bytes in one number: arithmetic on all of them at once (Mycroft's test for a zero byte, 1987; in Warren,
/// Hacker's Delight, 6-1).
private enum EightBytes {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let upperBits: UInt64 = 0x8080_8080_8080_8080

  /// Sets the upper bit of each byte that may be a letter, small or capital, and of each that is not ASCII. Now and
  /// then that of another one.
  static func hits(_ bytes: SIMD4<UInt64>, _ letter: UInt64) -> SIMD4<UInt64> {
    // Setting the bit 0x20 of a capital makes it small.
    let difference = (bytes | SIMD4(repeating: ones &* 0x20)) ^ SIMD4(repeating: letter)
    return ((difference &- SIMD4(repeating: ones)) & ~difference | bytes) & SIMD4(repeating: upperBits)
  }
}
