import Foundation
import Glibc

/// Writes a file for the reader: all of it or nothing, and never over another one by accident.
public enum SavedFile {
  /// Writes a text to a file.
  /// - Parameters:
  ///   - text: what to write; a line break is added where it does not end with one.
  ///   - path: as the reader types it; `~` is the home folder.
  ///   - replacing: whether a file that is there may be replaced. Its permissions stay, and where it is a link, what
  ///     it leads to is written.
  ///   - protected: folders and files that are never written over, whatever `replacing` says.
  /// - Returns: the file's path, with `~` and links resolved.
  /// - Throws: why there is no such file now; one that was there before is as it was.
  @discardableResult
  public static func write(
    _ text: String, to path: String, replacing: Bool = false, protected: [String] = []
  ) throws(SubprocessError) -> String {
    if path.isEmpty || path.hasSuffix("/") { throw .isFolder(path: path) }
    let path = (path as NSString).expandingTildeInPath
    let there = try resolve(path)
    if let there, protected.contains(where: { isInside(there.path, $0) }) { throw .pageFile(path: path) }
    if there != nil, !replacing { throw .fileExists(path: path) }
    let target = there?.path ?? path
    let folder = (target as NSString).deletingLastPathComponent
    let place = folder.isEmpty ? "." : folder
    guard access(place, F_OK) == 0 else { throw .folderMissing(path: place) }
    let temporary = "\(place)/.broadsheet-\(getpid())-\(UUID().uuidString.prefix(8))"
    try FileBytes.create(temporary, Array((text.hasSuffix("\n") ? text : text + "\n").utf8), mode: 0o666)
    if let there { chmod(temporary, there.mode) }
    do throws(SubprocessError) {
      try move(temporary, to: target, isNew: there == nil)
    } catch {
      unlink(temporary)
      throw error
    }
    return target
  }

  /// Whether a path, its links resolved, is a file or in a folder.
  private static func isInside(_ path: String, _ place: String) -> Bool {
    guard let resolved = realpath(place, nil) else { return false }
    defer { free(resolved) }
    let place = String(cString: resolved)
    return path == place || path.hasPrefix(place.hasSuffix("/") ? place : place + "/")
  }

  /// The file that a path leads to; nil when there is none.
  private static func resolve(_ path: String) throws(SubprocessError) -> (path: String, mode: mode_t)? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw errno == ENOTDIR ? .folderMissing(path: path) : .cannotWrite(path: path, errno: errno)
    }
    guard let resolved = realpath(path, nil) else { throw .cannotWrite(path: path, errno: errno) }
    defer { free(resolved) }
    guard stat(resolved, &status) == 0 else { throw .cannotWrite(path: path, errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (String(cString: resolved), status.st_mode & 0o777)
    case S_IFDIR: throw .isFolder(path: path)
    default: throw .notAFile(path: path)
    }
  }

  /// A new name is taken first, which fails if somebody else has just taken it; then what stands there is replaced.
  private static func move(_ temporary: String, to target: String, isNew: Bool) throws(SubprocessError) {
    if isNew {
      let file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else {
        throw errno == EEXIST ? .fileExists(path: target) : .cannotWrite(path: target, errno: errno)
      }
      close(file)
    }
    guard rename(temporary, target) == 0 else {
      let reason = errno
      if isNew { unlink(target) }
      throw .cannotWrite(path: target, errno: reason)
    }
  }
}
