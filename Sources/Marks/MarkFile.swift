import Foundation
import GRDB

/// The database file: made private, and opened for writing if possible, otherwise copied to memory for reading.
struct MarkFile {
  let path: String

  /// Nil if the file does not exist or cannot be accessed.
  var identity: FileIdentity? { FileIdentity(path) }

  /// Whether it exists and is not empty.
  var hasContents: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  /// The path without symbolic links: SQLite creates its journal beside the file itself.
  var resolvedPath: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Opens the file for reading and writing, without changing it first; call `prepareToOpen()` before.
  func open(busy: BusyWait) throws(MarkError) -> DatabaseQueue {
    do {
      let database = try DatabaseQueue(path: path, configuration: MarkFile.configuration(busy))
      try MarkSchema.prepare(database, path: path)
      return database
    } catch {
      throw MarkError(error, path: path)
    }
  }

  /// Copies the contents of the file to memory and migrates the copy to the current version. Throws `reason`, the error
  /// that prevented opening the file, unless copying fails with a more serious one.
  func copyInMemory(busy: BusyWait, insteadOf reason: MarkError) throws(MarkError) -> DatabaseQueue {
    let configuration = MarkFile.configuration(busy)
    do {
      let copy: DatabaseQueue
      do {
        copy = try DatabaseQueue.inMemoryCopy(fromPath: path, configuration: configuration)
      } catch is DatabaseError {
        copy = try copyOfCopiedFiles(configuration)
      }
      try MarkSchema.prepare(copy, path: path)
      return copy
    } catch {
      let worse = MarkError(error, path: path)
      throw worse.leavesReading ? reason : worse
    }
  }

  /// An empty database in memory.
  static func inMemory() throws(MarkError) -> DatabaseQueue {
    let name = ":memory:"
    do {
      let database = try DatabaseQueue(configuration: configuration(BusyWait(seconds: 0)))
      try MarkSchema.prepare(database, path: name)
      return database
    } catch {
      throw MarkError(error, path: name)
    }
  }

  private static func configuration(_ busy: BusyWait) -> Configuration {
    var configuration = Configuration()
    configuration.label = "Marks"
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .callback(busy.callback)
    // A commit returns when the data is on disk, not just in the system's cache.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  /// SQLite cannot read a write-ahead-log database (as written by earlier versions) from a folder in which it cannot
  /// create its `-shm` file, nor a database with an unfinished journal. It can read a copy of the files in another
  /// folder. The copy is consistent: no program is writing to the originals, because none could in this folder.
  private func copyOfCopiedFiles(_ configuration: Configuration) throws -> DatabaseQueue {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("broadsheet-\(UUID().uuidString)")
    try files.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(at: folder) }
    let copy = folder.appendingPathComponent("marks.sqlite").path
    try files.copyItem(atPath: resolvedPath, toPath: copy)
    for suffix in MarkFile.logSuffixes where files.fileExists(atPath: resolvedPath + suffix) {
      try files.copyItem(atPath: resolvedPath + suffix, toPath: copy + suffix)
    }
    // The copies inherit the permissions of the originals, which may not even allow the owner to write.
    for suffix in [""] + MarkFile.logSuffixes { chmod(copy + suffix, 0o600) }
    // Opened for writing once, which merges the log into the database.
    try DatabaseQueue(path: copy, configuration: configuration).close()
    return try DatabaseQueue.inMemoryCopy(fromPath: copy, configuration: configuration)
  }

  /// The suffixes of SQLite's files beside a database: the log of earlier versions, and the journal.
  static let logSuffixes = ["-wal", "-journal"]
}

/// Preparations before the file is opened.
extension MarkFile {
  /// Creates missing files and folders, and makes existing ones private.
  func prepareToOpen() throws(MarkError) {
    try checkExistingFile()
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    try makePrivateFile()
  }

  /// Detects problems that SQLite reports only vaguely (a folder), or only at the first write (no permission).
  private func checkExistingFile() throws(MarkError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .cannotOpen(path: path, reason: systemReason(EISDIR))
    default: throw .cannotOpen(path: path, reason: "Not a regular file")
    }
    guard faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 else {
      throw .cannotOpen(path: path, reason: systemReason(errno))
    }
    guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else {
      throw MarkError(errno: errno, path: path)
    }
  }

  /// As the XDG base directory specification requires, missing folders are created for their owner alone. The last
  /// folder is made private even if it already exists, because its contents are private.
  private func makeFolder(_ folder: String, isLast: Bool = true) throws(MarkError) {
    var status = stat()
    if folder.isEmpty { return }
    if stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
      if isLast { MarkFile.makePrivate(folder, status) }
      return
    }
    if let slash = folder.lastIndex(of: "/") { try makeFolder(String(folder[..<slash]), isLast: false) }
    if mkdir(folder, 0o700) != 0 && errno != EEXIST {
      throw .cannotMakeFolder(path: folder, reason: systemReason(errno))
    }
  }

  /// An empty file is a valid empty database. `mknod` instead of `open`: closing a file would release the locks that
  /// another connection of this process may hold on it by then. SQLite gives its journals the permissions of the file.
  private func makePrivateFile() throws(MarkError) {
    guard mknod(path, S_IFREG | 0o600, 0) != 0 else { return }
    switch errno {
    case EEXIST:
      for suffix in ["", "-wal", "-shm", "-journal"] {
        var status = stat()
        if lstat(path + suffix, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
          MarkFile.makePrivate(path + suffix, status)
        }
      }
    // Not every file system supports `mknod`. If it fails, SQLite creates the file.
    case EPERM, ENOSYS, EOPNOTSUPP: return
    default: throw MarkError(errno: errno, path: path)
    }
  }

  private static func makePrivate(_ path: String, _ status: stat) {
    guard status.st_mode & 0o077 != 0, status.st_uid == geteuid() else { return }
    chmod(path, status.st_mode & 0o700)
  }
}

/// Identifies a file independently of its path.
struct FileIdentity: Hashable {
  let device: dev_t
  let number: ino_t

  /// Nil if the file does not exist or cannot be accessed.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, number) = (status.st_dev, status.st_ino)
  }
}
