import Folders
import Tables

/// All stories of some folders of saved pages: headlines, links and byte ranges; the texts stay in their files
/// until somebody looks at one.
///
/// A library grows and changes by batches, in any order, and is the same in the end whatever the order was. Its
/// tables may be mapped from a file (see ``Catalogue``).
public struct Library: Sendable {
  static let none = UInt32.max

  /// Headlines.
  var texts = TextTable()
  /// Of files: apart from the headlines, so that a look at all files brings no headline into memory.
  var fileNames = TextTable()
  var folders = NameTable()
  /// By the numbers of `folders`: as they were when they were listed.
  var folderStamps = Table<FileStamp>()
  var sources = NameTable(first: "")
  /// Ages and dates as pages write them.
  var whens = NameTable(first: "")
  /// The topics that stand together on entries, a line each.
  var topicSets = NameTable(first: "")
  var pages = Table<PageRecord>()
  /// Finds a page by its folder and name.
  var pageSlots = HashSlots()
  var entries = Table<EntryRecord>()
  var stories = Table<StoryRecord>()
  /// Finds the first story record with a title; the others hang on it.
  var titleSlots = HashSlots()
  var ordered = Table<UInt32>()
  var problemRows = Table<ProblemRecord>()
  /// Stories that wait to be put in order.
  var touched: [UInt32] = []
  /// Rows of `entries` that belong to no page any more.
  var deadEntries = 0

  /// How many pages were read, whatever stands on them.
  public internal(set) var pageCount = 0
  /// The number of the latest reading of a file; later ones have higher numbers.
  public internal(set) var lastReading: UInt32 = 0
  /// Changes whenever something is merged.
  public internal(set) var revision = 0
  /// Folders that went while somebody was reading, and when that was noticed: an older reading of a file in them
  /// may still come.
  var goneFolders: [String: UInt32] = [:]
  /// What was noticed while folders were listed.
  var listingProblems: [FileProblem] = []

  /// A library without stories.
  public init() {}

  /// A library without stories that is never taken for an earlier state of another.
  public init(after other: Library) {
    revision = other.revision + 1
  }

  /// All stories, newest first.
  public var order: StoryList { StoryList(rows: ordered) }

  /// There is no story to show.
  public var isEmpty: Bool { ordered.count == 0 }

  /// A story's headline and what is known of it.
  public subscript(index: StoryIndex) -> Story {
    let record = stories[index.value]
    let twin = twinRecord(of: record)
    let fullest = isFuller(twin?.fullest, than: record.fullest) ? twin?.fullest : record.fullest
    let title = entries[fullest ?? Library.none].title
    let dated = entries[isBetterDated(twin?.dated, than: record.dated) ? twin?.dated ?? 0 : record.dated]
    // A copy without a source never gives the story one.
    let source = entries[record.fullest].source
    return Story(
      index: index, identity: record.identity, title: texts.string(title),
      source: source == 0 ? nil : sources[source], when: dated.when == 0 ? nil : whens[dated.when],
      published: dated.published, saved: max(record.saved, twin?.saved ?? .min),
      hasPage: record.hasPage || twin?.hasPage == true,
      pageCount: twin == nil ? Int(record.pageCount) : pageCount(of: index))
  }

  /// One page may have copies with and without a source.
  private func pageCount(of index: StoryIndex) -> Int {
    Set(sortedEntries(of: index).map { entries[$0].page }).count
  }

  /// The story that an index stands for now: a copy without a source may since have found the story it belongs
  /// to.
  public func current(_ index: StoryIndex) -> StoryIndex { visible(index.value) }

  /// Whether there is still a page with the story: one that was shown may have gone since.
  public func isPresent(_ index: StoryIndex) -> Bool {
    let record = stories[index.value]
    return !record.isEmpty || twinRecord(of: record)?.isEmpty == false
  }

  /// What marks are kept under.
  public func identity(of index: StoryIndex) -> StoryIdentity { stories[index.value].identity }

  /// The story with an identity; nil when the library has none.
  public func index(of id: StoryID) -> StoryIndex? {
    stories.withRows { rows in rows.firstIndex { $0.id == id.rawValue && !$0.isEmpty } }
      .map { visible(UInt32($0)) }
  }

  /// The stories of the list whose title has an identity, whatever their sources.
  public func stories(titled title: StoryID) -> [StoryIndex] {
    namesakes(from: firstNamesake(title.rawValue)).filter { stories[$0].isListed }
      .map { StoryIndex(Int($0)) }
  }

  /// The files of the pages a story stands on: its own first, then the newest.
  public func pagePaths(of index: StoryIndex) -> [String] {
    var seen: Set<UInt32> = []
    return sortedEntries(of: index).map { entries[$0].page }.filter { seen.insert($0).inserted }
      .map { path(ofPage: $0) }
  }

  /// Where a story's fullest text is.
  public func bodyLocation(of index: StoryIndex) -> BodyLocation? {
    let record = stories[index.value]
    let twin = twinRecord(of: record)?.fullest
    let fullest = isFuller(twin, than: record.fullest) ? twin ?? record.fullest : record.fullest
    return fullest == Library.none ? nil : location(ofEntry: fullest)
  }

  /// Whether a text at a place can be that of a story: its page has, or had, one with this headline.
  public func canBe(_ index: StoryIndex, at location: BodyLocation) -> Bool {
    location.identity.titleID == identity(of: index).titleID
  }

  func location(ofEntry number: UInt32) -> BodyLocation {
    let entry = entries[number]
    return BodyLocation(
      path: path(ofPage: entry.page),
      body: Int(entry.bodyStart)..<Int(entry.bodyStart) + Int(entry.bodyCount),
      identity: stories[entry.story].identity)
  }

  func path(ofPage page: UInt32) -> String {
    let record = pages[page]
    return FilePath.joined(folders[record.folder], fileNames.string(record.name))
  }

  // MARK: Records

  /// The entries of a page, in its order.
  func entryNumbers(ofPage page: UInt32) -> Range<UInt32> {
    pages[page].entries.clamped(to: 0..<UInt32(entries.count))
  }

  func twinRecord(of record: StoryRecord) -> StoryRecord? {
    record.twin == Library.none ? nil : stories[record.twin]
  }

  /// The story that a record is shown as.
  func visible(_ record: UInt32) -> StoryIndex {
    let found = stories[record]
    let isMerged = !found.identity.isSourceKnown && found.twin != Library.none
    return StoryIndex(Int(isMerged ? found.twin : record))
  }

  /// The entries of a record, the latest merged first.
  func chain(_ record: UInt32) -> [UInt32] {
    var result: [UInt32] = []
    var next = stories[record].firstEntry
    while next != Library.none, result.count < entries.count {
      result.append(next)
      next = entries[next].next
    }
    return result
  }

  func firstNamesake(_ titleID: UInt64) -> UInt32 {
    var probe = titleSlots.probe(titleID)
    while let story = probe.next(in: titleSlots) {
      if stories[story].titleID == titleID { return story }
    }
    return Library.none
  }

  /// All records with one title.
  func namesakes(from first: UInt32) -> [UInt32] {
    var result: [UInt32] = []
    var next = first
    while next != Library.none, result.count < stories.count {
      result.append(next)
      next = stories[next].nextNamesake
    }
    return result
  }
}
