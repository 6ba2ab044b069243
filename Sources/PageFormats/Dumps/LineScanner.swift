import Text

/// Determines the traits of a line in one pass over its bytes.
struct LineScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let words = FurnitureWords.shared
  /// The hashes of the stems of all lines so far. A stem is the first five letters of a word of at least four, or a
  /// pair of Chinese characters.
  private let stems: UnsafeMutableBufferPointer<UInt32>
  /// The number of stems so far.
  private(set) var stemCount = 0

  private let alphabets = Letters.alphabets
  private var found = Findings()

  /// What has been found in the current line.
  private struct Findings {
    /// The position of the first word.
    var firstWord = Int.max
    /// The number of bytes that continue a character.
    var continuations = 0
    var dense = 0
    var key: UInt64 = 0
    var commas = 0
    var sentences = 0
    var meaning: FurnitureWords.Meaning = []
    var isDated = false
    var hasDigits = false
    /// The line has three dots, or an ellipsis character.
    var hasDots = false
    /// The line has `©` or `(c)`.
    var hasCopyright = false
  }

  /// - Parameters:
  ///   - text: the text of all lines.
  ///   - stems: room for ``mostStems(in:)`` stems.
  init(_ text: UnsafeBufferPointer<UInt8>, stems: UnsafeMutableBufferPointer<UInt32>) {
    (self.text, self.stems) = (text, stems)
  }

  /// The maximum number of stems in a text, and room for a word that is none: each stem takes at least three bytes.
  static func mostStems(in text: UnsafeBufferPointer<UInt8>) -> Int { text.count / 3 + 2 }

  /// Sets the traits of a line, except those that depend on other lines.
  /// - Returns: whether the line has a word.
  mutating func scan(_ line: inout DumpLine) -> Bool {
    let end = Int(line.end)
    found = Findings()
    line.firstStem = Int32(stemCount)
    var position = Int(line.start)
    while position < end {
      let byte = text[position]
      if byte == 0x20 {
        position += 1
      } else if ASCII.isLetter(byte) {
        position = scanWord(from: position, to: end)
      } else {
        position = scanSign(byte, at: position, to: end)
      }
    }
    line.stemCount = Int32(stemCount) - line.firstStem
    LineScanner.set(&line, found, in: text)
    return found.firstWord < end
  }

  private static func set(
    _ line: inout DumpLine, _ found: Findings, in text: UnsafeBufferPointer<UInt8>
  ) {
    line.size = Int32(clamping: line.range.count - found.continuations + 2 * found.dense)
    line.key = found.key
    line.commas = UInt16(clamping: found.commas)
    line.sentences = UInt8(found.sentences)
    let bytes = text.slice(line.range)
    if LineEnding.endsSentence(bytes) { line.traits.insert(.ends) }
    if found.hasDots, LineEnding.breaksOff(bytes) { line.traits.insert(.teases) }
    if line.size < 80, found.isDated || found.meaning.contains(.time) { line.traits.insert(.dated) }
    if found.meaning.contains(.furniture) || found.hasCopyright { line.traits.insert(.furniture) }
    if found.hasDigits { line.traits.insert(.digits) }
    if found.meaning.contains(.picture) { line.traits.insert(.picture) }
    guard line.size < 120 else { return }
    let start = text.slice(min(found.firstWord, Int(line.end))..<Int(line.end))
    let opening = LineOpening(of: start)
    if opening.contains(.between) { line.traits.insert(.between) }
    let beginsWithSign = found.hasCopyright && (bytes.hasPrefix("©") || bytes.hasPrefix("(c)"))
    if beginsWithSign || opening.isAfterStory(start) { line.traits.insert(.after) }
  }

  /// Handles a byte that is neither a blank nor an ASCII letter.
  /// - Returns: the position after what was read.
  private mutating func scanSign(_ byte: UInt8, at position: Int, to end: Int) -> Int {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): found.commas += 1
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      if found.sentences < 3, text.startsSentence(after: position + 1, before: end) { found.sentences += 1 }
      if position + 2 < end, text[position + 1] == 0x2E, text[position + 2] == 0x2E { found.hasDots = true }
    case UInt8(ascii: "("):
      if position + 2 < end, text[position + 1] | 0x20 == UInt8(ascii: "c"),
        text[position + 2] == UInt8(ascii: ")")
      {
        found.hasCopyright = true
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x5F: return scanMixedWord(from: position, to: end)
    case 0x80...: return scanOther(at: position, to: end)
    default: break
    }
    return position + 1
  }

  /// Handles a character outside ASCII that does not continue a word.
  private mutating func scanOther(at position: Int, to end: Int) -> Int {
    let (value, length) = character(at: position)
    if lowercased(value) != nil { return scanMixedWord(from: position, to: end) }
    found.continuations += length - 1
    switch Unicode.Scalar(value) {
    case "…": found.hasDots = true
    case "©": found.hasCopyright = true
    case "،", "、", "，", "；", "：": found.commas += 1
    case "。", "！", "？": found.sentences = min(3, found.sentences + 1)
    default: break
    }
    return position + length
  }

  /// Handles a run of letters, digits and underscores that begins with an ASCII letter, and a sign after it.
  /// - Returns: the position after them, and after a blank that follows.
  @inline(__always)
  private mutating func scanWord(from start: Int, to end: Int) -> Int {
    let first = ASCIILetters(text, at: start)
    let product = LineScanner.product(first.packed)
    var (hash, position) = (product, start + first.count)
    if first.count == 8 { (hash, position) = LineScanner.longWord(product, from: position, in: text) }
    let next: UInt8 = position < end ? text[position] : 0x20
    if next != 0x20, isWord(next, at: position) { return scanMixedWord(from: start, to: end) }
    // Whether it has a stem is random, and a branch would be mispredicted: the stem is written in any case.
    stems[stemCount] = StemRun.hash(first)
    stemCount += position - start >= 4 ? 1 : 0
    addToKey(hash, start)
    if words.mayHaveMeaning(product) { addMeaning(of: start..<position, first.packed, before: end) }
    if next == 0x20 { return position + 1 }
    position = scanSign(next, at: position, to: end)
    return position + (position < end && text[position] == 0x20 ? 1 : 0)
  }

  /// Reads the rest of a word of at least eight letters.
  private static func longWord(
    _ product: UInt64, from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (hash: UInt64, end: Int) {
    var (hash, position) = (product, start)
    while true {
      let letters = ASCIILetters(text, at: position)
      hash = LineScanner.hash(hash, adding: letters.packed)
      position += letters.count
      if letters.count < 8 { return (hash, position) }
    }
  }

  /// Whether a byte that is neither a blank nor an ASCII letter continues a word.
  @inline(__always)
  private func isWord(_ byte: UInt8, at position: Int) -> Bool {
    byte >= 0x80
      ? lowercased(character(at: position).value) != nil : ASCII.isDigit(byte) || byte == 0x5F
  }

  /// Handles a word that also has characters other than ASCII letters.
  private mutating func scanMixedWord(from start: Int, to end: Int) -> Int {
    var position = start
    var (hash, packed) = (UInt64(1), PackedWord())
    var stem = StemRun()
    var hasLetters = false
    scanning: while position < end {
      let byte = text[position]
      if ASCII.isLetter(byte) {
        let lower = UInt32(byte | 0x20)
        hash = LineScanner.hash(hash, adding: UInt64(lower))
        packed.append(lower)
        stem.add(lower)
        hasLetters = true
        position += 1
      } else if byte >= 0x80 {
        let (value, length) = character(at: position)
        guard let lower = lowercased(value) else { break scanning }
        hash = LineScanner.hash(hash, adding: UInt64(lower))
        packed.append(lower)
        if let pair = stem.add(lower) { addStem(pair) }
        if Letters.isDense(lower) { found.dense += 1 }
        hasLetters = true
        position += length
        found.continuations += length - 1
      } else if ASCII.isDigit(byte) || byte == 0x5F {
        hash = LineScanner.hash(hash, adding: byte == 0x5F ? 0x5F : 0x30)
        packed.append(UInt32(byte))
        if let whole = stem.end() { addStem(whole) }
        hasLetters = hasLetters || byte == 0x5F
        found.hasDigits = found.hasDigits || byte != 0x5F
        position += 1
      } else {
        break
      }
    }
    if let whole = stem.end() { addStem(whole) }
    addToKey(hash, start)
    if hasLetters {
      addMeaning(of: start..<position, packed.value, before: end)
    } else {
      found.isDated = found.isDated || text.isTime(start..<position, before: end)
    }
    return position
  }

  /// A character that is not ASCII; those of most alphabets are decoded here.
  @inline(__always)
  private func character(at position: Int) -> (value: UInt32, length: Int) {
    let next = position + 1 < text.count ? text[position + 1] : 0
    if (0xC2...0xDF).contains(text[position]), next & 0xC0 == 0x80 {
      return (UInt32(text[position] & 0x1F) << 6 | UInt32(next & 0x3F), 2)
    }
    let (scalar, length) = text.scalar(at: position)
    return (scalar.value, length)
  }

  /// A letter, digit or underscore in lower case; nil for any other character.
  @inline(__always)
  private func lowercased(_ value: UInt32) -> UInt32? {
    guard value < 0x800 else { return Letters.isWord(value) ? Letters.lowercased(value) : nil }
    let lower = alphabets[Int(value)]
    return lower == 0 ? nil : UInt32(lower)
  }

  private mutating func addMeaning(of word: ByteRange, _ packed: UInt64, before end: Int) {
    let meaning = words.meaning(packed, length: word.count)
    if !meaning.contains(.phrase) {
      found.meaning.formUnion(meaning)
    } else if words.goesOn(packed, text.slice(word.upperBound..<end)) {
      found.meaning.insert(.furniture)
    }
  }

  @inline(__always)
  private mutating func addStem(_ hash: UInt32) {
    stems[stemCount] = hash
    stemCount += 1
  }

  @inline(__always)
  private mutating func addToKey(_ hash: UInt64, _ start: Int) {
    found.firstWord = min(found.firstWord, start)
    found.key = LineScanner.hash(found.key, adding: hash)
  }

  @inline(__always)
  private static func hash(_ hash: UInt64, adding value: UInt64) -> UInt64 {
    let product = product(hash ^ value)
    return product ^ product >> 29
  }

  @inline(__always)
  static func product(_ value: UInt64) -> UInt64 { value &* 0x9E37_79B9_7F4A_7C15 }
}
