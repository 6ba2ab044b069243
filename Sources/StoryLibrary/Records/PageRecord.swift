import Captures
import Folders
import PageFormats
import Tables

// The rows of a library's tables are stored in files as they are in memory (see ``Catalogue``), so they consist only of
// numbers of fixed size, and any bytes form a valid row. When you change one, increase ``Catalogue/schema``.

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
    get { flags[flag: 1] }
    set { flags[flag: 1] = newValue }
  }

  /// Whether it is a page in an archive.
  var isInArchive: Bool {
    get { flags[flag: 0x800] }
    set { flags[flag: 0x800] = newValue }
  }

  /// Whether the file is an archive: its pages are in a folder with its path.
  var isArchive: Bool {
    get { flags[flag: 0x400] }
    set { flags[flag: 0x400] = newValue }
  }

  /// Whether the file was removed.
  var isGone: Bool {
    get { flags[flag: 2] }
    set { flags[flag: 2] = newValue }
  }

  var entries: Range<UInt32> { firstEntry..<max(firstEntry, firstEntry &+ entryCount) }
}
