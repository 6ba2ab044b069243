import Text

/// Goes once over the bytes of a line and finds all that counts.
struct LineScanner {
  let text: UnsafeBufferPointer<UInt8>
  private let words = FurnitureWords.shared
  private let classes = LineScanner.classes
  /// The first five letters of words of at least four, and pairs of Chinese characters, as hashes.
  private(set) var stems: [UInt64] = []

  // What the current line has so far.
  private var characters = 0
  private var dense = 0
  private var key: UInt64 = 0
  private var commas = 0
  private var sentences = 0
  private var meaning: FurnitureWords.Meaning = []
  private var isDated = false

  private enum Class: UInt8 {
    case other, letter, digit, underscore, comma, stop, more
  }

  private static let classes: [Class] = (0...255).map { value in
    let byte = UInt8(value)
    return switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case 0x5F: .underscore
    case 0x80...: .more
    default: ASCII.isLetter(byte) ? .letter : ASCII.isDigit(byte) ? .digit : .other
    }
  }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    stems.reserveCapacity(text.count / 8)
  }

  /// Fills in what a line is, but for what other lines tell of it.
  /// - Returns: whether there is a word on it.
  mutating func scan(_ line: inout DumpLine) -> Bool {
    (characters, dense, key, commas, sentences) = (0, 0, FNV1a.offsetBasis, 0, 0)
    (meaning, isDated) = ([], false)
    line.firstStem = Int32(stems.count)
    let end = Int(line.end)
    var position = Int(line.start)
    while position < end {
      switch classes[Int(text[position])] {
      case .letter, .digit, .underscore: position = scanWord(from: position, to: end)
      case .comma:
        commas += 1
        (position, characters) = (position + 1, characters + 1)
      case .stop:
        if sentences < 3, startsSentence(after: position + 1, before: end) { sentences += 1 }
        (position, characters) = (position + 1, characters + 1)
      case .other: (position, characters) = (position + 1, characters + 1)
      case .more: position = scanOther(at: position, to: end)
      }
    }
    finish(&line)
    return key != FNV1a.offsetBasis
  }

  private mutating func finish(_ line: inout DumpLine) {
    removeDoubleStems(from: Int(line.firstStem))
    line.stemCount = Int32(stems.count) - line.firstStem
    line.size = Int32(clamping: characters + 2 * dense)
    line.key = key
    line.commas = UInt16(clamping: commas)
    line.sentences = UInt8(sentences)
    let bytes = text.slice(line.range)
    if LineEnding.endsSentence(bytes) { line.traits.insert(.ends) }
    if LineEnding.breaksOff(bytes) { line.traits.insert(.teases) }
    if line.size < 80, isDated || meaning.contains(.time) { line.traits.insert(.dated) }
    if meaning.contains(.furniture) || bytes.contains("©") || bytes.contains("(c)") || bytes.contains("(C)") {
      line.traits.insert(.furniture)
    }
    if meaning.contains(.picture) { line.traits.insert(.picture) }
    guard line.size < 120 else { return }
    let opening = bytes.dropping(first: bytes.firstWord())
    if LineOpenings.between.matches(opening) { line.traits.insert(.between) }
    if LineOpenings.isAfterStory(opening) || bytes.hasPrefix("©") || bytes.hasPrefix("(c)") {
      line.traits.insert(.after)
    }
  }

  /// A word counts once a line; short lists, so that no table is needed.
  private mutating func removeDoubleStems(from start: Int) {
    guard stems.count - start > 1 else { return }
    stems[start...].sort()
    var kept = start + 1
    for index in start + 1..<stems.count where stems[index] != stems[kept - 1] {
      stems[kept] = stems[index]
      kept += 1
    }
    stems.removeSubrange(kept...)
  }

  /// A character outside ASCII that does not continue a word.
  private mutating func scanOther(at position: Int, to end: Int) -> Int {
    let (scalar, length) = text.scalar(at: position)
    if Letters.isWord(scalar.value) { return scanWord(from: position, to: end) }
    characters += 1
    switch scalar {
    case "،", "、", "，", "；", "：": commas += 1
    case "。", "！", "？": sentences = min(3, sentences + 1)
    default: break
    }
    return position + length
  }

  /// A run of letters, digits and underscores.
  /// - Returns: where it ends.
  private mutating func scanWord(from start: Int, to end: Int) -> Int {
    var position = start
    var (hash, packed) = (FNV1a.offsetBasis, UInt64(0))
    var stem = StemRun()
    var hasLetters = false
    scanning: while position < end {
      let byte = text[position]
      switch classes[Int(byte)] {
      case .letter:
        let lower = byte | 0x20
        hash = FNV1a.hash(hash, adding: lower)
        if position - start < 8 { packed = packed << 8 | UInt64(lower) }
        stem.add(UInt32(lower))
        hasLetters = true
        position += 1
        characters += 1
      case .digit, .underscore:
        hash = FNV1a.hash(hash, adding: byte == 0x5F ? byte : 0x30)
        if position - start < 8 { packed = packed << 8 | UInt64(byte) }
        stem.end(&stems)
        hasLetters = hasLetters || byte == 0x5F
        position += 1
        characters += 1
      case .more:
        let (scalar, length) = text.scalar(at: position)
        guard Letters.isWord(scalar.value) else { break scanning }
        let lower = Letters.lowercased(scalar.value)
        hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
        packed = LineScanner.packed(packed, lower, room: 8 - (position - start))
        stem.add(lower, pairs: &stems)
        if Letters.isDense(lower) { dense += 1 }
        hasLetters = true
        position += length
        characters += 1
      default: break scanning
      }
    }
    stem.end(&stems)
    key = (key ^ hash) &* 0x9E37_79B9_7F4A_7C15
    key ^= key >> 29
    if hasLetters {
      meaning.formUnion(
        words.meaning(packed, length: position - start, before: text.slice(position..<end)))
    } else if !isDated {
      isDated = isTime(start..<position, before: end)
    }
    return position
  }

  /// Appends a character in UTF-8, as much of it as has room.
  private static func packed(_ packed: UInt64, _ value: UInt32, room: Int) -> UInt64 {
    var packed = packed
    let tails = value < 0x800 ? 1 : value < 0x10000 ? 2 : 3
    for byte in 0...tails where byte < room {
      let bits = UInt64(value >> UInt32(6 * (tails - byte)))
      let lead: UInt64 = tails == 1 ? 0xC0 : tails == 2 ? 0xE0 : 0xF0
      packed = packed << 8 | (byte == 0 ? lead | bits : 0x80 | bits & 0x3F)
    }
    return packed
  }

  /// Whether a run of digits is a year, or begins a time or a date: `2025`, `14:05`, `4/3/25`.
  private func isTime(_ digits: ByteRange, before end: Int) -> Bool {
    if digits.count == 4 {
      let century = (text[digits.lowerBound], text[digits.lowerBound + 1])
      if century == (0x31, 0x39) || century == (0x32, 0x30) { return true }
    }
    guard digits.upperBound < end else { return false }
    let separator = text[digits.upperBound]
    let second = digitsEnd(from: digits.upperBound + 1, to: end)
    let length = second - digits.upperBound - 1
    let isClock = separator == UInt8(ascii: ":") || separator == UInt8(ascii: ".")
    if isClock, digits.count <= 2, length == 2, !text.slice(0..<end).isWord(at: second) { return true }
    func isDateSeparator(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
    }
    guard isDateSeparator(separator), length == 1 || length == 2, second < end, isDateSeparator(text[second])
    else { return false }
    return digitsEnd(from: second + 1, to: end) - second - 1 >= 2
  }

  private func digitsEnd(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, ASCII.isDigit(text[position]) { position += 1 }
    return position
  }

  /// Whether another sentence follows a full stop: closing quotation marks, a blank, anything.
  private func startsSentence(after stop: Int, before end: Int) -> Bool {
    var position = stop
    while position < end {
      let byte = text[position]
      if byte == 0x22 || byte == 0x29 {
        position += 1
      } else if byte == 0xE2, position + 2 < end, text[position + 1] == 0x80,
        text[position + 2] == 0x99 || text[position + 2] == 0x9D
      {
        position += 3
      } else {
        break
      }
    }
    return position < end - 1 && text[position] == 0x20
  }
}

/// Letters in a row, and the hash of the first five.
private struct StemRun {
  private var hash = FNV1a.offsetBasis
  private var count = 0
  private var isIdeographic = false
  private var last: UInt32 = 0

  @inline(__always)
  mutating func add(_ letter: UInt32) {
    if count < 5 { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    count += 1
    last = 0
  }

  /// Of scripts without spaces, each two characters are a stem.
  mutating func add(_ letter: UInt32, pairs stems: inout [UInt64]) {
    let isPart = Letters.isIdeographic(letter)
    if count == 0 { isIdeographic = isPart }
    let before = last
    add(letter)
    guard isPart else { return }
    if before != 0 { stems.append(UInt64(before) << 32 | UInt64(letter)) }
    last = letter
  }

  @inline(__always)
  mutating func end(_ stems: inout [UInt64]) {
    if count >= 4, !isIdeographic { stems.append(hash) }
    self = StemRun()
  }
}
