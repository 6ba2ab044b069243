import GRDB

/// Exporting, importing and exchanging marks.
extension MarkStore {
  /// The last change of each mark that was ever set or removed, oldest first.
  public func records() throws(MarkError) -> [MarkRecord] {
    try read { db in try RecordRows.all(in: db) }
  }

  /// Merges records: those that are later than the stored ones replace them. They are not steps of the history, and
  /// undoing a step does not affect them. The result does not depend on their order or on repetitions.
  ///
  /// - Returns: how many were later.
  @discardableResult
  public func merge(_ records: [MarkRecord]) throws(MarkError) -> Int {
    if records.isEmpty { return 0 }
    useMemory(for: records.count)
    defer { releaseMemory(for: records.count) }
    return try write { db, _ in
      let count = try RecordRows.merge(records, in: db)
      return count == 0 ? nil : count
    } ?? 0
  }

  /// Saves the marks that these changes request in a separate file, for use when they cannot be written.
  /// - Returns: the path of the file, which the next store that is opened imports.
  public static func putAside(_ records: [MarkRecord], besides path: String) throws(MarkError) -> String {
    try MarkNeighbours(of: MarkFile(path: path)).putAside(MarkLines.data(of: records))
  }

  /// The current revision.
  func revision() throws(MarkError) -> Int { try read { db in try MarkRows.revision(in: db) } }

  /// This machine's number, for the name of its file in a folder of several machines.
  var machine: String { MachineID(in: MarkNeighbours.folder(of: path)).description }

  func isExchanged(_ path: String, _ stamp: String) throws(MarkError) -> Bool {
    try read { db in try MarkExchange.isKnown(path, stamp, in: db) }
  }

  func setExchanged(_ path: String, _ stamp: String) throws(MarkError) {
    _ = try write { db, _ in
      try MarkExchange.remember(path, stamp, in: db)
      return true
    }
  }

  private func read<Result>(_ body: (Database) throws -> Result) throws(MarkError) -> Result {
    do {
      return try database.inDatabase { db in
        var result: Result?
        try db.inTransaction(.deferred) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw MarkError.interrupted(path: path) }
        return result
      }
    } catch {
      throw MarkError(error, path: path)
    }
  }
}
