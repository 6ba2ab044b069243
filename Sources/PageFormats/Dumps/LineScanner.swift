import Text

/// Determines the traits of a line in one pass over its bytes.
struct LineScanner {
  let text: UnsafeBufferPointer<UInt8>
  private let words = FurnitureWords.shared
  private let classes = LineScanner.classes
  /// The numbers of the stems, in order of first occurrence.
  private var numbers: HashNumbers
  private var line: Int32 = 0
  /// The stems of all lines by number. A stem is the first five letters of a word of at least four, or a pair of
  /// Chinese characters.
  private(set) var stems: [Int32] = []
  /// The number of distinct stems.
  var stemCount: Int { numbers.count }

  // State of the current line.
  /// The number of bytes that continue a character.
  private var continuations = 0
  private var dense = 0
  private var key: UInt64 = 0
  private var hasWords = false
  private var commas = 0
  private var sentences = 0
  private var meaning: FurnitureWords.Meaning = []
  private var isDated = false
  private var hasDigits = false
  /// The line has three dots, or an ellipsis character.
  private var hasDots = false
  /// The line has `©` or `(c)`.
  private var hasCopyright = false

  private enum Class: UInt8 {
    case other, letter, digit, underscore, comma, stop, parenthesis, more
  }

  private static let classes: [Class] = (0...255).map { value in
    let byte = UInt8(value)
    return switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: "("): .parenthesis
    case 0x5F: .underscore
    case 0x80...: .more
    default: ASCII.isLetter(byte) ? .letter : ASCII.isDigit(byte) ? .digit : .other
    }
  }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    stems.reserveCapacity(text.count / 8)
    numbers = HashNumbers(capacity: text.count / 20)
  }

  /// Sets the traits of a line, except those that depend on other lines.
  /// - Returns: whether the line has a word.
  mutating func scan(_ line: inout DumpLine) -> Bool {
    (continuations, dense, key, hasWords, commas, sentences) = (0, 0, 0, false, 0, 0)
    (meaning, isDated, hasDigits, hasDots, hasCopyright) = ([], false, false, false, false)
    self.line += 1
    line.firstStem = Int32(stems.count)
    let end = Int(line.end)
    var position = Int(line.start)
    while position < end {
      let byte = text[position]
      // Most bytes are in one of these classes, and a branch is predicted better than an indirect jump.
      if byte == 0x20 {
        position += 1
        continue
      }
      if ASCII.isLetter(byte) {
        position = scanWord(from: position, to: end)
        continue
      }
      switch classes[Int(byte)] {
      case .digit, .underscore: position = scanMixedWord(from: position, to: end)
      case .comma:
        commas += 1
        position += 1
      case .stop:
        position += 1
        if sentences < 3, startsSentence(after: position, before: end) { sentences += 1 }
        if position + 1 < end, text[position] == 0x2E, text[position + 1] == 0x2E { hasDots = true }
      case .parenthesis:
        position += 1
        if position + 1 < end, text[position] | 0x20 == UInt8(ascii: "c"),
          text[position + 1] == UInt8(ascii: ")")
        {
          hasCopyright = true
        }
      case .letter, .other: position += 1
      case .more: position = scanOther(at: position, to: end)
      }
    }
    finish(&line)
    return hasWords
  }

  private func finish(_ line: inout DumpLine) {
    line.stemCount = Int32(stems.count) - line.firstStem
    line.size = Int32(clamping: line.range.count - continuations + 2 * dense)
    line.key = key
    line.commas = UInt16(clamping: commas)
    line.sentences = UInt8(sentences)
    let bytes = text.slice(line.range)
    if LineEnding.endsSentence(bytes) { line.traits.insert(.ends) }
    if hasDots, LineEnding.breaksOff(bytes) { line.traits.insert(.teases) }
    if line.size < 80, isDated || meaning.contains(.time) { line.traits.insert(.dated) }
    if meaning.contains(.furniture) || hasCopyright { line.traits.insert(.furniture) }
    if hasDigits { line.traits.insert(.digits) }
    if meaning.contains(.picture) { line.traits.insert(.picture) }
    guard line.size < 120 else { return }
    let start = bytes.dropping(first: bytes.firstWord())
    let opening = LineOpening(of: start)
    if opening.contains(.between) { line.traits.insert(.between) }
    if opening.isAfterStory(start) || bytes.hasPrefix("©") || bytes.hasPrefix("(c)") {
      line.traits.insert(.after)
    }
  }

  /// Handles a character outside ASCII that does not continue a word.
  private mutating func scanOther(at position: Int, to end: Int) -> Int {
    let (scalar, length) = text.scalar(at: position)
    if Letters.isWord(scalar.value) { return scanMixedWord(from: position, to: end) }
    continuations += length - 1
    switch scalar {
    case "…": hasDots = true
    case "©": hasCopyright = true
    case "،", "、", "，", "；", "：": commas += 1
    case "。", "！", "？": sentences = min(3, sentences + 1)
    default: break
    }
    return position + length
  }

  /// Handles a run of letters, digits and underscores.
  /// - Returns: the position of its end.
  @inline(__always)
  private mutating func scanWord(from start: Int, to end: Int) -> Int {
    let first = ASCIILetters(text, at: start)
    var (last, hash, position) = (first, first.packed, start + first.count)
    while last.count == 8 {
      last = ASCIILetters(text, at: position)
      hash = LineScanner.hash(hash, adding: last.packed)
      position += last.count
    }
    if position < end, isWord(at: position) { return scanMixedWord(from: start, to: end) }
    if position - start >= 4 { addStem(StemRun.hash(first)) }
    addWord(start..<position, hash, first.packed, to: end)
    return position
  }

  @inline(__always)
  private func isWord(at position: Int) -> Bool {
    let byte = text[position]
    if byte == 0x20 { return false }
    return byte >= 0x80
      ? Letters.isWord(text.scalar(at: position).scalar.value) : ASCII.isDigit(byte) || byte == 0x5F
  }

  /// Handles a word that also has characters other than ASCII letters.
  private mutating func scanMixedWord(from start: Int, to end: Int) -> Int {
    var position = start
    var (hash, packed) = (UInt64(1), PackedWord())
    var stem = StemRun()
    var hasLetters = false
    scanning: while position < end {
      let byte = text[position]
      switch classes[Int(byte)] {
      case .letter:
        let lower = UInt32(byte | 0x20)
        hash = LineScanner.hash(hash, adding: UInt64(lower))
        packed.append(lower)
        stem.add(lower)
        hasLetters = true
        position += 1
      case .digit, .underscore:
        hash = LineScanner.hash(hash, adding: byte == 0x5F ? 0x5F : 0x30)
        packed.append(UInt32(byte))
        if let whole = stem.end() { addStem(whole) }
        hasLetters = hasLetters || byte == 0x5F
        hasDigits = hasDigits || byte != 0x5F
        position += 1
      case .more:
        let (scalar, length) = text.scalar(at: position)
        guard Letters.isWord(scalar.value) else { break scanning }
        let lower = Letters.lowercased(scalar.value)
        hash = LineScanner.hash(hash, adding: UInt64(lower))
        packed.append(lower)
        if let pair = stem.add(lower) { addStem(pair) }
        if Letters.isDense(lower) { dense += 1 }
        hasLetters = true
        position += length
        continuations += length - 1
      default: break scanning
      }
    }
    if let whole = stem.end() { addStem(whole) }
    if hasLetters {
      addWord(start..<position, hash, packed.value, to: end)
    } else {
      addToKey(hash)
      isDated = isDated || isTime(start..<position, before: end)
    }
    return position
  }

  @inline(__always)
  private mutating func addWord(_ word: ByteRange, _ hash: UInt64, _ packed: UInt64, to end: Int) {
    addToKey(hash)
    let found = words.meaning(packed, length: word.count)
    guard !found.isEmpty else { return }
    if !found.contains(.phrase) {
      meaning.formUnion(found)
    } else if words.goesOn(packed, text.slice(word.upperBound..<end)) {
      meaning.insert(.furniture)
    }
  }

  /// Each word counts once per line.
  @inline(__always)
  private mutating func addStem(_ hash: UInt64) {
    if let number = numbers.number(of: hash, on: line) { stems.append(number) }
  }

  @inline(__always)
  private mutating func addToKey(_ hash: UInt64) {
    hasWords = true
    key = LineScanner.hash(key, adding: hash)
  }

  @inline(__always)
  private static func hash(_ hash: UInt64, adding value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
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

  /// Whether another sentence follows a full stop: closing quotation marks, a blank, then any text.
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
