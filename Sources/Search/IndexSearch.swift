import StoryLibrary

/// Finds documents in an index.
struct IndexSearch {
  /// Few documents are worth being asked for by all their terms again, with a marker: SQLite leaps over the rest. Of
  /// many, all that have the marker are fewer rows than the terms have.
  private static let fewDocuments = 4_000

  private let query: SearchQuery
  private let index: WordIndex
  private let files: IndexedFiles

  init(_ query: SearchQuery, index: WordIndex, files: IndexedFiles) {
    (self.query, self.index, self.files) = (query, index, files)
  }

  func run() throws(SearchError) -> Hits {
    var hits = try find()
    for term in hits.counts.unfinished { hits.counts.add(try count(term), with: term) }
    return hits
  }

  private func find() throws(SearchError) -> Hits {
    let terms = Array(Set(query.phrases.flatMap(\.indexTerms)))
    let documents = try index.documents(with: terms)
    // The index does not know what stands side by side: the texts do.
    guard query.isTermsAlone else {
      let candidates = Set(documents.compactMap { files.file(of: $0) })
      return TextScan(query, in: files.library).run(candidates.sorted(), Hits(query), countsTerms: false)
    }
    var scores = query.phrases.map { _ in
      [Float](repeating: Relevance.termScore(count: 1, isInTitle: false), count: documents.count)
    }
    for (number, phrase) in query.phrases.enumerated() {
      for marker in phrase.markers {
        let among = documents.count < IndexSearch.fewDocuments ? terms : []
        let marked = try index.documents(with: among, marker, phrase.indexTerms)
        IndexSearch.raise(&scores[number], of: documents, where: marked, to: marker.termScore)
      }
    }
    var hits = Hits(query)
    for (position, document) in documents.enumerated() {
      if let story = files.story(of: document) { hits.append(story) { scores[$0][position] } }
    }
    return hits
  }

  /// How many documents of the library have a term, up to the limit.
  private func count(_ term: IndexTerm) throws(SearchError) -> Int {
    var count = 0
    try index.visitDocuments(with: [term]) { document in
      if files.story(of: document) != nil { count += 1 }
      return count < TermCounts.limit
    }
    return count
  }

  /// Both lists are in the order of their rows.
  private static func raise(
    _ scores: inout [Float], of documents: [Document], where marked: [Document], to score: Float
  ) {
    var position = 0
    for document in marked {
      while position < documents.count, documents[position] < document { position += 1 }
      if position < documents.count, documents[position] == document { scores[position] = score }
    }
  }
}

extension SearchQuery.Phrase {
  /// What the index tells of it besides that it is there. How often the beginning of a word stands in a document
  /// cannot be told from how often each word does.
  fileprivate var markers: [DocumentTerms.Marker] { isPrefix ? [.inTitle] : DocumentTerms.Marker.allCases }
}

extension DocumentTerms.Marker {
  /// What a word with this marker adds. Markers come from the least to the most.
  fileprivate var termScore: Float {
    switch self {
    case .twice: Relevance.termScore(count: 2, isInTitle: false)
    case .fourTimes: Relevance.termScore(count: 4, isInTitle: false)
    case .inTitle: Relevance.termScore(count: 1, isInTitle: true)
    }
  }
}
