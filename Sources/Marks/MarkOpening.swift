import Foundation
import GRDB

/// What was found when the marks were opened, and done about it: for the reader to know.
public enum MarkNews: Hashable, Sendable {
  /// Another file stood in the place of the one that was used here; so many marks of the earlier one were added to it.
  case replaced(path: String, kept: Int)
  /// The file was gone and came back from its second name.
  case restored(path: String)
  /// The file was damaged: so many marks could be read and are in a new one. `aside` is where the damaged one is.
  case salvaged(path: String, marks: Int, aside: String)
  /// So many marks that an earlier run could not write are written now.
  case unsavedWritten(Int)
}

/// Opens the database, after putting the files around it in order.
struct MarkOpening {
  let file: MarkFile
  let busy: BusyWait
  private(set) var news: [MarkNews] = []

  init(_ file: MarkFile, _ busy: BusyWait) {
    (self.file, self.busy) = (file, busy)
  }

  /// The database, ready to be written.
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
    // Its folder may be missing as well, and then there is no second name.
    if MarkNeighbours(of: file).restore() { news.append(.restored(path: file.path)) }
    try file.prepareToOpen()
  }

  /// A file that was ours and is damaged is replaced by what can be read of it.
  private mutating func openSalvaging(
    _ neighbours: MarkNeighbours, isReplaced: Bool
  ) throws(MarkError) -> DatabaseQueue {
    do throws(MarkError) {
      return try file.open(busy: busy)
    } catch {
      switch error {
      case .damaged: break
      // One that has come in the place of ours, or is ours by its second name, was a database once.
      case .notADatabase where FileIdentity(neighbours.linkPath) != nil: break
      default: throw error
      }
      return try salvage(neighbours, keepsLink: isReplaced)
    }
  }

  /// Makes a new database of what can be read of the damaged one, and sets that aside.
  private mutating func salvage(_ neighbours: MarkNeighbours, keepsLink: Bool) throws(MarkError)
    -> DatabaseQueue
  {
    let aside = try neighbours.setAside(keepsLink: keepsLink)
    let records = MarkSalvage.records(from: aside)
    try file.prepareToOpen()
    let database = try file.open(busy: busy)
    news.append(.salvaged(path: file.path, marks: try merge(records, into: database), aside: aside))
    return database
  }

  /// For a database in which damage was found after it had been opened. Its connection must be closed.
  mutating func openDamaged() throws(MarkError) -> DatabaseQueue {
    let lock = FolderLock(of: file.resolvedPath)
    defer { _ = lock }
    let neighbours = MarkNeighbours(of: file)
    // Another program may have been quicker.
    if neighbours.isReplaced { return try open() }
    let database = try salvage(neighbours, keepsLink: false)
    neighbours.saveLink()
    return database
  }

  /// Everything that a database has, whatever its state: it may be of an earlier version, or damaged.
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

  /// The file goes when its marks are on the disk.
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
