import Folders
import Glibc

/// Tells when a configuration file has become another one: it was written, replaced as editors do, made or removed,
/// also where links lead to it.
///
/// To be made before the file is read, so that no change is missed. Where nothing can be watched, `changed` still
/// tells when it is asked.
public struct ConfigurationWatch {
  private let path: String
  private let watch = FolderWatch()
  private var stamp: FileStamp?

  /// So many links that lead to one another are followed, as Linux does.
  private static let longestChain = 40

  /// Watches a file that may not be there yet, nor its folder.
  public init(file: String) {
    path = file
    stamp = FileStamp(path: file)
    watchPlaces()
  }

  /// Readable when something has happened in the folders around the file; -1 where nothing can be watched.
  public var descriptor: Int32 { watch.descriptor }

  /// Whether the file has changed since this was asked last. Never waits.
  public mutating func changed() -> Bool {
    // What has happened is told by the file itself: by now it may be another one again.
    if !watch.take().changes.isEmpty { watchPlaces() }
    let old = stamp
    stamp = FileStamp(path: path)
    return stamp != old
  }

  /// The file, each link on the way to it, and what is missing first of the folders above.
  private func watchPlaces() {
    var path = path
    for _ in 0..<ConfigurationWatch.longestChain {
      watch.add(root: ConfigurationWatch.firstMissing(of: path))
      guard let target = ConfigurationWatch.target(of: path) else { return }
      path = target
    }
  }

  /// The path, or the outermost folder above it that is not there.
  private static func firstMissing(of path: String) -> String {
    var missing = path
    while true {
      let above = folder(of: missing)
      if above.isEmpty || access(above, F_OK) == 0 { return missing }
      missing = above
    }
  }

  /// Where a link leads to; nil for what is no link.
  private static func target(of path: String) -> String? {
    let target = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(PATH_MAX)) { buffer -> String? in
      let count = buffer.baseAddress?.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        readlink(path, $0, buffer.count)
      }
      return count.flatMap { $0 > 0 ? String(validating: buffer.prefix($0), as: UTF8.self) : nil }
    }
    return target.map { $0.hasPrefix("/") ? $0 : folder(of: path) + "/" + $0 }
  }

  /// Without the last name; empty for a name alone and for what is right below `/`.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
