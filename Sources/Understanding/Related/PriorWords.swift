import Text

/// How common a word is in English news, known before any story is read: in a small folder a word that happens to be in
/// two stories is not rare for that.
struct PriorWords: Sendable {
  /// Read once, when a story is compared first: half a millisecond, and never on the terminal's thread.
  static let english = PriorWords(
    UnsafeBufferPointer(PriorWordList.lines), storyCount: PriorWordList.storyCount)

  /// How many stories were counted.
  let storyCount: Int
  private var counts = TermCounts(capacity: 8_192)

  /// - Parameters:
  ///   - lines: as in ``PriorWordList``.
  ///   - storyCount: how many stories were counted.
  init(_ lines: UnsafeBufferPointer<UInt8>, storyCount: Int) {
    self.storyCount = storyCount
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard let first = words.first else { continue }
      let count = first.reduce(UInt32(0)) { $0 &* 10 &+ UInt32($1 &- UInt8(ascii: "0")) }
      for word in words.dropFirst() { counts.add(TermHash.of(word), count) }
    }
  }

  /// Whether a term is in every hundredth story or more: other languages have few such words.
  func isCommon(_ term: UInt32) -> Bool { count(of: term) * 100 >= storyCount }

  /// In how many of the stories a term occurs; 0 for one that is rarer than all of the list.
  func count(of term: UInt32) -> Int { Int(counts[term]) }
}

/// Terms as they are kept: 32 bits of their hashes. Of a million terms one in four thousand shares its number with
/// another, which changes a similarity by nothing that can be seen.
enum TermHash {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 { of(hash: Token.hash(of: bytes)) }

  /// - Parameter hash: that of ``Term/hash``.
  /// - Returns: its upper half.
  static func of(hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}
