import StoryLibrary

/// The number of documents with each term of a query, for weighting the terms.
struct TermCounts: Sendable {
  /// Counting stops at this number; such a term is common.
  static let limit = 16_384

  private var counts: [IndexTerm: Int] = [:]

  /// No documents have been counted. Terms are counted only if a query has several phrases: for a single one, all
  /// documents are found anyway. The rarity of a word that is still being typed is unknown.
  init(for query: SearchQuery) {
    guard query.phrases.count > 1 else { return }
    for term in query.phrases.flatMap(\.indexTerms) where !term.isPrefix { counts[term] = 0 }
  }

  /// The terms that are not yet known to be common.
  var unfinished: [IndexTerm] { counts.filter { $0.value < TermCounts.limit }.map(\.key) }

  mutating func add(_ documents: Int, with term: IndexTerm) { counts[term, default: 0] += documents }

  mutating func add(_ other: [IndexTerm: Int]) { counts.merge(other, uniquingKeysWith: +) }

  /// The number of documents with a phrase's rarest term; nil if it was not counted.
  func documents(with phrase: SearchQuery.Phrase) -> Int? {
    phrase.indexTerms.compactMap { counts[$0] }.min().map { min($0, TermCounts.limit) }
  }
}
