import Foundation
import Glibc

/// Saves a file for the user: completely or not at all, and never over another one by accident.
public enum SavedFile {
  /// Writes a text to a file.
  /// - Parameters:
  ///   - text: the text; a line break is added if it does not end with one.
  ///   - path: the path as typed; `~` is the home folder.
  ///   - home: the home folder.
  ///   - replacing: whether an existing file may be replaced. Its permissions are kept, and if it is a link, its target
  ///     is written.
  ///   - makingFolders: whether to create missing folders.
  ///   - protected: folders and files that are never overwritten, even with `replacing`.
  /// - Returns: the file's path, with `~` and links resolved.
  /// - Throws: if the file cannot be written; an existing one is unchanged.
  @discardableResult
  public static func write(
    _ text: String, to path: String, home: String = SavedFile.home, replacing: Bool = false,
    makingFolders: Bool = false,
    protected: [String] = []
  ) throws(SubprocessError) -> String {
    if path.isEmpty || path.hasSuffix("/") { throw .isFolder(path: path) }
    let path = path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
    let there = try resolve(path)
    if let there, protected.contains(where: { isInside(there.path, $0) }) { throw .pageFile(path: path) }
    if there != nil, !replacing { throw .fileExists(path: path) }
    let target = there?.path ?? path
    let folder = (target as NSString).deletingLastPathComponent
    let place = folder.isEmpty ? "." : folder
    if access(place, F_OK) != 0 {
      guard makingFolders else { throw .folderMissing(path: place) }
      try makeFolders(place)
    }
    let temporary = "\(place)/.broadsheet-\(getpid())-\(UUID().uuidString.prefix(8))"
    do throws(SubprocessError) {
      try FileBytes.create(temporary, Array((text.hasSuffix("\n") ? text : text + "\n").utf8), mode: 0o666)
      if let there { chmod(temporary, there.mode) }
      try move(temporary, to: target, isNew: there == nil)
    } catch {
      unlink(temporary)
      // Names the requested file, not the temporary one.
      if case .cannotWrite(_, let errno) = error { throw .cannotWrite(path: path, errno: errno) }
      throw error
    }
    return target
  }

  private static func makeFolders(_ path: String) throws(SubprocessError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      guard mkdir(made, 0o777) == 0 || errno == EEXIST else {
        throw .cannotWrite(path: made, errno: errno)
      }
      made += "/"
    }
  }

  /// The home folder, from `$HOME`.
  public static var home: String { ProcessInfo.processInfo.environment["HOME"] ?? "/" }

  /// Whether a path, with links resolved, is one of these files or in one of these folders.
  private static func isInside(_ path: String, _ place: String) -> Bool {
    guard let resolved = realpath(place, nil) else { return false }
    defer { free(resolved) }
    let place = String(cString: resolved)
    return path == place || path.hasPrefix(place.hasSuffix("/") ? place : place + "/")
  }

  /// The file of a path; nil if there is none.
  private static func resolve(_ path: String) throws(SubprocessError) -> (path: String, mode: mode_t)? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw .cannotWrite(path: path, errno: errno)
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

  /// Moves the file to its path. A new path is created first, which fails if another program has just created it.
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
