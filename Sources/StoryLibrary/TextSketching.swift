import Glibc

extension TextSketch {
  /// The number of bytes searched for sentence ends: what follows only affects the closing.
  private static let sampledBytes = 1 << 16
  /// A text with fewer bytes is short: its words are sampled, too.
  private static let shortBytes = 1_536
  /// The maximum number of bytes searched for the opening and for the closing, in case of many spaces, for example.
  private static let edgeBytes = 2_048
  /// Almost always enough for the opening and the closing.
  private static let (openingGuess, closingGuess) = (128, 64)
  private static let closingLetters = 24
  /// The search for the next sentence end skips this many bytes. Two texts that differ earlier synchronize again,
  /// because sentence ends are rare.
  private static let stride = 48

  /// The sketch of a text in UTF-8, as it is in a page.
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    self = .none
    guard let base = text.baseAddress, !text.isEmpty else { return }
    if text.count < TextSketch.shortBytes { readShort(text) } else { readEdges(text) }
    if letterCount > 0 { readSentences(base, min(text.count, TextSketch.sampledBytes)) }
  }

  /// Reads all letters of a short text.
  private mutating func readShort(_ text: UnsafeBufferPointer<UInt8>) {
    SketchLetters.read(text, text.indices) { folded in
      guard !folded.letters.isEmpty else { return }
      setOpening(folded.letters.prefix(TextSketch.openingLetters))
      setClosing(folded.letters.suffix(TextSketch.closingLetters).reversed())
      setWords(folded)
    }
  }

  /// Reads the opening and closing of a long text: a small part of it almost always has enough letters.
  private mutating func readEdges(_ text: UnsafeBufferPointer<UInt8>) {
    let edge = TextSketch.edgeBytes
    if !readOpening(text, within: TextSketch.openingGuess) {
      _ = readOpening(text, within: edge, isLast: true)
    }
    guard letterCount > 0 else { return }
    if !readClosing(text, within: TextSketch.closingGuess) {
      _ = readClosing(text, within: edge, isLast: true)
    }
  }

  /// - Returns: false if there are too few letters in the first bytes, unless they are the last attempt.
  private mutating func readOpening(
    _ text: UnsafeBufferPointer<UInt8>, within byteCount: Int, isLast: Bool = false
  ) -> Bool {
    TextSketch.withLetters(text, 0..<min(byteCount, text.count)) { letters in
      guard isLast || letters.count >= TextSketch.openingLetters else { return false }
      if !letters.isEmpty { setOpening(letters.prefix(TextSketch.openingLetters)) }
      return true
    }
  }

  private mutating func readClosing(
    _ text: UnsafeBufferPointer<UInt8>, within byteCount: Int, isLast: Bool = false
  ) -> Bool {
    TextSketch.withLetters(text, max(0, text.count - byteCount)..<text.count) { letters in
      guard isLast || letters.count >= TextSketch.closingLetters else { return false }
      setClosing(letters.suffix(TextSketch.closingLetters).reversed())
      return true
    }
  }

  private static func withLetters<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    SketchLetters.read(text, range) { body($0.letters) }
  }

  private mutating func setOpening(_ letters: some Collection<UInt8>) {
    var hash: UInt32 = 0x811C_9DC5
    var count = 0
    for letter in letters {
      hash = (hash ^ UInt32(letter)) &* 0x0100_0193
      count += 1
      if count & 3 == 0 { opening.set(count / 4 - 1, TextSketch.byte(hash)) }
    }
    letterCount = UInt16(count)
    if count & 3 != 0 { closing = hash }
  }

  /// Includes the rest of the opening: the last letters of a text with fewer than four.
  private mutating func setClosing(_ lettersFromTheEnd: some Collection<UInt8>) {
    for letter in lettersFromTheEnd { closing = (closing ^ UInt32(letter)) &* 0x0100_0193 }
  }

  /// Sentence ends are `.`, or `。` in a text without it.
  private mutating func readSentences(_ base: UnsafePointer<UInt8>, _ count: Int) {
    var samples = SketchSamples()
    var running: UInt64 = 0
    var step = 0
    let isLatin = memchr(base, 0x2E, count) != nil
    let sign: Int32 = isLatin ? 0x2E : 0x82
    var position = 0
    while position < count, let found = memchr(base + position, sign, count - position) {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      position = index + 1
      guard isLatin || (index >= 2 && base[index - 1] == 0x80 && base[index - 2] == 0xE3) else { continue }
      guard let next = SketchLetter.next(base, position, count), next + 8 <= count else { continue }
      let before = index >= 8 ? SketchLetter.load(base + index - 8) : 0
      let hash = TextSketch.mixed(before, SketchLetter.load(base + next))
      samples.add(hash)
      running = (running ^ hash) &* 0x9E37_79B9_7F4A_7C15
      if sentenceCount < .max { sentenceCount += 1 }
      if step < 8, sentenceCount == TextSketch.chainSteps[step] {
        chain |= UInt64(TextSketch.byte(UInt32(truncatingIfNeeded: running >> 32))) << UInt64(8 * step)
        step += 1
      }
      position = index + TextSketch.stride
    }
    sentences = samples.bytes
  }

  private static let chainSteps: [UInt16] = [1, 2, 3, 5, 8, 16, 32, 64]

  private static let wordLetters = 12

  /// Samples each word with the letters that follow, twelve in total. A word begins with a letter that follows
  /// something else, so that a missing space between two sentences makes no difference.
  private mutating func setWords(_ folded: SketchLetters) {
    var samples = SketchSamples()
    let letters = folded.letters
    for start in folded.wordStarts where Int(start) + TextSketch.wordLetters <= letters.count {
      samples.add(TextSketch.hashOfWords(letters, from: Int(start)))
    }
    words = samples.bytes
  }

  @inline(__always)
  private static func hashOfWords(_ letters: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<start + wordLetters { hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01B3 }
    return mixed(hash, 0)
  }

  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var hash = (a &* 0x9E37_79B9_7F4A_7C15) ^ b
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }

  /// Never 0, which means none.
  private static func byte(_ hash: UInt32) -> UInt8 {
    max(1, UInt8(truncatingIfNeeded: (hash &* 0x9E37_79B1) >> 24))
  }
}

/// The minimum hashes of 16 classes.
private struct SketchSamples {
  private var least: InlineArray<16, UInt64> = .init(repeating: .max)

  mutating func add(_ hash: UInt64) {
    let index = Int(hash & 15)
    least[index] = min(least[index], hash >> 4)
  }

  var bytes: SketchBytes { SketchBytes(low: half(0), high: half(8)) }

  /// Without branches, because which classes are empty cannot be predicted.
  private func half(_ first: Int) -> UInt64 {
    var half: UInt64 = 0
    for index in 0..<8 {
      let hash = least[first + index]
      half |= (hash == .max ? 0 : max(1, hash & 0xFF)) << UInt64(8 * index)
    }
    return half
  }
}
