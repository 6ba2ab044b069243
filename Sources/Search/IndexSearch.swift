import StoryLibrary

/// Finds documents in an index.
struct IndexSearch {
  /// Few documents are worth being asked for by all their terms again, with a sign: SQLite leaps over the rest. Of
  /// many, all that have the sign are fewer rows than the terms have.
  private static let fewDocuments = 4_000

  private let query: SearchQuery
  private let index: WordIndex
  private let files: IndexedFiles

  init(_ query: SearchQuery, index: WordIndex, files: IndexedFiles) {
    (self.query, self.index, self.files) = (query, index, files)
  }

  func run() throws(SearchError) -> Hits {
    let terms = Array(Set(query.phrases.flatMap(\.indexTerms)))
    let documents = try index.documents(with: terms)
    // The index does not know what stands side by side: the texts do.
    guard query.isTermsAlone else {
      let candidates = Set(documents.compactMap { files.file(of: $0) })
      return TextScan(query, in: files.library).run(candidates.sorted())
    }
    var shares = query.phrases.map { _ in
      [Float](repeating: Relevance.share(count: 1, isInTitle: false), count: documents.count)
    }
    for (number, phrase) in query.phrases.enumerated() {
      for sign in phrase.signs {
        let among = documents.count < IndexSearch.fewDocuments ? terms : []
        let signed = try index.documents(with: among, sign, phrase.indexTerms)
        IndexSearch.raise(&shares[number], of: documents, where: signed, to: sign.share)
      }
    }
    var hits = Hits(phrases: query.phrases.count)
    for (place, document) in documents.enumerated() {
      if let story = files.story(of: document) { hits.append(story) { shares[$0][place] } }
    }
    return hits
  }

  /// Both lists are in the order of their rows.
  private static func raise(
    _ shares: inout [Float], of documents: [Document], where signed: [Document], to share: Float
  ) {
    var place = 0
    for document in signed {
      while place < documents.count, documents[place] < document { place += 1 }
      if place < documents.count, documents[place] == document { shares[place] = share }
    }
  }
}

extension SearchQuery.Phrase {
  /// What the index tells of it besides that it is there. How often the beginning of a word stands in a document
  /// cannot be told from how often each word does.
  fileprivate var signs: [DocumentTerms.Sign] { isPrefix ? [.inTitle] : DocumentTerms.Sign.allCases }
}

extension DocumentTerms.Sign {
  /// What a word with this sign adds. Signs come from the least to the most.
  fileprivate var share: Float {
    switch self {
    case .twice: Relevance.share(count: 2, isInTitle: false)
    case .fourTimes: Relevance.share(count: 4, isInTitle: false)
    case .inTitle: Relevance.share(count: 1, isInTitle: true)
    }
  }
}
