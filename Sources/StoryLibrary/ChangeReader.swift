public import Folders
import Glibc
import Text

/// Rereads the changes that a ``FolderWatch`` has noticed, one batch per folder.
public struct ChangeReader: ~Copyable {
  private let readings: ReadingCounter
  private let roots: [String]
  private var reader = CaptureReader()

  /// - Parameters:
  ///   - readings: the counter shared by all loaders of the same library.
  ///   - roots: the loaded paths: a folder that belongs to a page is read only if it was requested.
  public init(readings: ReadingCounter, roots: [String]) {
    (self.readings, self.roots) = (readings, roots)
  }

  /// Reads the current contents of the changed files. An overflow must be handled by a caller that can scan everything
  /// again.
  public mutating func read(_ changes: [FolderChange], _ deliver: (PageBatch) -> Void) {
    var names: [String] = []
    for (place, change) in changes.enumerated() {
      switch change {
      case .changed(let folder, let name), .removed(let folder, let name):
        names.append(name)
        // Consecutive changes in one folder form one batch.
        if place + 1 == changes.count || changes[place + 1].folder != folder {
          if !PageParts.isInPart(folder, roots: roots) { deliver(read(names, in: folder, deliver)) }
          names.removeAll(keepingCapacity: true)
        }
      case .folderAppeared(let path): list(path, deliver)
      case .folderGone(let path):
        var batch = PageBatch(folder: path)
        batch.addGoneFolder(reading: readings.next())
        deliver(batch)
      case .overflow: break
      }
    }
  }

  private mutating func list(_ path: String, _ deliver: (PageBatch) -> Void) {
    guard !PageParts.isInPart(path, roots: roots), let folder = OpenFolder(path: path) else { return }
    let files = PageFinder(folder: folder).list(chunk: .max) { _ in }.files
    var rest = files[...]
    while !rest.isEmpty {
      deliver(read(Array(rest.prefix(LibraryLoader.batchSize)), in: path, deliver))
      rest = rest.dropFirst(LibraryLoader.batchSize)
    }
  }

  /// A file that does not exist counts as removed, whatever change was reported.
  private mutating func read(
    _ names: [String], in path: String, _ deliver: (PageBatch) -> Void
  ) -> PageBatch {
    var batch = PageBatch(folder: path)
    let folder = path.isEmpty ? nil : OpenFolder(path: path)
    let finder = folder.map { PageFinder(folder: $0) }
    for name in names where finder?.mayBePage(name) ?? true {
      let exists = (path.isEmpty || folder != nil) && exists(name, in: folder)
      func deliverPart(_ batch: PageBatch) -> Bool {
        deliver(batch)
        return true
      }
      let isKnown =
        exists && batch.read(name, in: folder, readings: readings, reader: &reader, deliver: deliverPart)
      if !isKnown { batch.addGone(name, reading: readings.next()) }
      if exists { removeParts(ofPage: batch.path(of: name), deliver) }
    }
    return batch
  }

  /// Removes pages of a folder that turns out to belong to a page: files in it are not pages.
  private func removeParts(ofPage path: String, _ deliver: (PageBatch) -> Void) {
    for folder in PageParts.folders(ofPage: path) where !roots.contains(folder) {
      var batch = PageBatch(folder: folder)
      batch.addGoneFolder(reading: readings.next())
      deliver(batch)
    }
  }

  private func exists(_ name: String, in folder: OpenFolder?) -> Bool {
    FileName.withName(name) { faccessat(folder?.descriptor ?? AT_FDCWD, $0, F_OK, 0) } == 0
  }
}

extension FolderChange {
  /// The folder of a change to a single file.
  fileprivate var folder: String? {
    switch self {
    case .changed(let folder, _), .removed(let folder, _): folder
    case .folderAppeared, .folderGone, .overflow: nil
    }
  }
}
