/// The letters of a text as a sketch compares them, without anything else, and where its words begin.
struct SketchLetters {
  /// All letters: ASCII letters in lower case, digits, and the bytes of other letters.
  let letters: UnsafeBufferPointer<UInt8>
  /// The indices of the letters with which words begin.
  let wordStarts: UnsafeBufferPointer<UInt16>

  private static let blockSize = 8

  /// Passes the letters of a part of a text, at most 65,535, to a closure.
  static func read<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (SketchLetters) -> Result
  ) -> Result {
    // A block is always written as a whole.
    let capacity = range.count + blockSize
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { letters in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: capacity) { starts in
        let end = fold(text, range, into: letters, starts)
        return body(
          SketchLetters(
            letters: UnsafeBufferPointer(rebasing: letters[..<end.letters]),
            wordStarts: UnsafeBufferPointer(rebasing: starts[..<end.words])))
      }
    }
  }

  /// How far a text has been read: local to the loop, so that it stays in registers.
  private struct Position {
    var (letters, words) = (0, 0)
    var isInWord = false
  }

  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    into letters: UnsafeMutableBufferPointer<UInt8>, _ starts: UnsafeMutableBufferPointer<UInt16>
  ) -> Position {
    var position = Position()
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(index + blockSize, range.upperBound)
      let block = end - index == blockSize ? eightBytes(of: text, at: index) : .max
      if block & highBits == 0 {
        add(ascii: block, to: letters, starts, &position)
      } else {
        for place in index..<end { add(SketchLetter.folded(text, at: place), to: letters, starts, &position) }
      }
      index = end
    }
    return position
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func eightBytes(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  /// Adds a letter, or the end of a word if it is 0.
  @inline(__always)
  private static func add(
    _ letter: UInt8, to letters: UnsafeMutableBufferPointer<UInt8>,
    _ starts: UnsafeMutableBufferPointer<UInt16>, _ position: inout Position
  ) {
    // Always written, but counted only if it is a letter: a branch here would be unpredictable.
    let isLetter = letter != 0
    letters[position.letters] = letter
    starts[position.words] = UInt16(truncatingIfNeeded: position.letters)
    position.words &+= isLetter && !position.isInWord ? 1 : 0
    position.letters &+= isLetter ? 1 : 0
    position.isInWord = isLetter
  }

  /// Adds eight ASCII characters, the first one in the lowest byte.
  @inline(__always)
  private static func add(
    ascii block: UInt64, to letters: UnsafeMutableBufferPointer<UInt8>,
    _ starts: UnsafeMutableBufferPointer<UInt16>, _ position: inout Position
  ) {
    let lowered = block | 0x2020_2020_2020_2020
    // The highest bit of each byte: whether it is at least the first letter or digit, and not beyond the last one.
    let alphabetic = (lowered &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lowered &+ 0x0505_0505_0505_0505)
    let digits = (block &+ 0x5050_5050_5050_5050) & ~(block &+ 0x4646_4646_4646_4646)
    let isLetter = ((alphabetic | digits) & highBits) >> 7
    // In each byte, how many letters there are up to it.
    let counts = isLetter &* 0x0101_0101_0101_0101
    let before = counts &- isLetter
    // Every byte is written where the next letter belongs, and overwritten unless it is one.
    for index in 0..<blockSize {
      let shift = UInt64(8 * index)
      letters[position.letters &+ Int(before >> shift & 0xFF)] = UInt8(truncatingIfNeeded: lowered >> shift)
    }
    // Two words rarely are too few; that many are always written, which needs no unpredictable branch.
    var firsts = isLetter & ~(isLetter << 8 | (position.isInWord ? 1 : 0))
    let wordCount = Int((firsts &* 0x0101_0101_0101_0101) >> 56)
    for word in 0..<max(2, wordCount) {
      let start = position.letters &+ Int(before &>> UInt64(firsts.trailingZeroBitCount) & 0xFF)
      starts[position.words &+ word] = UInt16(truncatingIfNeeded: start)
      firsts &= firsts &- 1
    }
    position.words &+= wordCount
    position.isInWord = isLetter >> 56 != 0
    position.letters &+= Int(counts >> 56)
  }
}

/// One letter as a sketch compares it.
enum SketchLetter {
  /// An ASCII letter in lower case or a digit; 0 for the rest.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    let letter = byte | 0x20
    return letter &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 ? letter : 0
  }

  /// The letter that a byte is part of; 0 for anything that is ignored.
  @inline(__always)
  static func folded(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8 {
    let byte = text[index]
    return byte < 0x80 ? ascii(byte) : isMark(text, at: index) ? 0 : byte
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
