import Foundation
import GRDB

/// What happened to the marks file since the last run, and how it was repaired, to be shown to the user.
public enum MarkNews: Hashable, Sendable {
  /// The file had been replaced; `kept` marks of the earlier file were added to it.
  case replaced(path: String, kept: Int)
  /// The file was missing and was restored from its second name.
  case restored(path: String)
  /// The file was damaged: its readable marks are in a new file, and `aside` is the path of the damaged one.
  case salvaged(path: String, marks: Int, aside: String)
  /// Marks that an earlier run could not write have been written.
  case unsavedWritten(Int)
}

/// Opens the database, after repairing the files around it.
struct MarkOpening {
  let file: MarkFile
  let busy: BusyWait
  private(set) var news: [MarkNews] = []
  /// The identity of the file that was opened, from before it was opened: if another program removes or replaces it
  /// while it is being opened, the first use of the database notices that.
  private(set) var identity: FileIdentity?

  init(_ file: MarkFile, _ busy: BusyWait) {
    (self.file, self.busy) = (file, busy)
  }

  /// The database, ready for writing.
  mutating func open() throws(MarkError) -> DatabaseQueue {
    if FileIdentity(file.path) != nil { try file.prepareToOpen() } else { try prepareMissing() }
    let lock = FolderLock(of: file.resolvedPath)
    defer { _ = lock }
    let neighbours = MarkNeighbours(of: file)
    let isReplaced = neighbours.isReplaced
    if isReplaced { MarkNeighbours.moveLogs(of: neighbours.path, to: neighbours.linkPath) }
    let database = try openSalvaging(neighbours, isReplaced: isReplaced)
    if isReplaced {
      let kept = try merge(MarkOpening.records(of: neighbours.linkPath), into: database)
      news.append(.replaced(path: file.path, kept: kept))
    }
    neighbours.saveLink()
    for path in neighbours.foreignDatabases { try mergeMarks(ofDatabase: path, into: database) }
    for path in neighbours.unsavedFiles { try mergeMarks(ofUnsavedFile: path, into: database) }
    return database
  }

  private mutating func prepareMissing() throws(MarkError) {
    // If its folder is missing too, there is no second name.
    if MarkNeighbours(of: file).restore() { news.append(.restored(path: file.path)) }
    try file.prepareToOpen()
  }

  private mutating func openFile() throws(MarkError) -> DatabaseQueue {
    identity = file.identity
    let database = try file.open(busy: busy)
    // Where the file could not be created before, SQLite has created it.
    identity = identity ?? file.identity
    guard identity != nil else { throw .replaced(path: file.path) }
    return database
  }

  /// Replaces our damaged file with a new one that has its readable marks.
  private mutating func openSalvaging(
    _ neighbours: MarkNeighbours, isReplaced: Bool
  ) throws(MarkError) -> DatabaseQueue {
    do throws(MarkError) {
      return try openFile()
    } catch {
      switch error {
      case .damaged: break
      // If there is a second name, the file was a database before it was damaged or replaced.
      case .notADatabase where FileIdentity(neighbours.linkPath) != nil: break
      default: throw error
      }
      return try salvage(neighbours, keepsLink: isReplaced)
    }
  }

  /// Creates a new database from the readable part of the damaged one, which is renamed.
  private mutating func salvage(_ neighbours: MarkNeighbours, keepsLink: Bool) throws(MarkError)
    -> DatabaseQueue
  {
    let aside = try neighbours.setAside(keepsLink: keepsLink)
    let records = MarkSalvage.records(from: aside)
    try file.prepareToOpen()
    let database = try openFile()
    news.append(.salvaged(path: file.path, marks: try merge(records, into: database), aside: aside))
    return database
  }

  /// For a database in which damage was found after it was opened. Its connection must be closed.
  mutating func openDamaged() throws(MarkError) -> DatabaseQueue {
    let lock = FolderLock(of: file.resolvedPath)
    defer { _ = lock }
    let neighbours = MarkNeighbours(of: file)
    // Another program may already have repaired it.
    if neighbours.isReplaced { return try open() }
    let database = try salvage(neighbours, keepsLink: false)
    neighbours.saveLink()
    return database
  }

  /// All records of a database that may be damaged or of an earlier version.
  private static func records(of path: String) -> [MarkRecord] {
    let copy = try? MarkFile(path: path).copyInMemory(
      busy: BusyWait(seconds: 2), insteadOf: .busy(path: path))
    return (try? copy?.inDatabase { try RecordRows.all(in: $0) }) ?? MarkSalvage.records(from: path)
  }

  private func mergeMarks(ofDatabase path: String, into database: DatabaseQueue) throws(MarkError) {
    guard let stamp = MarkExchange.stamp(of: path) else { return }
    do {
      if try database.inDatabase({ try MarkExchange.isKnown(path, stamp, in: $0) }) { return }
      _ = try merge(MarkOpening.records(of: path), into: database)
      try database.inTransaction(.immediate) {
        try MarkExchange.remember(path, stamp, in: $0)
        return .commit
      }
    } catch {
      throw MarkError(error, path: file.path)
    }
  }

  /// Merges the marks of a file, and deletes the file when they are on disk.
  private mutating func mergeMarks(ofUnsavedFile path: String, into database: DatabaseQueue) throws(MarkError)
  {
    guard let reading = try? MarkReading(path: path) else { return }
    let count = try merge(reading.records, into: database)
    if reading.badLines.isEmpty { unlink(path) } else { rename(path, path + ".damaged") }
    news.append(.unsavedWritten(count))
  }

  private func merge(_ records: [MarkRecord], into database: DatabaseQueue) throws(MarkError) -> Int {
    if records.isEmpty { return 0 }
    do {
      var count = 0
      try database.inTransaction(.immediate) { db in
        count = try RecordRows.merge(records, in: db)
        return .commit
      }
      return count
    } catch {
      throw MarkError(error, path: file.path)
    }
  }
}
