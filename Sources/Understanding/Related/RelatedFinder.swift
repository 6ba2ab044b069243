public import StoryLibrary
import Tables

/// A story that is similar to another one, and the reasons.
public struct RelatedStory: Hashable, Sendable {
  /// The story.
  public var story: StoryIndex
  /// How similar it is, from 0 to 1.
  public var score: Double
  /// What both stories share: more than one word.
  public var reasons: [Reason]

  /// Creates a related story.
  public init(story: StoryIndex, score: Double, reasons: [Reason]) {
    (self.story, self.score, self.reasons) = (story, score, reasons)
  }
}

/// Finds stories of a library that are similar to a given one, with the reasons. It reads the texts of the
/// stories it finds, so it must not run on the terminal's thread.
public struct RelatedFinder: ~Copyable {
  /// The most related stories that are found.
  public static let limit = 8
  /// The most stories whose facts are cached.
  private static let mostFacts = 4_096
  /// How many stories of a thread are looked up on either side of a story: more than one day's stories, which
  /// may change order.
  private static let nearby = 64

  /// A copy of its own, whose rows are released: a search reads more of a catalogue than many screens.
  private var library: Library
  private let index: RelatedIndex
  private var search: RelatedIndex.Search
  private var reader = TextReader()
  private var facts: [Int: StoryFacts] = [:]

  /// - Parameters:
  ///   - library: the library to search.
  ///   - index: an index of this library or of an earlier state of it.
  public init(_ library: Library, _ index: RelatedIndex) {
    (self.library, self.index) = (library, index)
    self.library.releaseFileMemory()
    search = RelatedIndex.Search(index)
  }

  /// The stories most similar to a given one, the most similar first; empty if the story's page cannot be
  /// read.
  public mutating func related(to story: StoryIndex) -> [RelatedStory] {
    guard let terms = index.terms(of: library.textKey(of: story)) ?? readTerms(of: story) else { return [] }
    var found: [RelatedStory] = []
    for candidate in search.related(to: terms, limit: RelatedFinder.limit) {
      guard let other = library.story(candidate.key, titled: candidate.title), other != story,
        let own = facts(of: story), let others = facts(of: other)
      else { continue }
      let reasons = index.reasons(own, others, terms: candidate.terms)
      if reasons.convince {
        found.append(RelatedStory(story: other, score: candidate.score, reasons: reasons))
      }
    }
    return found
  }

  /// The latest earlier stories of a story's thread, the oldest first. In a very long thread only the stories
  /// around the given one are looked up, because they are scattered throughout the library.
  public mutating func earlier(than story: StoryIndex, limit: Int) -> [StoryIndex] {
    guard let part = threadAround(story) else { return [] }
    return Array(part.stories.prefix { $0 != story }.suffix(limit))
  }

  private mutating func threadAround(_ story: StoryIndex) -> StoryThread? {
    // The stories of a thread are scattered throughout the library.
    library.releaseFileMemory()
    defer { library.releaseFileMemory() }
    if let known = index.thread(of: library.textKey(of: story), around: RelatedFinder.nearby) {
      return StoryThread(known, in: library)
    }
    guard let terms = readTerms(of: story), let members = search.thread(for: terms),
      var joined = StoryThread(members.suffix(RelatedFinder.nearby), in: library)
    else { return nil }
    joined.insert(story, in: library)
    return joined
  }

  /// The thread of a story. A story that has arrived since the index was made joins the thread that it would
  /// have joined then, so that no other story moves.
  public mutating func thread(of story: StoryIndex) -> StoryThread? {
    if let thread = index.thread(of: story, in: library) { return thread }
    guard let terms = readTerms(of: story), let thread = search.thread(for: terms),
      var joined = StoryThread(thread, in: library)
    else { return nil }
    joined.insert(story, in: library)
    return joined
  }

  /// The spellings of the terms that most stories of a thread share, the most shared first.
  public mutating func words(of thread: [StoryIndex], limit: Int) -> [String] {
    let terms = index.sharedTerms(of: thread.map { library.textKey(of: $0) })
    guard let first = thread.first, let facts = facts(of: first) else { return [] }
    return Array(terms.lazy.compactMap { facts.writing[$0] }.prefix(limit))
  }

  /// The stories most similar to a given one, the most similar first. Without reasons, many more can be found
  /// in the same time.
  public mutating func nearest(to story: StoryIndex, limit: Int) -> [StoryIndex] {
    guard let terms = index.terms(of: library.textKey(of: story)) ?? readTerms(of: story) else { return [] }
    let library = library
    return search.nearest(to: terms, limit: limit).compactMap { library.story($0.key, titled: $0.title) }
  }

  /// The stories whose texts are mostly the same, those that share the most first, with the share of each
  /// text that is in the other; empty for a story that the index does not know.
  public func copies(of story: StoryIndex) -> [(story: StoryIndex, shares: TextShares)] {
    guard let number = index.number(of: library.textKey(of: story)) else { return [] }
    let rows = index.copyRows(of: number).filter(\.shares.isCopy)
    return rows.sorted { ($1.shares.larger, $0.other) < ($0.shares.larger, $1.other) }.compactMap { row in
      index.story(row.other, in: library).map { ($0, row.shares) }
    }
  }

  private mutating func readTerms(of story: StoryIndex) -> StoryTerms? {
    var maker = StoryTermsMaker()
    return reader.terms(of: story, in: library, &maker)
  }

  private mutating func facts(of story: StoryIndex) -> StoryFacts? {
    if let known = facts[story.number] { return known }
    let terms = index.terms(of: library.textKey(of: story)) ?? readTerms(of: story)
    guard let terms else { return nil }
    let wanted = Set((0..<terms.count).map { terms.term($0) })
    var found: StoryFacts?
    reader.readShown(of: story, in: library) {
      found = StoryFacts(title: $0.title, body: $0.body, terms: wanted)
    }
    if facts.count >= RelatedFinder.mostFacts { facts.removeAll() }
    facts[story.number] = found
    return found
  }
}

extension Library {
  /// The story with a given text and headline; nil if it is gone or now shows another text.
  public func story(_ key: UInt64, titled title: UInt64) -> StoryIndex? {
    stories(titled: StoryID(rawValue: title)).first { textKey(of: $0) == key }
  }
}
