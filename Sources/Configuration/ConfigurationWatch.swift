import Folders
import Glibc

/// Detects changes of a configuration file: when it is written, replaced (as editors do), created or removed, also
/// through links.
///
/// Create it before the file is read, so that no change is missed. If nothing can be watched, `changed()` still works.
public struct ConfigurationWatch {
  private let path: String
  private let watch = FolderWatch()
  private var stamp: FileStamp?

  /// The maximum number of links that are followed, as in Linux.
  private static let longestChain = 40

  /// Watches a file; neither it nor its folder needs to exist.
  public init(file: String) {
    path = file
    stamp = FileStamp(path: file)
    watchPlaces()
  }

  /// Readable when something has changed around the file; -1 if nothing can be watched.
  public var descriptor: Int32 { watch.descriptor }

  /// Whether the file has changed since the last call. Never waits.
  public mutating func changed() -> Bool {
    // Events only say where to look, because the file may have changed again.
    if !watch.take().changes.isEmpty { watchPlaces() }
    let old = stamp
    stamp = FileStamp(path: path)
    return stamp != old
  }

  /// Watches the file and each link that leads to it, or the outermost missing folder above them.
  private func watchPlaces() {
    var path = path
    for _ in 0..<ConfigurationWatch.longestChain {
      watch.add(root: ConfigurationWatch.firstMissing(of: path))
      guard let target = ConfigurationWatch.target(of: path) else { return }
      path = target
    }
  }

  /// The path, or the outermost folder above it that does not exist.
  private static func firstMissing(of path: String) -> String {
    var missing = path
    while true {
      let above = folder(of: missing)
      if above.isEmpty || access(above, F_OK) == 0 { return missing }
      missing = above
    }
  }

  /// The target of a link; nil if it is not a link.
  private static func target(of path: String) -> String? {
    let target = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(PATH_MAX)) { buffer -> String? in
      let count = buffer.baseAddress?.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        readlink(path, $0, buffer.count)
      }
      return count.flatMap { $0 > 0 ? String(validating: buffer.prefix($0), as: UTF8.self) : nil }
    }
    return target.map { $0.hasPrefix("/") ? $0 : folder(of: path) + "/" + $0 }
  }

  /// The path without its last component; empty for a bare name and for a path directly below `/`.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
