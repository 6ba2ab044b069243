public import Folders
import Glibc

/// Reads again what a ``FolderWatch`` has noticed, a batch a folder.
public struct ChangeReader: ~Copyable {
  private let readings: ReadingCounter
  private var reader = CaptureReader()

  /// - Parameter readings: shared with all loaders whose pages go into the same library.
  public init(readings: ReadingCounter) {
    self.readings = readings
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
          deliver(read(names, in: folder, deliver))
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
    guard !PageParts.isPart(path), let folder = OpenFolder(path: path) else { return }
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
    }
    return batch
  }

  private func exists(_ name: String, in folder: OpenFolder?) -> Bool {
    faccessat(folder?.descriptor ?? AT_FDCWD, name, F_OK, 0) == 0
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
