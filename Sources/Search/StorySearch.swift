public import StoryLibrary

/// A story that a search has found.
public struct FoundStory: Hashable, Sendable {
  /// Where it is in the library.
  public var index: StoryIndex
  /// How well it fits; the higher the better, comparable within one search.
  public var score: Float
}

/// Finds the stories of a library that have all the words of a query, in an index as far as it goes and in the files
/// themselves for the rest.
public struct StorySearch {
  /// What has been found of an entry: how much of each phrase.
  struct Hit {
    var story: StoryIndex
    var shares: [Float]
  }

  private let library: Library
  private let query: SearchQuery
  private let index: WordIndex?

  /// A search in a library.
  /// - Parameter index: what there is of an index; nil to look through all texts.
  public init(_ query: SearchQuery, in library: Library, index: WordIndex? = nil) {
    (self.query, self.library, self.index) = (query, library, index)
  }

  /// All stories with the words of the query, best first.
  public func run() -> [FoundStory] {
    guard !query.isEmpty else { return [] }
    var known = IndexedFiles(library: library, stamps: [])
    var hits: [Hit] = []
    // An index that fails is as good as none: the texts are looked through.
    if let index, let stamps = try? index.stamps() {
      let files = IndexedFiles(library: library, stamps: stamps)
      if let found = try? IndexSearch(query, index: index, files: files).run() { (hits, known) = (found, files) }
    }
    hits += TextScan(query, in: library).run(known.unknownFiles)
    return ranked(hits)
  }

  /// Of several copies of a story the best one counts.
  private func ranked(_ hits: [Hit]) -> [FoundStory] {
    let weights = query.phrases.indices.map { phrase in
      Relevance.weight(documents: hits.count { $0.shares[phrase] > 0 }, of: library.entryCount)
    }
    var best: [StoryIndex: Float] = [:]
    best.reserveCapacity(hits.count)
    for hit in hits {
      let score = zip(hit.shares, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      best[hit.story] = max(best[hit.story] ?? 0, score)
    }
    return best.map { FoundStory(index: $0.key, score: $0.value) }
      .sorted { a, b in a.score != b.score ? a.score > b.score : library.isListed(a.index, before: b.index) }
  }
}

/// Which file of a library each file of an index is.
struct IndexedFiles {
  let library: Library
  /// By the index's numbers; -1 where no file of the library is as it was.
  private(set) var numbers: [Int32]
  /// Files of the library that the index does not know as they are now.
  private(set) var unknownFiles: [Int] = []

  init(library: Library, stamps: [UInt64]) {
    self.library = library
    numbers = Array(repeating: -1, count: stamps.count)
    var places: [UInt64: Int32] = [:]
    places.reserveCapacity(stamps.count)
    for (place, stamp) in stamps.enumerated() { places[stamp] = Int32(place) }
    for file in library.fileNumbers {
      let stamp = library.stamp(ofFile: file)
      if stamp != .unknown, let place = places[stamp.value] {
        numbers[Int(place)] = Int32(file)
      } else if library.file(file) != nil {
        unknownFiles.append(file)
      }
    }
  }

  func file(of document: Document) -> Int? {
    let number = document.file < numbers.count ? numbers[document.file] : -1
    return number < 0 ? nil : Int(number)
  }

  func story(of document: Document) -> StoryIndex? {
    file(of: document).flatMap { library.story(ofFile: $0, entry: document.entry) }
  }
}
