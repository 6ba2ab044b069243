import Text

/// The shingles of a text: its runs of a few words, each as a hash, after Broder, "On the resemblance and
/// containment of documents" (1997). Texts that share many shingles have a passage in common, whatever
/// surrounds it.
public struct Shingles: Sendable {
  /// The default number of words in a shingle: shorter ones are common phrases.
  public static let usualLength = 5
  /// Texts with fewer words are too short to compare.
  public static let fewestWords = 40

  /// The number of words in a shingle.
  let length: Int
  /// The hash of each shingle, in order. The same on every machine and in every run.
  private(set) var hashes: [UInt64]
  /// The number of words in the text.
  public private(set) var wordCount: Int

  /// The shingles of a story's paragraphs. They run across paragraph breaks, because copies may break
  /// paragraphs elsewhere.
  public init(of paragraphs: [String], length: Int = usualLength) {
    self.init(length: length)
    var last = [UInt64](repeating: 0, count: length)
    for paragraph in paragraphs { Tokens.visit(paragraph) { add($0, &last) } }
  }

  /// The shingles of a text in UTF-8.
  init(of text: UnsafeBufferPointer<UInt8>) {
    self.init(length: Shingles.usualLength)
    hashes.reserveCapacity(text.count / 5)
    var last = [UInt64](repeating: 0, count: length)
    Tokens.visit(text) { add($0, &last) }
  }

  private init(length: Int) { (self.length, hashes, wordCount) = (length, [], 0) }

  private mutating func add(_ token: Token, _ last: inout [UInt64]) {
    last[wordCount % length] = token.hash
    wordCount += 1
    if wordCount >= length { hashes.append(Shingles.hash(last, endingBefore: wordCount)) }
  }

  private static func hash(_ words: [UInt64], endingBefore end: Int) -> UInt64 {
    var hash: UInt64 = 0
    for index in end - words.count..<end { hash = (hash &* 0x100_0000_01B3) ^ words[index % words.count] }
    hash = (hash ^ hash >> 31) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 29
  }

  /// About one shingle in eight, always the same ones for a passage, sorted and without duplicates: enough to
  /// find texts that share a passage.
  public var sample: [UInt64] { Set(hashes.lazy.filter { $0 % 8 == 0 }).sorted() }

  /// How much of this text is also in another, from 0 to 1, by words.
  public func share(in other: Shingles) -> Double { share(in: Set(other.hashes)) }

  func share(in other: Set<UInt64>) -> Double {
    guard !hashes.isEmpty else { return 0 }
    var covered = 0
    var end = 0
    for (start, hash) in hashes.enumerated() where other.contains(hash) {
      covered += start + length - max(start, end)
      end = start + length
    }
    return Double(covered) / Double(hashes.count + length - 1)
  }
}
