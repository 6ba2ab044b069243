import Folders
import Glibc
import Synchronization

/// What a library knows of files, for a loader that reads only those that are new or have changed.
///
/// Give it a library that nothing is added to: one that was opened for this from a ``Catalogue``.
public final class KnownPages: Sendable {
  private let library: Library
  /// For each page whether its file is still there.
  private let seen: Mutex<[Bool]>

  /// All files of a library.
  public init(_ library: Library) {
    var library = library
    // What is read of its catalogue for this goes with this, and does not stay with the library.
    library.releaseFileMemory()
    self.library = library
    seen = Mutex(Array(repeating: false, count: library.pages.count))
  }

  var lastReading: UInt32 { library.lastReading }

  /// A folder's number; nil for one in which nothing is known.
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

  /// The number of a file, and those of the pages in it where it is an archive.
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

  /// The pages whose files were not seen, a batch a folder.
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

/// Numbers the readings of files, so that of two readings of one file it is known which was later, whatever
/// threads they come from.
public final class ReadingCounter: Sendable {
  private let last: Atomic<UInt32>

  /// Continues after the readings that a library knows of.
  public init(after last: UInt32 = 0) {
    self.last = Atomic(last)
  }

  /// The number of a reading that begins now.
  public func next() -> UInt32 { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
