import PageFormats
import Tables

// The rows of a library's tables are stored in files as they are in memory (see ``Catalogue``), so they consist only of
// numbers of fixed size, and any bytes form a valid row. When you change one, increase ``Catalogue/schema``.

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
    get { lowTime[flag: 8] }
    set { lowTime[flag: 8] = newValue }
  }

  /// Whether the page ends within the text.
  var isCut: Bool {
    get { lowTime[flag: 16] }
    set { lowTime[flag: 16] = newValue }
  }

  /// Whether its page was removed or read again.
  var isGone: Bool {
    get { lowTime[flag: 32] }
    set { lowTime[flag: 32] = newValue }
  }

  /// Whether its page writes the headline differently from the first page with it (see ``WrittenTitle``).
  var hasOwnTitle: Bool {
    get { lowTime[flag: 64] }
    set { lowTime[flag: 64] = newValue }
  }

  /// Whether it has been assigned to a story.
  private var isGrouped: Bool {
    get { lowTime[flag: 128] }
    set { lowTime[flag: 128] = newValue }
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

/// The title of an entry whose page writes its headline differently: with other capitals, for example.
struct WrittenTitle: Sendable, BitwiseCopyable {
  var entry: UInt32
  /// The title in `texts`.
  var title: TextRange
}
