import Captures
import Folders
import PageFormats
import Tables

/// The rows of a library's tables. They are stored in files as they are in memory (see ``Catalogue``), so they consist
/// only of numbers of fixed size, and any bytes form a valid row. When you change one, increase ``Catalogue/schema``.

/// A folder; numbered as in `folders`.
struct FolderRecord: Sendable, BitwiseCopyable {
  /// Its stamp when it was listed.
  var stamp = FileStamp.unknown
  /// The page added last: the head of the chain.
  var firstPage = Library.none
  /// Readings up to this one, of files in the folder and its subfolders, are of files that were removed with it.
  var goneReading: UInt32 = 0
}

/// A file that was read, whether or not it is a page.
struct PageRecord: Sendable, BitwiseCopyable {
  var stamp = FileStamp.unknown
  /// When it was saved, in seconds since 1970 (UTC).
  var saved: Int64 = 0
  /// The index in `folders`.
  var folder: UInt32 = 0
  var name = TextRange.none
  /// Its entries in `entries`, in the order of the page.
  var firstEntry: UInt32 = 0
  var entryCount: UInt32 = 0
  /// The number of its reading. Of two readings of a file the later one counts.
  var reading: UInt32 = 0
  /// The index in `addresses`; `Library.none` if it has no address.
  var address = Library.none
  /// The next page of its folder, including removed ones; `Library.none` at the end.
  var nextInFolder = Library.none
  /// The index in `problemRows`, where all of its problems are adjacent; `Library.none` if it has none.
  var firstProblem = Library.none
  private var flags: UInt32 = 0
  /// The index in `authors`; 0 if it names none.
  var author: UInt32 = 0
  /// The index in `languages`; 0 for none.
  var language: UInt32 = 0

  /// The syntax of the page.
  var syntax: PageSyntax {
    get { PageSyntax.allCases[min(Int(flags >> 16 & 3), PageSyntax.allCases.count - 1)] }
    set {
      let number = PageSyntax.allCases.firstIndex(of: newValue) ?? 0
      flags = flags & ~0x30000 | UInt32(number) << 16
    }
  }

  /// The origin of the time when it was saved.
  var savedOrigin: SavedTime.Origin {
    get { SavedTime.Origin(rawValue: UInt8(flags >> 8 & 3)) ?? .modification }
    set { flags = flags & ~0x300 | UInt32(newValue.rawValue) << 8 }
  }

  /// Whether the file exists and is a page.
  var isPage: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// Whether it is a page in an archive.
  var isInArchive: Bool {
    get { flags & 0x800 != 0 }
    set { flags = newValue ? flags | 0x800 : flags & ~0x800 }
  }

  /// Whether the file is an archive: its pages are in a folder with its path.
  var isArchive: Bool {
    get { flags & 0x400 != 0 }
    set { flags = newValue ? flags | 0x400 : flags & ~0x400 }
  }

  /// Whether the file was removed.
  var isGone: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }

  var entries: Range<UInt32> { firstEntry..<max(firstEntry, firstEntry &+ entryCount) }
}

/// A story as it appears on one page. Small, because a library has several entries for each story.
struct EntryRecord: Sendable, BitwiseCopyable {
  /// The lower and upper half of ``time``; two numbers, because rows are aligned to their largest field.
  private var lowTime: UInt32 = 0
  private var highTime: UInt32 = 0
  var page: UInt32
  /// The index in `stories`, or in `headlines` until the entries of its headline have been grouped.
  private var owner: UInt32
  /// The story's next entry; `Library.none` at the end.
  var nextOfStory = Library.none
  /// The headline's next entry; `Library.none` at the end.
  var nextOfHeadline = Library.none
  /// The index in `sketches`; 0 means no text.
  var text: UInt32 = 0
  /// The length of its text in the page's decoded text.
  var byteCount: UInt32
  /// The index in `sources`; 0 means unknown.
  var source: UInt32

  init(page: UInt32, headline: UInt32, byteCount: UInt32, source: UInt32) {
    (self.page, owner, self.byteCount, self.source) = (page, headline, byteCount, source)
  }

  /// Whether the page is the story's own and does not only list it.
  var isOwn: Bool {
    get { has(0) }
    set { set(0, newValue) }
  }

  /// Whether the page ends within the text.
  var isCut: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }

  /// Whether its page was removed or read again.
  var isGone: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }

  /// Whether its page writes the headline differently from the first page with it (see ``WrittenTitle``).
  var hasOwnTitle: Bool {
    get { has(3) }
    set { set(3, newValue) }
  }

  /// Whether it has been assigned to a story.
  private var isGrouped: Bool {
    get { has(4) }
    set { set(4, newValue) }
  }

  /// The index in `stories`; `Library.none` until the entries of its headline have been grouped.
  var story: UInt32 {
    get { isGrouped ? owner : Library.none }
    set { (owner, isGrouped) = (newValue, true) }
  }

  /// The index in `headlines`; nil for an entry with a story, which has the number.
  var headline: UInt32? { isGrouped ? nil : owner }

  var hasText: Bool { text != 0 }

  /// From the lowest bit: the time's precision counted from 1, or 0 without a time (3 bits); the five flags above;
  /// seconds since 1970 (UTC).
  private var time: Int64 {
    get { Int64(bitPattern: UInt64(highTime) << 32 | UInt64(lowTime)) }
    set {
      (lowTime, highTime) = (UInt32(truncatingIfNeeded: newValue), UInt32(truncatingIfNeeded: newValue >> 32))
    }
  }

  private func has(_ flag: UInt32) -> Bool { lowTime & (8 << flag) != 0 }

  private mutating func set(_ flag: UInt32, _ value: Bool) {
    lowTime = value ? lowTime | (8 << flag) : lowTime & ~(8 << flag)
  }

  var published: PublicationTime? {
    get {
      let precision = UInt8(truncatingIfNeeded: time & 7)
      guard precision > 0 else { return nil }
      return PublicationTime.Precision(rawValue: precision - 1)
        .map { PublicationTime(seconds: time >> 8, precision: $0) }
    }
    set { time = time & 0xF8 | (newValue.map { $0.seconds << 8 | Int64($0.precision.rawValue) + 1 } ?? 0) }
  }
}

/// The part of an entry that is only displayed and searched, separate from what merging accesses.
struct EntryDetails: Sendable, BitwiseCopyable {
  /// The index in `dateTexts`; 0 means none.
  var dateText: UInt32
  /// The index in `topicSets`; 0 means none.
  var topics: UInt32
}

/// All entries with one headline, whatever their sources.
struct HeadlineRecord: Sendable, BitwiseCopyable {
  /// The identity of the headline alone (see `HeadlineID.title`).
  var id: UInt64
  /// The entry merged last: the head of the chain.
  var firstEntry = Library.none
  /// The two flags below; the other bits are a hash of the title's bytes (see `headlineTitles`).
  private var flags: UInt32

  private static let flagBits: UInt32 = 3

  init(id: UInt64, titleHash: UInt32) { (self.id, flags) = (id, titleHash & ~HeadlineRecord.flagBits) }

  /// Whether the title has a hash: then it is taken to be the same, because it has the same ``id``, too.
  func hasTitle(_ hash: UInt32) -> Bool { (flags ^ hash) & ~HeadlineRecord.flagBits == 0 }

  /// Whether its entries must be grouped into stories.
  var needsGrouping: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// Whether there is one story with at most one text, from which its identity is computed: another entry with the same
  /// text only changes the story's metadata.
  var isSimple: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }
}

/// The title of an entry whose page writes its headline differently: with other capitals, for example.
struct WrittenTitle: Sendable, BitwiseCopyable {
  var entry: UInt32
  /// The title in `texts`.
  var title: TextRange
}

/// A web address of pages.
struct AddressRecord: Sendable, BitwiseCopyable {
  var hash: UInt64
  /// The head of a chain in `addressed`; `Library.none` if it is empty.
  var first = Library.none
  var needsPairing: UInt32 = 0
  /// The head of a chain in `links`; `Library.none` if it is empty.
  var firstLink = Library.none
  /// The address in `addressText` as written on a page; none if it only occurs in links.
  var text = TextRange.none
}

/// One page's own entry with an address.
struct AddressedEntry: Sendable, BitwiseCopyable {
  var entry: UInt32
  /// The next one with the same address.
  var next: UInt32
}

/// A story: entries that are copies or versions of one text (see ``StoryGrouping``).
struct StoryRecord: Sendable, BitwiseCopyable {
  var id: UInt64
  /// The identity of its headline and source (see `HeadlineID.sourced`).
  var sourcedID: UInt64
  /// When the newest of its pages was saved.
  var saved: Int64 = .min
  /// The time that the list is sorted by, as of the last time the record was sorted.
  var sortTime: Int64 = .min
  /// The entry whose text and title are shown.
  var shown = Library.none
  /// The entry whose time is shown.
  var bestDated = Library.none
  /// The head of the chain of entries. `Library.none` if all its pages were removed.
  var firstEntry = Library.none
  /// The index in `headlines`.
  var headline: UInt32
  /// The story with the same headline and source that would have been shown later in its place, being longer; the story
  /// itself if it was never shown; `Library.none` if it still would be shown (see `MarkInheritance`). For a story
  /// without entries and for an older version: the story that it was merged into.
  var successor = Library.none
  /// The same, among the stories that have a copy without a source.
  var unsourcedSuccessor = Library.none
  /// The seconds from the first of its pages to the newest, at most 136 years.
  private var savedSpan: UInt32 = 0
  /// The flags below, and from the ninth bit the number of pages.
  private var flags: UInt32 = 0

  init(id: UInt64, sourcedID: UInt64, headline: UInt32) {
    (self.id, self.sourcedID, self.headline) = (id, sourcedID, headline)
  }

  /// When the oldest of its pages was saved.
  var firstSaved: Int64 { saved == .min ? .max : saved &- Int64(savedSpan) }

  /// When its pages were saved; nil if there are none, or if the first time is not exactly known.
  var savedTimes: ClosedRange<Int64>? {
    saved == .min || savedSpan == .max || firstSaved > saved ? nil : firstSaved...saved
  }

  /// Adds the time when a page was saved.
  mutating func include(saved time: Int64) {
    let (first, last) = (min(firstSaved, time), max(saved, time))
    (saved, savedSpan) = (last, UInt32(clamping: last &- first))
  }

  /// How many pages have it, at most 16,777,215.
  var pageCount: Int {
    get { Int(flags >> 8) }
    set { flags = flags & 0xFF | UInt32(min(newValue, 0xFF_FFFF)) << 8 }
  }

  /// Whether a page of its own was saved.
  var hasPage: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }

  /// Whether it must be sorted.
  var needsSorting: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }

  /// Whether it is in `order`.
  var isListed: Bool {
    get { has(4) }
    set { set(4, newValue) }
  }

  /// Whether some copy does not name a source.
  var hasUnsourced: Bool {
    get { has(8) }
    set { set(8, newValue) }
  }

  /// Whether its page was saved later under another headline: then that story is shown.
  var isOlderVersion: Bool {
    get { has(16) }
    set { set(16, newValue) }
  }

  /// Whether there are older versions under other headlines.
  var hasOlderVersions: Bool {
    get { has(32) }
    set { set(32, newValue) }
  }

  private func has(_ flag: UInt32) -> Bool { flags & flag != 0 }
  private mutating func set(_ flag: UInt32, _ value: Bool) { flags = value ? flags | flag : flags & ~flag }

  var isEmpty: Bool { firstEntry == Library.none }
}
