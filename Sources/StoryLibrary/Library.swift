import Folders
import Tables
import Text

/// All stories of some folders of saved pages: headlines, links and byte ranges. Texts stay in their files until they
/// are shown.
///
/// A library is updated in batches, and the result does not depend on their order. Its tables may come from a file (see
/// ``Catalogue``).
public struct Library: Sendable {
  static let none = UInt32.max

  /// Headlines.
  var texts = TextTable()
  /// File names, separate from the headlines, so that reading all files loads no headlines.
  var fileNames = TextTable()
  var folders = NameTable()
  var folderRecords = Table<FolderRecord>()
  /// The numbers of folders, sorted by the bytes of their names; nil until a folder is removed.
  var foldersByName: RowList<UInt32>?
  var sources = NameTable(first: "")
  /// Ages and dates as written on pages.
  var dateTexts = NameTable(first: "")
  /// The topic sets of entries, one topic per line.
  var topicSets = NameTable(first: "")
  var authors = NameTable(first: "")
  var languages = NameTable(first: "")
  /// The web addresses of pages.
  var addressText = TextTable()
  var links = Table<LinkRecord>()
  var pages = Table<PageRecord>()
  /// Finds a page by its folder and name.
  var pageSlots = HashSlots()
  var entries = Table<EntryRecord>()
  var entryDetails = Table<EntryDetails>()
  /// The sketches of the entries' texts; the first one means no text.
  var sketches = Table<TextSketch>(zeros: 1)
  var headlines = Table<HeadlineRecord>()
  /// Each headline as the first page with it writes it, in `texts`.
  var headlineTitles = Table<TextRange>()
  /// The titles of entries that write their headline differently, by number of the entry.
  var writtenTitles = Table<WrittenTitle>()
  /// Finds a headline by its number.
  var titleSlots = HashSlots()
  var stories = Table<StoryRecord>()
  /// Finds a story by its identity. A story whose identity changed is found under both until the table grows.
  var storySlots = HashSlots()
  var addresses = Table<AddressRecord>()
  /// Finds an address by its hash.
  var addressSlots = HashSlots()
  var addressed = Table<AddressedEntry>()
  var ordered = RowList<UInt32>()
  var problemRows = Table<ProblemRecord>()
  /// Stories to be sorted.
  var touched: [UInt32] = []
  /// Headlines whose stories must be grouped again.
  var touchedHeadlines: [UInt32] = []
  /// Addresses whose pages must be compared.
  var touchedAddresses: [UInt32] = []
  /// How many rows of `entries` no longer belong to a page.
  var deadEntries = 0
  /// How many rows of `problemRows` no longer belong to a page.
  var deadProblems = 0

  /// How many pages were read, with or without stories.
  public internal(set) var pageCount = 0
  /// The number of the latest reading of a file; later ones have higher numbers.
  public internal(set) var lastReading: UInt32 = 0
  /// Changes whenever something is merged.
  public internal(set) var revision = 0
  /// Problems found while folders were listed.
  var listingProblems: [FileProblem] = []

  /// The file of unchanged tables.
  var file: TableFile?

  #if DEBUG
    let steps = StepCounter()
  #endif

  /// A library without stories.
  public init() {}

  /// A library without stories whose revision is later than that of another.
  public init(after other: Library) {
    revision = other.revision + 1
  }

  /// All stories, newest first.
  public var order: StoryList { StoryList(rows: ordered) }

  /// Whether there is no story to show.
  public var isEmpty: Bool { ordered.count == 0 }

  /// A story with its headline and metadata.
  public subscript(index: StoryIndex) -> Story {
    let record = stories[index.value]
    let dateText = entryDetails[record.bestDated].dateText
    let source = sourceNumber(of: index)
    return Story(
      index: index, identity: identity(of: index), title: texts.string(title(ofEntry: record.shown)),
      source: source == 0 ? nil : sources[UInt32(source)],
      when: dateText == 0 ? nil : dateTexts[dateText], published: entries[record.bestDated].published,
      saved: record.saved,
      hasPage: record.hasPage,
      pageCount: record.hasOlderVersions ? pagePaths(of: index).count : record.pageCount)
  }

  /// The current story of an index: it may have been merged into another one.
  public func current(_ index: StoryIndex) -> StoryIndex { visible(index.value) }

  /// Whether any page still has the story: it may have been removed while it was shown.
  public func isPresent(_ index: StoryIndex) -> Bool { !stories[visible(index.value).value].isEmpty }

  /// The identity under which marks are stored.
  public func identity(of index: StoryIndex) -> StoryIdentity {
    let record = stories[index.value]
    let shown = entries[record.shown]
    let address = pages[shown.page].address
    return StoryIdentity(
      id: StoryID(rawValue: record.id), headline: headline(of: record), text: sketches[shown.text],
      address: shown.isOwn && address != Library.none ? addresses[address].hash : 0,
      isOwnText: shown.isOwn && shown.hasText, inheritance: inheritance(of: record))
  }

  /// A story's headline, as a number.
  public func titleID(of index: StoryIndex) -> StoryID {
    StoryID(rawValue: headlines[stories[index.value].headline].id)
  }

  func headline(of record: StoryRecord) -> HeadlineID {
    HeadlineID(
      title: StoryID(rawValue: headlines[record.headline].id), sourced: StoryID(rawValue: record.sourcedID))
  }

  /// The story with an identity; nil when the library has none. Takes the same time however many stories there are.
  public func index(of id: StoryID) -> StoryIndex? { findStory(id.rawValue).map { visible($0) } }

  /// The same for a typed identity. Identities printed by earlier versions identified a headline and source: they
  /// select the longest such story, which requires a scan of all stories.
  public func index(ofTyped id: StoryID) -> StoryIndex? {
    if let exact = index(of: id) { return exact }
    let earlier = stories.firstNumber {
      $0.sourcedID == id.rawValue && !$0.isEmpty && $0.successor == Library.none
    }
    if let earlier { return visible(earlier) }
    return stories(titled: id).first {
      let record = stories[$0.value]
      return record.hasUnsourced && record.unsourcedSuccessor == Library.none
    }
  }

  /// The stories in the list that have had this headline, whatever their sources.
  public func stories(titled title: StoryID) -> [StoryIndex] {
    stories(titled: title, atMost: .max) ?? []
  }

  /// The same; nil if more than `limit` entries have the headline.
  public func stories(titled title: StoryID, atMost limit: Int) -> [StoryIndex]? {
    guard let headline = findHeadline(title.rawValue) else { return [] }
    let chain = chain(ofHeadline: headline, atMost: limit < .max ? limit + 1 : limit)
    guard chain.count <= limit else { return nil }
    let found = chain.filter {
      !entries[$0].isGone && entries[$0].story != Library.none
    }
    return Set(found.map { visible(entries[$0].story).value }).sorted().filter { stories[$0].isListed }
      .map { StoryIndex(Int($0)) }
  }

  /// The files of a story's pages: its own first, then newest first.
  public func pagePaths(of index: StoryIndex) -> [String] {
    var seen: Set<UInt32> = []
    return sortedEntries(of: index).map { entries[$0].page }.filter { seen.insert($0).inserted }
      .map { path(ofPage: $0) }
  }

  /// The location of the text that is shown for a story.
  public func bodyLocation(of index: StoryIndex) -> BodyLocation? {
    let shown = stories[index.value].shown
    return shown == Library.none ? nil : location(ofEntry: shown)
  }

  /// Whether a text at a location can be that of a story: its page has, or had, one with this headline and text.
  public func mayMatch(_ index: StoryIndex, at location: BodyLocation) -> Bool {
    let identity = identity(of: index)
    guard location.headline.title == identity.titleID else { return false }
    return location.text.isEmpty || identity.text.isEmpty
      || identity.headline.relation(of: identity.text, to: location.headline, location.text, isCut: true)
        != .different
  }

  func location(ofEntry number: UInt32) -> BodyLocation {
    let entry = entries[number]
    return BodyLocation(
      path: path(ofPage: entry.page), headline: headline(ofEntry: entry), text: sketches[entry.text])
  }

  private func headline(ofEntry entry: EntryRecord) -> HeadlineID {
    let title = StoryID(rawValue: headlines[headlineNumber(of: entry)].id)
    return HeadlineID(
      title: title,
      sourced: entry.source == 0 ? title : title.with(source: NormalizedTitle(sources[entry.source])))
  }

  func path(ofPage page: UInt32) -> String {
    let record = pages[page]
    return FilePath.joined(folders[record.folder], fileNames.string(record.name))
  }

  // MARK: Records

  /// The index in `headlines` of an entry's headline.
  func headlineNumber(of entry: EntryRecord) -> UInt32 { entry.headline ?? stories[entry.story].headline }

  /// The title of an entry as its page writes it, in `texts`.
  func title(ofEntry number: UInt32) -> TextRange {
    let entry = entries[number]
    guard entry.hasOwnTitle else { return headlineTitles[headlineNumber(of: entry)] }
    var (low, high) = (0, writtenTitles.count)
    while low < high {
      let middle = (low + high) / 2
      if writtenTitles[UInt32(middle)].entry < number { low = middle + 1 } else { high = middle }
    }
    return writtenTitles[UInt32(low)].title
  }

  /// The entries of a page, in page order.
  func entryNumbers(ofPage page: UInt32) -> Range<UInt32> {
    pages[page].entries.clamped(to: 0..<UInt32(entries.count))
  }

  /// The story that a record is shown as.
  func visible(_ record: UInt32) -> StoryIndex {
    var number = record
    // Bounded: the chain in a damaged file may be circular.
    for _ in 0..<8 {
      let found = stories[number]
      guard found.isEmpty || found.isOlderVersion, found.successor < stories.count else { break }
      number = found.successor
    }
    return StoryIndex(Int(number))
  }

  func findHeadline(_ title: UInt64) -> UInt32? {
    var probe = titleSlots.probe(title)
    while let headline = probe.next(in: titleSlots) {
      if headline < headlines.count, headlines[headline].id == title { return headline }
    }
    return nil
  }

  func findStory(_ id: UInt64) -> UInt32? {
    var probe = storySlots.probe(id)
    while let story = probe.next(in: storySlots) {
      countSteps(1)
      if story < stories.count, stories[story].id == id, !stories[story].isEmpty { return story }
    }
    return nil
  }

  func findAddress(_ hash: UInt64) -> UInt32? {
    var probe = addressSlots.probe(hash)
    while let address = probe.next(in: addressSlots) {
      if address < addresses.count, addresses[address].hash == hash { return address }
    }
    return nil
  }
}
