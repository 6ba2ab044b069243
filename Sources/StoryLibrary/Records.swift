import Folders
import PageFormats
import Tables

/// The rows of a library's tables. They are kept in files as they are in memory (see ``Catalogue``): numbers of
/// fixed sizes alone, and any bytes at all are a row. Whoever changes one changes ``Catalogue/schema``.

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
  private var flags: UInt32 = 0

  /// The file is there, and is a page.
  var isPage: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// The file is gone.
  var isGone: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }

  /// There are rows in `problemRows` about it.
  var hasProblems: Bool {
    get { flags & 4 != 0 }
    set { flags = newValue ? flags | 4 : flags & ~4 }
  }

  var entries: Range<UInt32> { firstEntry..<max(firstEntry, firstEntry &+ entryCount) }
}

/// A story as it stands on one page.
struct EntryRecord: Sendable, BitwiseCopyable {
  /// From the lowest bit: the time's precision counted from 1, or 0 without a time (3 bits); whether it is the page's
  /// own (1 bit); seconds since 1970 (UTC). Packed, because a library has some of them for each story.
  private var time: Int64 = 0
  var page: UInt32
  var story: UInt32
  /// The story's next entry; `Library.none` at the end.
  var next = Library.none
  /// In the page's decoded text.
  var bodyStart: UInt32
  var bodyCount: UInt32
  var title: TextRange
  /// In `sources`; 0 is unknown.
  var source: UInt32
  /// In `whens`; 0 is nothing.
  var when: UInt32
  /// In `topicSets`; 0 is none.
  var topics: UInt32 = 0

  init(page: UInt32, story: UInt32, body: Range<UInt32>, title: TextRange, source: UInt32, when: UInt32) {
    (self.page, self.story, self.title, self.source, self.when) = (page, story, title, source, when)
    (bodyStart, bodyCount) = (body.lowerBound, UInt32(body.count))
  }

  var isOwn: Bool {
    get { time & 8 != 0 }
    set { time = newValue ? time | 8 : time & ~8 }
  }

  var published: PublicationTime? {
    get {
      let precision = UInt8(truncatingIfNeeded: time & 7)
      guard precision > 0 else { return nil }
      return PublicationTime.Precision(rawValue: precision - 1)
        .map { PublicationTime(seconds: time >> 4, precision: $0) }
    }
    set { time = time & 8 | (newValue.map { $0.seconds << 4 | Int64($0.precision.rawValue) + 1 } ?? 0) }
  }
}

/// All entries with one title and one source, or with one title and no source.
struct StoryRecord: Sendable, BitwiseCopyable {
  var id: UInt64
  var titleID: UInt64
  /// When the newest of its pages was saved.
  var saved: Int64 = .min
  /// What the list is sorted by, as it was when the record was last put in order.
  var sortTime: Int64 = .min
  /// The entry with the fullest text: its title and source are shown.
  var fullest = Library.none
  /// The entry whose time is shown.
  var dated = Library.none
  /// The entry merged last: the head of the chain. `Library.none` when all its pages are gone.
  var firstEntry = Library.none
  var pageCount: UInt32 = 0
  /// For a story with a source: the record of its copies without one. For such a record: the story they
  /// belong to.
  var twin = Library.none
  /// The next record with the same title.
  var nextNamesake = Library.none
  private var flags: UInt32 = 0
  private var unused: UInt32 = 0

  init(_ identity: StoryIdentity) {
    (id, titleID) = (identity.id.rawValue, identity.titleID.rawValue)
  }

  var identity: StoryIdentity {
    StoryIdentity(id: StoryID(rawValue: id), titleID: StoryID(rawValue: titleID))
  }

  /// A page of its own was saved.
  var hasPage: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// It waits to be put in order.
  var isTouched: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }

  /// It stands in `order`.
  var isListed: Bool {
    get { flags & 4 != 0 }
    set { flags = newValue ? flags | 4 : flags & ~4 }
  }

  /// Others have the same title and another source, or none.
  var hasNamesakes: Bool {
    get { flags & 8 != 0 }
    set { flags = newValue ? flags | 8 : flags & ~8 }
  }

  var isEmpty: Bool { firstEntry == Library.none }
}
