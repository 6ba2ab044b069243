import Glibc

extension TextSketch {
  /// The number of bytes searched for sentence ends: what follows only affects the closing.
  private static let sampledBytes = 1 << 16
  /// A text with fewer bytes is short: its words are sampled, too.
  private static let shortBytes = 1_536
  /// The maximum number of bytes searched for the opening and for the closing, in case of many spaces, for example.
  private static let edgeBytes = 2_048
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
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { letters in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: text.count) { starts in
        let (letterCount, wordCount) = SketchLetter.fold(text, into: letters, starts: starts)
        let all = UnsafeBufferPointer(rebasing: letters[..<letterCount])
        guard letterCount > 0 else { return }
        setOpening(all.prefix(TextSketch.openingLetters))
        setClosing(all.suffix(TextSketch.closingLetters).reversed())
        setWords(all, UnsafeBufferPointer(rebasing: starts[..<wordCount]))
      }
    }
  }

  /// Reads the opening and closing of a long text.
  private mutating func readEdges(_ text: UnsafeBufferPointer<UInt8>) {
    var letters: InlineArray<64, UInt8> = .init(repeating: 0)
    var (index, count) = (0, 0)
    var end = min(text.count, TextSketch.edgeBytes)
    while index < end, count < TextSketch.openingLetters {
      letters[count] = SketchLetter.folded(text, at: &index)
      count += letters[count] == 0 ? 0 : 1
    }
    guard count > 0 else { return }
    setOpening((0..<count).lazy.map { letters[$0] })
    (index, count) = (text.count, 0)
    end = max(0, text.count - TextSketch.edgeBytes)
    while index > end, count < TextSketch.closingLetters {
      index -= 1
      letters[count] = SketchLetter.folded(text, at: index)
      count += letters[count] == 0 ? 0 : 1
    }
    setClosing((0..<count).lazy.map { letters[$0] })
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
  private mutating func setWords(
    _ letters: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt16>
  ) {
    var samples = SketchSamples()
    for start in starts where Int(start) + TextSketch.wordLetters <= letters.count {
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

  var bytes: SketchBytes {
    var bytes = SketchBytes()
    for index in 0..<16 where least[index] != .max {
      bytes.set(index, max(1, UInt8(truncatingIfNeeded: least[index])))
    }
    return bytes
  }
}

/// Letters as a sketch compares them.
private enum SketchLetter {
  /// An ASCII letter in lower case or a digit; 0 for the rest.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    let letter = byte | 0x20
    return letter &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 ? letter : 0
  }

  /// The letter at an index, which is advanced past it; 0 for anything that is ignored.
  @inline(__always)
  static func folded(_ text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt8 {
    index += 1
    return folded(text, at: index - 1)
  }

  /// The letter that a byte is part of; 0 for anything that is ignored.
  @inline(__always)
  static func folded(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8 {
    let byte = text[index]
    return byte < 0x80 ? ascii(byte) : isMark(text, at: index) ? 0 : byte
  }

  /// Writes the letters of a text, and the indices of those at which words begin.
  /// - Parameters:
  ///   - text: the text, short enough for 16-bit indices.
  ///   - letters: a buffer for as many letters as the text has bytes.
  ///   - starts: a buffer of the same size for the starts of words.
  /// - Returns: the number of letters and words.
  static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into letters: UnsafeMutableBufferPointer<UInt8>,
    starts: UnsafeMutableBufferPointer<UInt16>
  ) -> (letters: Int, words: Int) {
    var (letterCount, wordCount) = (0, 0)
    var isInWord = false
    for index in text.indices {
      let letter = folded(text, at: index)
      let isLetter = letter != 0
      // Always written, but counted only if it is a letter: a branch here would be unpredictable.
      letters[letterCount] = letter
      starts[wordCount] = UInt16(truncatingIfNeeded: letterCount)
      wordCount += isLetter && !isInWord ? 1 : 0
      letterCount += isLetter ? 1 : 0
      isInWord = isLetter
    }
    return (letterCount, wordCount)
  }

  /// Whether a byte belongs to a quotation mark, a dash, a space or another sign of U+0080 to U+00BF, U+2000 to U+203F
  /// or U+3000 to U+303F. Works for any of its bytes, so that a text can be read from either end.
  static func isMark(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var lead = index
    while lead > 0, index - lead < 3, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    switch text[lead] {
    case 0xC2: return true
    case 0xE2, 0xE3: return lead + 1 < text.count && text[lead + 1] == 0x80
    default: return false
    }
  }

  /// The position of the next letter, searching only a few bytes.
  @inline(__always)
  static func next(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    let last = min(end, start + 12)
    while index < last {
      let byte = base[index]
      if byte < 0x80 {
        if ascii(byte) != 0 { return index }
        index += 1
      } else if byte == 0xE2 {
        index += 3
      } else {
        return index
      }
    }
    return nil
  }

  /// Eight bytes, with capitals converted to lower case.
  @inline(__always)
  static func load(_ start: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian | 0x2020_2020_2020_2020
  }
}
