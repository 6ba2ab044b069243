import Text

/// How common words are in English news, known before any story is read: in a small folder, a word in only
/// two stories is not necessarily rare.
struct PriorWords: Sendable {
  /// Loaded once, when stories are first compared. It takes half a millisecond, and never runs on the
  /// terminal's thread.
  static let english = PriorWords(
    UnsafeBufferPointer(PriorWordList.lines), storyCount: PriorWordList.storyCount)

  /// The number of stories counted.
  let storyCount: Int
  private var counts = TermCounts(capacity: 8_192)

  /// - Parameters:
  ///   - lines: lines in the format of ``PriorWordList``.
  ///   - storyCount: the number of stories counted.
  init(_ lines: UnsafeBufferPointer<UInt8>, storyCount: Int) {
    self.storyCount = storyCount
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard let first = words.first else { continue }
      let count = first.reduce(UInt32(0)) { $0 &* 10 &+ UInt32($1 &- UInt8(ascii: "0")) }
      for word in words.dropFirst() { counts.add(TermHash.of(word), count) }
    }
  }

  /// Whether at least one story in a hundred contains a term: other languages have few such words.
  func isCommon(_ term: UInt32) -> Bool { count(of: term) * 100 >= storyCount }

  /// The number of stories that contain a term; 0 if it is rarer than every word of the list.
  func count(of term: UInt32) -> Int { Int(counts[term]) }
}

/// Terms as stored: 32 bits of their hashes. Out of a million terms, one in four thousand has the same hash
/// as another, which has no visible effect on similarities.
enum TermHash {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 { of(hash: Token.hash(of: bytes)) }

  /// - Parameter hash: the ``Term/hash`` of a term.
  /// - Returns: its upper half.
  static func of(hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}
