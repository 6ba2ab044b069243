// The rows of a library's tables are stored in files as they are in memory (see ``Catalogue``), so they consist only of
// numbers of fixed size, and any bytes form a valid row. When you change one, increase ``Catalogue/schema``.

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
    get { flags[flag: 1] }
    set { flags[flag: 1] = newValue }
  }

  /// Whether there is one story with at most one text, from which its identity is computed: another entry with the same
  /// text only changes the story's metadata.
  var isSimple: Bool {
    get { flags[flag: 2] }
    set { flags[flag: 2] = newValue }
  }
}
