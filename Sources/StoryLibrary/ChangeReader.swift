public import Folders
import Glibc
import Text

/// Reads again what a ``FolderWatch`` has noticed, a batch a folder.
public struct ChangeReader: ~Copyable {
  private let readings: ReadingCounter
  private let roots: [String]
  private var reader = CaptureReader()

  /// - Parameters:
  ///   - readings: shared with all loaders whose pages go into the same library.
  ///   - roots: what is loaded: a folder that belongs to a page is read only where it was asked for.
  public init(readings: ReadingCounter, roots: [String]) {
    (self.readings, self.roots) = (readings, roots)
  }

  /// What is in the changed files now. An overflow is for whoever can look through everything again.
  public mutating func read(_ changes: [FolderChange], _ deliver: (PageBatch) -> Void) {
    var names: [String] = []
    for (place, change) in changes.enumerated() {
      switch change {
      case .changed(let folder, let name), .removed(let folder, let name):
        names.append(name)
        // Neighbours in one folder are one batch.
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

  /// A file that is not there is gone, whatever was said of it.
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

  /// What was read in a folder before the page came that it belongs to is no page.
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
  /// Of a change of one file.
  fileprivate var folder: String? {
    switch self {
    case .changed(let folder, _), .removed(let folder, _): folder
    case .folderAppeared, .folderGone, .overflow: nil
    }
  }
}
