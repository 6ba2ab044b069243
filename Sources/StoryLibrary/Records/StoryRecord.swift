// The rows of a library's tables are stored in files as they are in memory (see ``Catalogue``), so they consist only of
// numbers of fixed size, and any bytes form a valid row. When you change one, increase ``Catalogue/schema``.

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
    get { flags[flag: 1] }
    set { flags[flag: 1] = newValue }
  }

  /// Whether it must be sorted.
  var needsSorting: Bool {
    get { flags[flag: 2] }
    set { flags[flag: 2] = newValue }
  }

  /// Whether it is in `order`.
  var isListed: Bool {
    get { flags[flag: 4] }
    set { flags[flag: 4] = newValue }
  }

  /// Whether some copy does not name a source.
  var hasUnsourced: Bool {
    get { flags[flag: 8] }
    set { flags[flag: 8] = newValue }
  }

  /// Whether its page was saved later under another headline: then that story is shown.
  var isOlderVersion: Bool {
    get { flags[flag: 16] }
    set { flags[flag: 16] = newValue }
  }

  /// Whether there are older versions under other headlines.
  var hasOlderVersions: Bool {
    get { flags[flag: 32] }
    set { flags[flag: 32] = newValue }
  }

  var isEmpty: Bool { firstEntry == Library.none }
}
