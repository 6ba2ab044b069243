import Foundation
import GRDB

/// Exchanges marks between machines through a folder that a file synchronizer shares between them.
///
/// Each machine writes one file there, `broadsheet-marks-MACHINE.jsonl` (see ``MarkLines``), with all marks it knows,
/// and never replaces any other file, so a synchronizer never has to resolve conflicting versions. It imports all files
/// with such a name, including the copies that a synchronizer makes of conflicting versions.
public struct MarkExchange: Sendable {
  private let folder: String
  private let store: MarkStore

  private static let start = "broadsheet-marks-"
  private static let end = ".jsonl"

  /// - Parameters:
  ///   - folder: the synchronized folder; its last component is created if it is missing.
  ///   - store: this machine's marks.
  public init(folder: String, store: MarkStore) {
    (self.folder, self.store) = (folder, store)
  }

  /// Imports the files of other machines, and writes this machine's file if anything has changed.
  /// - Returns: how many marks have changed.
  /// - Throws: if the folder cannot be read or written, or the marks cannot be changed.
  @discardableResult
  public func run() throws(MarkError) -> Int {
    guard case .onDisk = store.durability else { return 0 }
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw .cannotMakeFolder(path: folder, reason: systemReason(errno))
    }
    let count = try mergeOthers()
    try publish()
    return count
  }

  private func mergeOthers() throws(MarkError) -> Int {
    var names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .cannotOpen(path: folder, reason: systemReason(errno))
    }
    names = names.filter { $0.hasPrefix(MarkExchange.start) && $0.hasSuffix(MarkExchange.end) }.sorted()
    var count = 0
    for path in names.map({ "\(folder)/\($0)" }) {
      guard let stamp = MarkExchange.stamp(of: path), try !store.isExchanged(path, stamp) else { continue }
      // A file that is still being written is imported up to its present end, and again when it changes.
      guard let reading = try? MarkReading(path: path) else { continue }
      count += try store.merge(reading.records)
      try store.setExchanged(path, stamp)
    }
    return count
  }

  /// Writes this machine's file, unless it is up to date.
  private func publish() throws(MarkError) {
    let path = "\(folder)/\(MarkExchange.start)\(store.machine)\(MarkExchange.end)"
    let revision = try store.revision()
    let known = "revision \(revision)"
    if let stamp = MarkExchange.stamp(of: path), try store.isExchanged(path, stamp),
      try store.isExchanged(path + " written", known)
    {
      return
    }
    let data = MarkLines.data(of: try store.records())
    if FileManager.default.contents(atPath: path) != data { try WholeFile.write(data, to: path) }
    if let stamp = MarkExchange.stamp(of: path) { try store.setExchanged(path, stamp) }
    try store.setExchanged(path + " written", known)
  }

  // MARK: Files already imported

  /// A stamp of a file that changes whenever the file does; nil if it does not exist.
  static func stamp(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  static func isKnown(_ path: String, _ stamp: String, in db: Database) throws -> Bool {
    try Row.fetchOne(db, sql: "SELECT stamp FROM exchanged WHERE path = ?", arguments: [path])?.text(0)
      == stamp
  }

  static func remember(_ path: String, _ stamp: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO exchanged (path, stamp) VALUES (?1, ?2) ON CONFLICT (path) DO UPDATE SET stamp = ?2",
      arguments: [path, stamp])
  }
}
