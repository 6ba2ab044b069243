import Folders
import Glibc
import Tables
import Text

/// Removes files from the cache folder that will not be used again: catalogues and indexes of folders that no longer
/// exist, those of other program versions, and incomplete files of programs that were terminated.
///
/// A folder may only be missing temporarily, for example on an unmounted disk, so caches that were used recently stay.
struct StaleCaches {
  /// How long a seemingly useless cache stays, in seconds.
  private static let patience = 7 * 24 * 3_600

  private let folder: String
  private let now: Int
  private let isRunning: (pid_t) -> Bool

  /// - Parameters:
  ///   - folder: the cache folder, with a trailing slash.
  ///   - now: the current time in seconds since 1970 (UTC).
  ///   - isRunning: whether a process with a given number exists.
  init(
    in folder: String, now: Int = time(nil),
    isRunning: @escaping (pid_t) -> Bool = { kill($0, 0) == 0 || errno != ESRCH }
  ) {
    (self.folder, self.now, self.isRunning) = (folder, now, isRunning)
  }

  /// - Parameter current: the catalogue in use.
  func remove(except current: String) {
    let names = StaleCaches.names(in: folder)
    for name in names where isLeftover(name) { unlink(folder + name) }
    // All files of a cache have the same name up to the dot.
    for (stem, files) in Dictionary(grouping: names, by: { String($0.prefix { $0 != "." }) }) {
      let catalogue = folder + stem + Catalogue.ending
      guard StaleCaches.isStem(stem), catalogue != current, isOld(files), !isInUse(catalogue) else {
        continue
      }
      for file in files { unlink(folder + file) }
    }
  }

  /// A temporary file whose writer is no longer running: `X.catalogue.PID`, `X.related.PID`, `X.scratch.PID`.
  private func isLeftover(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, StaleCaches.isStem(parts[0]),
      [Catalogue.ending, Catalogue.relatedEnding, Catalogue.scratchEnding].contains("." + parts[1])
    else { return false }
    return pid_t(parts[2]).map { !isRunning($0) } ?? false
  }

  /// Whether a name is sixteen hexadecimal digits: no other files in the folder are removed.
  private static func isStem(_ name: some StringProtocol) -> Bool {
    name.utf8.count == 16 && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private func isOld(_ files: [String]) -> Bool {
    files.allSatisfy { file in
      var status = stat()
      return stat(folder + file, &status) != 0 || status.st_mtim.tv_sec < now - StaleCaches.patience
    }
  }

  /// Whether some folder with pages in the catalogue exists.
  private func isInUse(_ catalogue: String) -> Bool {
    guard let file = TableFile(path: catalogue, schema: Catalogue.schema, identity: nil),
      let library = Library(file)
    else { return false }
    return (0..<UInt32(library.folders.count)).contains { number in
      let path = library.folders[number]
      return path.isEmpty
        ? library.hasPresentFile(inFolder: number) : FileName.withName(path) { access($0, F_OK) } == 0
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if let name { names.append(name) }
    }
    return names
  }
}

extension Library {
  /// Whether one of the files requested by their own paths exists.
  fileprivate func hasPresentFile(inFolder folder: UInt32) -> Bool {
    pages(ofFolder: folder).contains { FileName.withName(path(ofPage: $0)) { access($0, F_OK) } == 0 }
  }
}
