import StoryLibrary

/// Finds documents in an index.
struct IndexSearch {
  /// For few documents, all terms are queried again together with a marker, because SQLite skips the rest. For many, it
  /// is faster to read all documents with the marker.
  private static let fewDocuments = 4_000

  private static let documentsBetweenReleases = 2_048

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
    let folded = try foldedDocuments(besides: documents)
    // The index has no positions, so phrases are checked in the texts.
    guard query.isTermsAlone else {
      let candidates = Set((documents + folded).compactMap { files.file(of: $0) })
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
    var (hits, indexed) = (Hits(query), files)
    for (number, position) in order(of: documents).enumerated() {
      // A word may be in most pages: their rows are released again.
      if number % IndexSearch.documentsBetweenReleases == 0 { indexed.releaseFileMemory() }
      if let story = indexed.story(of: documents[position]) { hits.append(story) { scores[$0][position] } }
    }
    for document in folded {
      if let story = files.shownStory(of: document) { hits.append(story) { _ in Relevance.foldedScore } }
    }
    return hits
  }

  /// The documents that have some of the terms only in folded text, and all others.
  private func foldedDocuments(besides documents: [Document]) throws(SearchError) -> [Document] {
    let folded = Set(query.phrases.filter(\.findsFolded).flatMap(\.indexTerms))
    guard !folded.isEmpty else { return [] }
    let others = Set(query.phrases.filter { !$0.findsFolded }.flatMap(\.indexTerms))
    let found = try index.documents(withFolded: Array(folded), Array(others.subtracting(folded)))
    // A prefix can be that of a word of the story and of a folded one. Both lists are in the order of their rows.
    var rest = documents[...]
    return found.filter { document in
      rest = rest.drop { $0 < document }
      return rest.first != document
    }
  }

  /// The positions of documents in the order of the library's files, so that rows near each other are read together.
  /// Mostly, it is the order of the index too.
  private func order(of documents: [Document]) -> [Int] {
    let numbers = documents.map { files.file(of: $0) ?? 0 }
    let isInOrder = zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
    return isInOrder ? Array(documents.indices) : documents.indices.sorted { numbers[$0] < numbers[$1] }
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
  /// The markers that the index has for it: none for a prefix, because its frequency is not the sum of its words'.
  fileprivate var markers: [DocumentTerms.Marker] { isPrefix ? [.inTitle] : [.twice, .fourTimes, .inTitle] }
}

extension DocumentTerms.Marker {
  /// The score of a word with this marker. Markers are in ascending order.
  fileprivate var termScore: Float {
    switch self {
    case .twice: Relevance.termScore(count: 2, isInTitle: false)
    case .fourTimes: Relevance.termScore(count: 4, isInTitle: false)
    case .inTitle: Relevance.termScore(count: 1, isInTitle: true)
    case .folded: Relevance.foldedScore
    }
  }
}
