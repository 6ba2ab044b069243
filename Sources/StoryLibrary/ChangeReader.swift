public import Folders
import Glibc

/// Reads again what a ``FolderWatch`` has noticed, a batch a folder.
public struct ChangeReader: ~Copyable {
  private let readings: ReadingCounter
  private var buffer = PageFileBuffer()

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
          deliver(read(names, in: folder))
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
    guard let folder = OpenFolder(path: path) else { return }
    let files = PageFinder(folder: folder).list(chunk: .max) { _ in }.files
    var rest = files[...]
    while !rest.isEmpty {
      deliver(read(Array(rest.prefix(LibraryLoader.batchSize)), in: path))
      rest = rest.dropFirst(LibraryLoader.batchSize)
    }
  }

  /// A file that is not there is gone, whatever was said of it.
  private mutating func read(_ names: [String], in path: String) -> PageBatch {
    var batch = PageBatch(folder: path)
    let folder = path.isEmpty ? nil : OpenFolder(path: path)
    for name in names where path.isEmpty || PageFinder.isPageName(name) {
      let reading = readings.next()
      let exists = (path.isEmpty || folder != nil) && exists(name, in: folder)
      if !exists || !batch.read(name, in: folder, reading: reading, buffer: &buffer) {
        batch.addGone(name, reading: reading)
      }
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
