import Foundation
import GRDB

/// The files beside the database.
///
/// The database has a second name, `marks-MACHINE.sqlite`, a hard link. A program that replaces the file, such as a
/// synchronizer, puts another file under the first name but leaves the second one, with all marks made on this machine.
/// If the two names lead to different files, the database was replaced. `MACHINE` is the number of ``MachineID``, so
/// that machines that synchronize the whole folder have different second names.
struct MarkNeighbours {
  /// The database, symbolic links resolved.
  let path: String
  private let folder: String
  private let machine: MachineID

  init(of file: MarkFile) {
    path = file.resolvedPath
    folder = MarkNeighbours.folder(of: path)
    machine = MachineID(in: MarkNeighbours.folder(of: file.path))
  }

  static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// `marks` in `marks.sqlite`.
  private var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// The second name of the database.
  var linkPath: String { "\(folder)/\(stem)-\(machine).sqlite" }

  /// Whether the database was replaced by another file.
  var isReplaced: Bool {
    guard let link = FileIdentity(linkPath) else { return false }
    return FileIdentity(path) != link
  }

  /// Restores a missing database from its second name.
  /// - Returns: whether it was restored.
  func restore() -> Bool {
    guard FileIdentity(path) == nil, FileIdentity(linkPath) != nil else { return false }
    // A journal that still exists belongs to it.
    return link(linkPath, path) == 0
  }

  /// Creates the second name of the database, replacing an earlier one. Has no effect on file systems without links.
  func saveLink() {
    guard isReplaced || FileIdentity(linkPath) == nil else { return }
    let temporary = linkPath + ".new"
    unlink(temporary)
    guard link(path, temporary) == 0 else { return }
    if rename(temporary, linkPath) != 0 { unlink(temporary) }
  }

  /// An unfinished journal belongs to the file next to which it was written, and must never be applied to another one.
  static func moveLogs(of path: String, to other: String) {
    for suffix in MarkFile.logSuffixes {
      var status = stat()
      guard lstat(path + suffix, &status) == 0 else { continue }
      // Between two writes the journal is empty.
      if status.st_size == 0 { unlink(path + suffix) } else { rename(path + suffix, other + suffix) }
    }
    // The index of the log, which SQLite recreates.
    unlink(path + "-shm")
  }

  /// The databases of other machines in the folder.
  var foreignDatabases: [String] {
    let own = [FileIdentity(path), FileIdentity(linkPath)]
    return names(from: "\(stem)-", to: ".sqlite").filter { !own.contains(FileIdentity($0)) }
  }

  // MARK: Marks that could not be written

  /// Files with marks that a run could not write to the database.
  var unsavedFiles: [String] { names(from: "\(stem)-unsaved-", to: ".jsonl") }

  /// The name of a new file for such marks.
  static func unsavedName(stem: String) -> String { "\(stem)-unsaved-\(MarkTime.now)-\(getpid()).jsonl" }

  /// Saves marks in a file beside the database.
  /// - Returns: the path of the file.
  func putAside(_ data: Data) throws(MarkError) -> String {
    let file = "\(folder)/\(MarkNeighbours.unsavedName(stem: stem))"
    try WholeFile.write(data, to: file)
    return file
  }

  // MARK: Damage

  /// Moves a damaged database aside, with the files that SQLite keeps beside it, and returns its new path. `keepsLink`:
  /// keep the second name, because it leads to another file, which is needed.
  func setAside(keepsLink: Bool) throws(MarkError) -> String {
    let aside = "\(path).damaged-\(MarkTime.text(MarkTime.now).replacing(":", with: ""))"
    guard rename(path, aside) == 0 else { throw MarkError(errno: errno, path: path) }
    MarkNeighbours.moveLogs(of: path, to: aside)
    if !keepsLink { unlink(linkPath) }
    return aside
  }

  /// The paths of files in the folder whose names have this prefix and suffix, sorted.
  private func names(from start: String, to end: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter {
      $0.hasPrefix(start) && $0.hasSuffix(end) && $0.utf8.count > start.utf8.count + end.utf8.count
    }
    .sorted().map { "\(folder)/\($0)" }
  }
}

/// Writes private files completely or not at all.
enum WholeFile {
  /// Writes a file, replacing an existing one.
  static func write(_ data: Data, to path: String) throws(MarkError) {
    let slash = path.lastIndex(of: "/")
    let (folder, name) = (
      slash.map { String(path[..<$0]) } ?? ".", slash.map { path[$0...].dropFirst() } ?? path[...]
    )
    // A name that no other program reads.
    let temporary = "\(folder)/.\(name).\(getpid()).new"
    unlink(temporary)
    let file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw MarkError(errno: errno, path: path) }
    let isWritten = write(data, to: file) && fsync(file) == 0
    let reason = errno
    guard close(file) == 0, isWritten else {
      unlink(temporary)
      throw MarkError(errno: reason, path: path)
    }
    guard rename(temporary, path) == 0 else {
      let reason = errno
      unlink(temporary)
      throw MarkError(errno: reason, path: path)
    }
    syncFolder(folder)
  }

  private static func write(_ data: Data, to file: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// Syncs the folder, so that the file's name is on disk too.
  private static func syncFolder(_ folder: String) {
    let handle = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}
