public import StoryLibrary
import Tables

/// Collects the terms of all stories of a library, some files at a time. Stories that an index already
/// contains are not read again: they are identified by their texts, so moving or copying a file makes no
/// difference.
public struct TermsCollector: ~Copyable {
  /// The number of files read in a step.
  private static let filesAtOnce = 256

  private let library: Library
  private var reader = TextReader()
  private var maker = StoryTermsMaker()
  private(set) var collected = Table<StoryTerms>()
  /// The files still to be read, and the stories wanted from them.
  private var files: ArraySlice<Int>
  private var wanted: Set<Int> = []

  /// The number of stories collected.
  public var count: Int { collected.count }
  /// The number of stories still to be read.
  public var left: Int { wanted.count }

  /// - Parameters:
  ///   - library: the library to collect from.
  ///   - known: an existing index.
  public init(_ library: Library, known: RelatedIndex?) {
    self.library = library
    var files: Set<Int> = []
    for story in library.order {
      if var terms = known?.terms(of: library.textKey(of: story)) {
        // A page added since may say when it was published.
        terms.day = library.publishedDay(of: story) ?? StoryTerms.noDay
        collected.append(terms)
      } else if let file = library.shownFile(of: story) {
        files.insert(file)
        wanted.insert(story.number)
      }
    }
    self.files = library.inReadingOrder(files.sorted())[...]
  }

  /// Reads some of the files.
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
  /// The terms of one story of a library; nil if its page cannot be read.
  mutating func terms(
    of story: StoryIndex, in library: Library, _ maker: inout StoryTermsMaker
  ) -> StoryTerms? {
    var terms: StoryTerms?
    readShown(of: story, in: library) { terms = maker.terms(of: story, in: library, $0) }
    return terms
  }

  /// Calls a closure with the text that is shown for a story.
  mutating func readShown(of story: StoryIndex, in library: Library, _ body: (Entry) -> Void) {
    guard let number = library.shownFile(of: story), let file = library.file(number) else { return }
    _ = read(file.path) { place, entry in
      if library.storyShown(ofFile: number, entry: place) == story { body(entry) }
    }
  }
}

extension StoryTermsMaker {
  /// The terms of a story of a library.
  public mutating func terms(of story: StoryIndex, in library: Library, _ entry: TextReader.Entry)
    -> StoryTerms
  {
    terms(
      title: entry.title, body: entry.body, key: library.textKey(of: story),
      titleID: library.titleID(of: story).rawValue, day: library.publishedDay(of: story))
  }
}
