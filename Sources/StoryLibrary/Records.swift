import Captures
import Folders
import PageFormats
import Tables

/// The rows of a library's tables. They are kept in files as they are in memory (see ``Catalogue``): numbers of
/// fixed sizes alone, and any bytes at all are a row. Whoever changes one changes ``Catalogue/schema``.

/// A folder, by the numbers of `folders`.
struct FolderRecord: Sendable, BitwiseCopyable {
  /// As it was when it was listed.
  var stamp = FileStamp.unknown
  /// The page that was added last: the head of the chain.
  var firstPage = Library.none
  /// Readings up to this one of files in the folder and below are of files that are gone with it.
  var goneReading: UInt32 = 0
}

/// A file that was read: a page, or something that turned out to be none.
struct PageRecord: Sendable, BitwiseCopyable {
  var stamp = FileStamp.unknown
  /// When it was saved, in seconds since 1970 (UTC).
  var saved: Int64 = 0
  /// In `folders`.
  var folder: UInt32 = 0
  var name = TextRange.none
  /// Its entries in `entries`, in the order of the page.
  var firstEntry: UInt32 = 0
  var entryCount: UInt32 = 0
  /// Of two readings of a file the later one counts.
  var reading: UInt32 = 0
  /// In `addresses`; `Library.none` where it tells none.
  var address = Library.none
  /// The next page of its folder, those that are gone too; `Library.none` at the end.
  var nextInFolder = Library.none
  /// In `problemRows`, where all of its problems stand together; `Library.none` where it has none.
  var firstProblem = Library.none
  private var flags: UInt32 = 0
  /// In `authors`; 0 where it names none.
  var author: UInt32 = 0
  /// In `languages`; 0 where it tells none.
  var language: UInt32 = 0

  /// How it is written.
  var syntax: PageSyntax {
    get { PageSyntax.allCases[min(Int(flags >> 16 & 3), PageSyntax.allCases.count - 1)] }
    set {
      let number = PageSyntax.allCases.firstIndex(of: newValue) ?? 0
      flags = flags & ~0x30000 | UInt32(number) << 16
    }
  }

  /// What says when it was saved.
  var savedOrigin: SavedTime.Origin {
    get { SavedTime.Origin(rawValue: UInt8(flags >> 8 & 3)) ?? .modification }
    set { flags = flags & ~0x300 | UInt32(newValue.rawValue) << 8 }
  }

  /// The file is there, and is a page.
  var isPage: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// It is one of the pages of an archive.
  var isInArchive: Bool {
    get { flags & 0x800 != 0 }
    set { flags = newValue ? flags | 0x800 : flags & ~0x800 }
  }

  /// The file is an archive: its pages are in a folder that has its path.
  var isArchive: Bool {
    get { flags & 0x400 != 0 }
    set { flags = newValue ? flags | 0x400 : flags & ~0x400 }
  }

  /// The file is gone.
  var isGone: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }

  var entries: Range<UInt32> { firstEntry..<max(firstEntry, firstEntry &+ entryCount) }
}

/// A story as it stands on one page.
struct EntryRecord: Sendable, BitwiseCopyable {
  /// From the lowest bit: the time's precision counted from 1, or 0 without a time (3 bits); the three flags below;
  /// seconds since 1970 (UTC). Packed, because a library has some of them for each story.
  private var time: Int64 = 0
  var page: UInt32
  /// In `headlines`.
  var headline: UInt32
  /// In `stories`; `Library.none` until the stories of its headline are told apart.
  var story = Library.none
  /// The story's next entry; `Library.none` at the end.
  var nextOfStory = Library.none
  /// The headline's next entry; `Library.none` at the end.
  var nextOfHeadline = Library.none
  /// In `sketches`; 0 is no text.
  var text: UInt32 = 0
  /// Of its text, in the page's decoded text.
  var byteCount: UInt32
  var title: TextRange
  /// In `sources`; 0 is unknown.
  var source: UInt32
  /// In `dateTexts`; 0 is nothing.
  var dateText: UInt32
  /// In `topicSets`; 0 is none.
  var topics: UInt32 = 0

  init(page: UInt32, headline: UInt32, byteCount: UInt32, title: TextRange, source: UInt32, dateText: UInt32)
  {
    (self.page, self.headline, self.byteCount) = (page, headline, byteCount)
    (self.title, self.source, self.dateText) = (title, source, dateText)
  }

  /// The page is the story's own, and does not only list it.
  var isOwn: Bool {
    get { has(0) }
    set { set(0, newValue) }
  }

  /// The page ends within the text.
  var isCut: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }

  /// Its page has gone, or was read again.
  var isGone: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }

  var hasText: Bool { text != 0 }

  private func has(_ flag: Int64) -> Bool { time & (8 << flag) != 0 }

  private mutating func set(_ flag: Int64, _ value: Bool) {
    time = value ? time | (8 << flag) : time & ~(8 << flag)
  }

  var published: PublicationTime? {
    get {
      let precision = UInt8(truncatingIfNeeded: time & 7)
      guard precision > 0 else { return nil }
      return PublicationTime.Precision(rawValue: precision - 1)
        .map { PublicationTime(seconds: time >> 6, precision: $0) }
    }
    set { time = time & 0x38 | (newValue.map { $0.seconds << 6 | Int64($0.precision.rawValue) + 1 } ?? 0) }
  }
}

/// All entries with one headline, whatever their sources.
struct HeadlineRecord: Sendable, BitwiseCopyable {
  /// Of the headline alone (see `HeadlineID.title`).
  var id: UInt64
  /// The entry merged last: the head of the chain.
  var firstEntry = Library.none
  private var flags: UInt32 = 0

  init(id: UInt64) { self.id = id }

  /// Its stories wait to be told apart.
  var needsGrouping: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// There is one story, with one text at most: another entry with the same changes nothing but its facts.
  var isSimple: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }
}

/// A web address that pages tell of themselves.
struct AddressRecord: Sendable, BitwiseCopyable {
  var hash: UInt64
  /// In `addressed`; `Library.none` at the end.
  var first = Library.none
  var needsPairing: UInt32 = 0
  /// In `links`; `Library.none` at the end.
  var firstLink = Library.none
  /// In `addressText`, as a page writes it; none where only links lead to it.
  var text = TextRange.none
}

/// One page's own entry with an address.
struct AddressedEntry: Sendable, BitwiseCopyable {
  var entry: UInt32
  /// The next one with the same address.
  var next: UInt32
}

/// A story: entries that are copies and versions of one text (see ``StoryGrouping``).
struct StoryRecord: Sendable, BitwiseCopyable {
  var id: UInt64
  /// Of its headline and source (see `HeadlineID.sourced`).
  var sourcedID: UInt64
  /// When the newest of its pages was saved.
  var saved: Int64 = .min
  /// When the oldest of its pages was saved.
  var firstSaved: Int64 = .max
  /// What the list is sorted by, as it was when the record was last put in order.
  var sortTime: Int64 = .min
  /// The entry whose text and title are shown.
  var shown = Library.none
  /// The entry whose time is shown.
  var bestDated = Library.none
  /// The head of the chain. `Library.none` when all its pages are gone.
  var firstEntry = Library.none
  var pageCount: UInt32 = 0
  /// In `headlines`.
  var headline: UInt32
  /// The story with the same headline and source that would have been shown in its place later, being longer; itself
  /// when it never was shown; `Library.none` when it still would be (see `MarkInheritance`). Of a story without
  /// entries, and of an older version: the story that it has become part of.
  var successor = Library.none
  /// The same among the stories with a copy without a source.
  var unsourcedSuccessor = Library.none
  private var flags: UInt32 = 0

  init(id: UInt64, sourcedID: UInt64, headline: UInt32) {
    (self.id, self.sourcedID, self.headline) = (id, sourcedID, headline)
  }

  /// A page of its own was saved.
  var hasPage: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }

  /// It waits to be put in order.
  var needsSorting: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }

  /// It stands in `order`.
  var isListed: Bool {
    get { has(4) }
    set { set(4, newValue) }
  }

  /// Some copy does not name a source.
  var hasUnsourced: Bool {
    get { has(8) }
    set { set(8, newValue) }
  }

  /// Its page was saved later under another headline: that story is shown.
  var isOlderVersion: Bool {
    get { has(16) }
    set { set(16, newValue) }
  }

  /// There are older versions under other headlines.
  var hasOlderVersions: Bool {
    get { has(32) }
    set { set(32, newValue) }
  }

  private func has(_ flag: UInt32) -> Bool { flags & flag != 0 }
  private mutating func set(_ flag: UInt32, _ value: Bool) { flags = value ? flags | flag : flags & ~flag }

  var isEmpty: Bool { firstEntry == Library.none }
}
