import Foundation
import GRDB

/// The database file: made private, opened to write where that can be, else copied into memory to read.
struct MarkFile {
  /// Which file was opened, whatever its path may name later.
  struct Identity: Hashable {
    let device: dev_t
    let number: ino_t
  }

  let path: String

  /// Nil when there is no file, or it cannot be looked at.
  var identity: Identity? {
    var status = stat()
    return stat(path, &status) == 0 ? Identity(device: status.st_dev, number: status.st_ino) : nil
  }

  /// Whether there is anything to read.
  var hasContents: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  /// Opens the file to read and write, making it and its folder first where they are missing.
  func open(busyTimeout: TimeInterval) throws(MarkError) -> DatabaseQueue {
    try checkExistingFile()
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    try makePrivateFile()
    do {
      let database = try DatabaseQueue(
        path: path, configuration: MarkFile.configuration(busyTimeout: busyTimeout))
      try MarkSchema.prepare(database, path: path)
      return database
    } catch {
      throw MarkError(error, path: path)
    }
  }

  /// Copies what the file holds into memory and brings the copy to the present version. Throws `reason`, which kept
  /// it from being opened, unless copying found worse.
  func copyInMemory(
    busyTimeout: TimeInterval, insteadOf reason: MarkError
  ) throws(MarkError) -> DatabaseQueue {
    let configuration = MarkFile.configuration(busyTimeout: busyTimeout)
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
      let database = try DatabaseQueue(configuration: configuration(busyTimeout: 0))
      try MarkSchema.prepare(database, path: name)
      return database
    } catch {
      throw MarkError(error, path: name)
    }
  }

  private static func configuration(busyTimeout: TimeInterval) -> Configuration {
    var configuration = Configuration()
    configuration.label = "Marks"
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(busyTimeout)
    // A commit returns when it is on the disk, not only in the hands of the system.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  /// SQLite cannot read a write-ahead-log database from a folder in which it cannot make its `-shm` file, not even
  /// when there is no log left. A copy of both files elsewhere it can read, log included. Nobody is writing to the
  /// originals: whoever was would have that `-shm` file.
  private func copyOfCopiedFiles(_ configuration: Configuration) throws -> DatabaseQueue {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("broadsheet-\(UUID().uuidString)")
    try files.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(at: folder) }
    let copy = folder.appendingPathComponent("marks.sqlite").path
    try files.copyItem(atPath: resolvedPath, toPath: copy)
    if files.fileExists(atPath: logPath) { try files.copyItem(atPath: logPath, toPath: copy + "-wal") }
    // The copies inherit the permissions of the originals, which may not even let their owner write.
    for file in [copy, copy + "-wal"] { chmod(file, 0o600) }
    // Opened to write once, which moves the log into the database.
    try DatabaseQueue(path: copy, configuration: configuration).close()
    return try DatabaseQueue.inMemoryCopy(fromPath: copy, configuration: configuration)
  }
}

extension MarkFile {
  /// The path without symbolic links: SQLite keeps its log beside the file itself.
  private var resolvedPath: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  var logPath: String { resolvedPath + "-wal" }

  /// What SQLite would say only vaguely (a folder), or too late, at the first write (no permission).
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

  /// As the XDG base directory specification asks: folders that are missing are made for their owner alone.
  private func makeFolder(_ folder: String) throws(MarkError) {
    var status = stat()
    if folder.isEmpty || stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR { return }
    if let slash = folder.lastIndex(of: "/") { try makeFolder(String(folder[..<slash])) }
    if mkdir(folder, 0o700) != 0 && errno != EEXIST {
      throw .cannotMakeFolder(path: folder, reason: systemReason(errno))
    }
  }

  /// An empty file is an empty database. `mknod` and not `open`: closing a file would drop the locks that another
  /// connection of this process may have on it by then.
  private func makePrivateFile() throws(MarkError) {
    guard mknod(path, S_IFREG | 0o600, 0) != 0 else { return }
    switch errno {
    case EEXIST: return
    // Not every file system knows `mknod`. Then SQLite makes the file.
    case EPERM, ENOSYS, EOPNOTSUPP: return
    default: throw MarkError(errno: errno, path: path)
    }
  }
}
