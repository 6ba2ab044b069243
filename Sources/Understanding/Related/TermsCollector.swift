public import StoryLibrary
import Tables

/// Collects what is kept of all stories of a library, some files at a time. What an index knows already is not read
/// again: stories are known by their texts, so that a file that moved or was copied makes no difference.
public struct TermsCollector: ~Copyable {
  /// Files read in a step.
  private static let filesAtOnce = 256

  private let library: Library
  private var reader = TextReader()
  private var maker = StoryTermsMaker()
  private(set) var collected = Table<StoryTerms>()
  /// Files to be read, and how many stories are wanted of them.
  private var files: ArraySlice<Int>
  private var wanted: Set<Int> = []

  /// How many stories are known.
  public var count: Int { collected.count }
  /// How many are still to be read.
  public var left: Int { wanted.count }

  /// - Parameters:
  ///   - library: whose stories are wanted.
  ///   - known: an index that was made before.
  public init(_ library: Library, known: RelatedIndex?) {
    self.library = library
    var files: Set<Int> = []
    for story in library.order {
      if var terms = known?.terms(of: library.textKey(of: story)) {
        // A page that came since may tell when it was published.
        terms.day = library.publishedDay(of: story) ?? StoryTerms.noDay
        collected.append(terms)
      } else if let file = library.shownFile(of: story) {
        files.insert(file)
        wanted.insert(story.number)
      }
    }
    self.files = library.inReadingOrder(files.sorted())[...]
  }

  /// Reads some files.
  /// - Returns: false when there is nothing left to do.
  public mutating func step() -> Bool {
    for _ in 0..<TermsCollector.filesAtOnce {
      guard let file = files.popFirst() else { return false }
      read(file)
    }
    return !files.isEmpty
  }

  private mutating func read(_ number: Int) {
    guard let file = library.file(number) else { return }
    _ = reader.read(file.path) { place, entry in
      guard let story = library.storyShown(ofFile: number, entry: place),
        wanted.remove(story.number) != nil
      else { return }
      collected.append(maker.terms(of: story, in: library, entry))
    }
  }
}

extension TextReader {
  /// What is kept of one story of a library; nil where its page cannot be read.
  mutating func terms(
    of story: StoryIndex, in library: Library, _ maker: inout StoryTermsMaker
  ) -> StoryTerms? {
    var terms: StoryTerms?
    readShown(of: story, in: library) { terms = maker.terms(of: story, in: library, $0) }
    return terms
  }

  /// Lends the text that is shown of a story.
  mutating func readShown(of story: StoryIndex, in library: Library, _ body: (Entry) -> Void) {
    guard let number = library.shownFile(of: story), let file = library.file(number) else { return }
    _ = read(file.path) { place, entry in
      if library.storyShown(ofFile: number, entry: place) == story { body(entry) }
    }
  }
}

extension StoryTermsMaker {
  /// What is kept of a story of a library.
  public mutating func terms(of story: StoryIndex, in library: Library, _ entry: TextReader.Entry)
    -> StoryTerms
  {
    terms(
      title: entry.title, body: entry.body, key: library.textKey(of: story),
      titleID: library.titleID(of: story).rawValue, day: library.publishedDay(of: story))
  }
}
