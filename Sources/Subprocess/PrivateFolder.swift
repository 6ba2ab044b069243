import Foundation
import Glibc
import Synchronization

/// Folders for files that only their owner can read.
enum PrivateFolder {
  /// Makes a new folder in `XDG_RUNTIME_DIR`, else `TMPDIR`, else `/tmp`. mkdtemp(3) makes folders that are their owner's
  /// alone.
  static func make(_ environment: [String: String]) throws(SubprocessError) -> String {
    let places = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"]].compactMap { $0 }
    let base = places.first { $0.hasPrefix("/") && access($0, W_OK | X_OK) == 0 } ?? "/tmp"
    var template = Array("\(base)/broadsheet-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotWrite(path: base, errno: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Copies that other programs are given of what has no file of its own, such as a page in an archive. They go away with
/// this value.
public final class TemporaryFiles: Sendable {
  private let environment: [String: String]
  private let folder = Mutex<String?>(nil)

  /// - Parameter environment: where the place for such files is looked up: `XDG_RUNTIME_DIR`, else `TMPDIR`.
  public init(environment: [String: String]) {
    self.environment = environment
  }

  deinit { remove() }

  /// Writes bytes to a file with a name, in the place of an earlier one.
  /// - Returns: its path.
  public func write(_ bytes: [UInt8], name: String) throws(SubprocessError) -> String {
    let path = try folder.withLock { folder throws(SubprocessError) -> String in
      if let folder { return "\(folder)/\(name)" }
      let made = try PrivateFolder.make(environment)
      folder = made
      return "\(made)/\(name)"
    }
    unlink(path)
    try FileBytes.create(path, bytes, mode: 0o600)
    return path
  }

  /// Removes all of them.
  public func remove() {
    folder.withLock { folder in
      if let folder { try? FileManager.default.removeItem(atPath: folder) }
      folder = nil
    }
  }
}
