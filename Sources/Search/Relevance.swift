import Glibc

/// How well a document matches a query: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
/// with k1 = 1.2 and, because stories have similar lengths, b = 0. Counts are rounded down to 1, 2 or 4, as in an
/// index, so that a story has the same rank whether or not it is indexed; a word in the headline counts as much as any
/// number of occurrences.
enum Relevance {
  private static let k1: Float = 1.2

  /// The score of each phrase if one of them is only in folded text: so small that stories with all of them come first,
  /// and the same for all, because how often a site repeats a word on its pages means nothing.
  static let foldedScore: Float = 0.01

  /// The score of a phrase by its frequency in a document, as a share of its weight.
  static func termScore(count: Int, isInTitle: Bool) -> Float {
    if isInTitle { return k1 + 1 }
    let count: Float = count >= 4 ? 4 : count >= 2 ? 2 : count >= 1 ? 1 : 0
    return count * (k1 + 1) / (count + k1)
  }

  /// The weight of a phrase: rarer phrases weigh more (inverse document frequency).
  static func weight(documents: Int, of all: Int) -> Float {
    let found = Float(documents)
    return logf(1 + (Float(max(all, documents)) - found + 0.5) / (found + 0.5))
  }
}
