import PageDump

/// All stories of some folders of saved pages, in memory: headlines, links and byte ranges; the texts stay in
/// their files until somebody looks at one.
///
/// A library grows by batches, in any order, and is the same in the end whatever the order was.
public struct Library: Sendable {
  struct PageRecord: Sendable {
    var folder: UInt32
    var name: TextRange
    var saved: Int64
    /// In `entries`, in the order of the page.
    var entries: Range<UInt32>
  }

  /// A story as it stands on one page.
  struct EntryRecord: Sendable {
    var page: UInt32
    var story: UInt32
    var body: Range<UInt32>
    /// The story's next entry; `Library.none` at the end.
    var next: UInt32
    var isOwn: Bool
  }

  /// All entries with one title and one source, or with one title and no source.
  struct StoryRecord: Sendable {
    var identity: StoryIdentity
    /// As the fullest entry writes it; the source too.
    var title = TextRange()
    /// In `sources`; 0 is unknown.
    var source: UInt32 = 0
    var when = TextRange()
    var published: PublicationTime?
    /// The page that `when` and `published` are from.
    var dated = Library.none
    var saved: Int64 = .min
    /// The entry with the fullest text.
    var fullest = Library.none
    /// The entry merged last: the head of the chain.
    var firstEntry = Library.none
    var pageCount: UInt32 = 0
    var hasPage = false
    /// For a story with a source: the record of its copies without one. For such a record: the story they
    /// belong to.
    var twin = Library.none
    /// The next record with the same title.
    var nextNamesake = Library.none
    /// What the list is sorted by, as it was when the record was last put in order.
    var sortTime: Int64 = .min
    var isTouched = false
  }

  static let none = UInt32.max

  var text: [UInt8] = []
  var folders = NameTable()
  var sources = NameTable(first: "")
  var pages: [PageRecord] = []
  var entries: [EntryRecord] = []
  var records: [StoryRecord] = []
  /// The first record of each title.
  var namesakes: [StoryID: UInt32] = [:]
  var touched: [UInt32] = []

  /// All stories, newest first (see ``StoryOrder``).
  public internal(set) var order: [StoryIndex] = []
  /// Files that gave no page or were not understood whole.
  public internal(set) var problems: [FileProblem] = []

  /// A library without stories.
  public init() {}

  /// How many pages were read, whatever stands on them.
  public var pageCount: Int { pages.count }
  /// There is no story to show.
  public var isEmpty: Bool { order.isEmpty }

  /// A story's headline and what is known of it.
  public subscript(index: StoryIndex) -> Story {
    let record = records[index.offset]
    let twin = twinRecord(of: record)
    let fullest = isFuller(twin?.fullest, than: record.fullest) ? twin ?? record : record
    let dated = StoryOrder.isBetter(twin?.published, than: record.published) ? twin ?? record : record
    return Story(
      index: index, identity: record.identity, title: string(fullest.title),
      source: record.source == 0 ? nil : sources[record.source],
      when: dated.when.count == 0 ? nil : string(dated.when), published: dated.published,
      saved: max(record.saved, twin?.saved ?? .min), hasPage: record.hasPage || twin?.hasPage == true,
      pageCount: twin == nil ? Int(record.pageCount) : pageCount(of: index))
  }

  /// One page may have copies with and without a source.
  private func pageCount(of index: StoryIndex) -> Int {
    Set(sortedEntries(of: index).map { entries[$0].page }).count
  }

  /// The story that an index stands for now: a copy without a source may since have found the story it belongs
  /// to.
  public func current(_ index: StoryIndex) -> StoryIndex { visible(index.value) }

  /// What marks are kept under.
  public func identity(of index: StoryIndex) -> StoryIdentity { records[index.offset].identity }

  /// The story with an identity; nil when the library has none.
  public func index(of id: StoryID) -> StoryIndex? {
    records.firstIndex { $0.identity.id == id }.map { visible(UInt32($0)) }
  }

  /// The files of the pages a story stands on: its own first, then the newest.
  public func pagePaths(of index: StoryIndex) -> [String] {
    var seen: Set<UInt32> = []
    return sortedEntries(of: index).map { entries[$0].page }.filter { seen.insert($0).inserted }
      .map { path(ofPage: $0) }
  }

  /// Where a story's fullest text is.
  public func bodyLocation(of index: StoryIndex) -> BodyLocation? {
    let record = records[index.offset]
    let twin = twinRecord(of: record)?.fullest
    let fullest = isFuller(twin, than: record.fullest) ? twin ?? record.fullest : record.fullest
    guard fullest != Library.none else { return nil }
    let entry = entries[Int(fullest)]
    return BodyLocation(
      path: path(ofPage: entry.page), body: Int(entry.body.lowerBound)..<Int(entry.body.upperBound),
      identity: records[Int(entry.story)].identity)
  }

  // MARK: Records

  func twinRecord(of record: StoryRecord) -> StoryRecord? {
    record.twin == Library.none ? nil : records[Int(record.twin)]
  }

  /// The story that a record is shown as.
  func visible(_ record: UInt32) -> StoryIndex {
    let found = records[Int(record)]
    let isMerged = !found.identity.isSourceKnown && found.twin != Library.none
    return StoryIndex(Int(isMerged ? found.twin : record))
  }

  /// The entries of a record, the latest merged first.
  func chain(_ record: UInt32) -> [Int] {
    var result: [Int] = []
    var next = records[Int(record)].firstEntry
    while next != Library.none {
      result.append(Int(next))
      next = entries[Int(next)].next
    }
    return result
  }

  /// All entries of a story: own pages first, then by the pages' age (newest first) and path.
  func sortedEntries(of index: StoryIndex) -> [Int] {
    let twin = records[index.offset].twin
    let all = chain(index.value) + (twin == Library.none ? [] : chain(twin))
    guard all.count > 1 else { return all }
    return all.sorted { a, b in
      let (left, right) = (entries[a], entries[b])
      if left.isOwn != right.isOwn { return left.isOwn }
      return left.page == right.page ? a < b : isNewer(left.page, than: right.page)
    }
  }

  /// The page saved later; of two saved at once the one whose path comes first.
  func isNewer(_ a: UInt32, than b: UInt32) -> Bool {
    let (left, right) = (pages[Int(a)], pages[Int(b)])
    if left.saved != right.saved { return left.saved > right.saved }
    if left.folder == right.folder {
      return text[left.name.range].lexicographicallyPrecedes(text[right.name.range])
    }
    return path(ofPage: a).utf8.lexicographicallyPrecedes(path(ofPage: b).utf8)
  }

  /// The longer text wins; of equal ones that of its own page, which keeps its paragraphs, then the newer
  /// page.
  func isFuller(_ a: UInt32?, than b: UInt32) -> Bool {
    guard let a, a != Library.none else { return false }
    guard b != Library.none else { return true }
    let (left, right) = (entries[Int(a)], entries[Int(b)])
    if left.body.count != right.body.count { return left.body.count > right.body.count }
    if left.isOwn != right.isOwn { return left.isOwn }
    return left.page != right.page && isNewer(left.page, than: right.page)
  }

  func string(_ range: TextRange) -> String { String(decoding: text[range.range], as: UTF8.self) }

  func path(ofPage page: UInt32) -> String {
    let record = pages[Int(page)]
    return FilePath.joined(folders[record.folder], string(record.name))
  }
}
