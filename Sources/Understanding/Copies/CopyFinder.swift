/// Two texts that share passages.
public struct TextPair: Hashable, Sendable {
  /// The number of one text.
  public let first: Int
  /// The number of the other text, which is higher.
  public let second: Int
  /// How much of the first text is also in the second, from 0 to 1.
  public let shareOfFirst: Double
  /// How much of the second text is also in the first.
  public let shareOfSecond: Double

  /// The larger share: a short copy of a long story is still a copy.
  public var share: Double { max(shareOfFirst, shareOfSecond) }
  /// Whether one is a copy of the other: more than half of it is in the other word for word.
  public var isCopy: Bool { share >= TextPair.copyShare }

  /// Measured on wire stories: pairs below this quote one another or share background.
  static let copyShare = 0.55
  /// Pairs that share less are not reported.
  static let leastShare = 0.3
}

/// Finds the copies among many texts: agency stories that several papers printed, and stories that one site
/// republished from another.
public struct CopyFinder {
  private let samples: [[UInt64]]

  /// - Parameter samples: the ``Shingles/sample`` of each text; empty for a text that is too short.
  public init(samples: [[UInt64]]) { self.samples = samples }

  /// All pairs that share at least three tenths of a text, sorted.
  /// - Parameter shingles: returns the shingles of a text by its number; called only for texts that may have
  ///   a copy, so that the texts need not be in memory.
  /// - Returns: the pairs, each once.
  public func pairs(shingles: (Int) -> Shingles) -> [TextPair] {
    var passages = SharedPassages(samples: samples)
    var pairs: [TextPair] = []
    for text in samples.indices where !samples[text].isEmpty {
      let candidates = passages.candidates(before: text)
      guard !candidates.isEmpty else { continue }
      let own = shingles(text)
      let ownHashes = Set(own.hashes)
      for other in candidates {
        let others = shingles(other)
        let pair = TextPair(
          first: other, second: text, shareOfFirst: others.share(in: ownHashes),
          shareOfSecond: own.share(in: others))
        if pair.share >= TextPair.leastShare { pairs.append(pair) }
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Texts that are copies of one another, directly or through a third text: groups of two or more, sorted.
  public static func groups(of pairs: [TextPair], count: Int) -> [[Int]] {
    var leaders = Array(0..<count)
    func leader(_ text: Int) -> Int {
      var text = text
      while leaders[text] != text {
        leaders[text] = leaders[leaders[text]]
        text = leaders[text]
      }
      return text
    }
    for pair in pairs where pair.isCopy {
      let (one, other) = (leader(pair.first), leader(pair.second))
      leaders[max(one, other)] = min(one, other)
    }
    return Dictionary(grouping: 0..<count, by: leader).values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
  }
}
