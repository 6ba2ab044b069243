/// Consecutive letters of a word, and the hash of the first five: the word's stem.
struct StemRun {
  private var hash: UInt64 = 0
  private var count = 0
  private var isIdeographic = false
  private var last: UInt32 = 0

  /// The same hash as if the letters had been added one by one.
  @inline(__always)
  static func hash(_ letters: ASCIILetters) -> UInt32 { mixed(letters.packed & 0xFF_FFFF_FFFF) }

  /// Half of the bits, which is enough to distinguish the words of a page.
  @inline(__always)
  private static func mixed(_ letters: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: LineScanner.product(letters) >> 32)
  }

  /// - Returns: the stem formed by two consecutive characters, in scripts without spaces.
  @discardableResult
  @inline(__always)
  mutating func add(_ letter: UInt32) -> UInt32? {
    let isPart = Letters.isIdeographic(letter)
    if count == 0 { isIdeographic = isPart }
    if count < 5 { hash ^= StemRun.spread(letter) << UInt64(count * 8) }
    count += 1
    let before = last
    last = isPart ? letter : 0
    return isPart && before != 0 ? StemRun.mixed(UInt64(before) << 32 | UInt64(letter)) : nil
  }

  /// One byte for ASCII letters; many bits for others, since their hashes would otherwise be similar.
  private static func spread(_ letter: UInt32) -> UInt64 {
    letter < 0x80 ? UInt64(letter) : UInt64(letter) &* 0x9E37_79B9_7F4A_7C15
  }

  /// - Returns: the stem, if the letters form one.
  @inline(__always)
  mutating func end() -> UInt32? {
    defer { self = StemRun() }
    return count >= 4 && !isIdeographic ? StemRun.mixed(hash) : nil
  }
}
