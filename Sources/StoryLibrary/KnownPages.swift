import Folders
import Glibc
import Synchronization

/// What a library knows about files, for a loader that reads only new or changed files.
///
/// Requires a library that is not modified, opened from a ``Catalogue`` for this purpose.
public final class KnownPages: Sendable {
  private let library: Library
  /// For each page, whether its file still exists.
  private let seen: Mutex<[Bool]>

  /// All files of a library.
  public init(_ library: Library) {
    var library = library
    // Catalogue memory read for this purpose is freed with this object and does not stay with the library.
    library.releaseFileMemory()
    self.library = library
    seen = Mutex(Array(repeating: false, count: library.pages.count))
  }

  var lastReading: UInt32 { library.lastReading }

  /// A folder's number; nil for an unknown folder.
  func folder(_ path: String) -> UInt32? { library.folders.find(path) }

  struct KnownFile {
    var page: UInt32
    var stamp: FileStamp
  }

  func file(_ name: String, in folder: UInt32) -> KnownFile? {
    var name = name
    let page = name.withUTF8 { library.page($0, in: folder, hash: Library.pageHash(folder, $0)) }
    return page.flatMap { page in
      let record = library.pages[page]
      return record.isGone ? nil : KnownFile(page: page, stamp: record.stamp)
    }
  }

  /// The number of a file and, for an archive, those of the pages in it.
  func pages(of file: KnownFile) -> [UInt32] {
    guard library.pages[file.page].isArchive,
      let archive = library.folders.find(library.path(ofPage: file.page))
    else { return [file.page] }
    return [file.page] + library.pages(ofFolder: archive)
  }

  func markSeen(_ pages: [UInt32]) {
    seen.withLock { seen in
      for page in pages { seen[Int(page)] = true }
    }
  }

  /// The pages whose files were not seen, one batch per folder.
  func unseen() -> [PageBatch] {
    var batches: [UInt32: PageBatch] = [:]
    let seen = seen.withLock { $0 }
    for (page, isSeen) in seen.enumerated() where !isSeen {
      let record = library.pages[UInt32(page)]
      if record.isGone { continue }
      batches[record.folder, default: PageBatch(folder: library.folders[record.folder])]
        .addGone(library.fileNames.string(record.name), reading: record.reading)
    }
    return Array(batches.values)
  }
}

/// Numbers the readings of files, so that the later of two readings of one file is known, whatever threads they come
/// from.
public final class ReadingCounter: Sendable {
  private let last: Atomic<UInt32>

  /// Continues after the readings that a library contains.
  public init(after last: UInt32 = 0) {
    self.last = Atomic(last)
  }

  /// The number for a reading that begins now.
  public func next() -> UInt32 { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
