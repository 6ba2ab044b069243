public import StoryLibrary

/// A story found by a search.
public struct FoundStory: Hashable, Sendable {
  /// Its index in the library.
  public var index: StoryIndex
  /// How well it matches, comparable within one search: higher is better.
  public var score: Float
}

/// Finds the stories of a library that have all the words of a query, using the index for indexed files and the texts
/// of all others.
public struct StorySearch {
  private let library: Library
  private let query: SearchQuery
  private let index: WordIndex?

  /// A search in a library, with an index that may be incomplete; nil to search all texts.
  public init(_ query: SearchQuery, in library: Library, index: WordIndex? = nil) {
    (self.query, self.library, self.index) = (query, library, index)
  }

  /// All stories with the words of the query, best first.
  public func run() -> [FoundStory] {
    guard !query.isEmpty else { return [] }
    var hits = Hits(query)
    var unknown: [Int]?
    // If the index fails, the texts are searched.
    if let index, let stamps = try? index.stamps() {
      let files = IndexedFiles(library: library, stamps: stamps)
      if let found = try? IndexSearch(query, index: index, files: files).run() {
        hits = found
        unknown = files.unknownFiles
      }
    }
    return TextScan(query, in: library).run(unknown ?? Array(library.fileNumbers), hits).ranked(in: library)
  }

  /// Whether one story has all the words. Reads its pages, without the index.
  public func matches(_ story: StoryIndex) -> Bool {
    guard !query.isEmpty else { return false }
    let files = library.fileNumbers(of: story)
    return TextScan(query, in: library).run(files, Hits(query), countsTerms: false).contains(story)
  }
}
