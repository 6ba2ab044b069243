import Foundation
import Glibc
import Synchronization

/// Folders for files that only their owner can read.
enum PrivateFolder {
  /// Creates a new folder in `XDG_RUNTIME_DIR`, otherwise `TMPDIR`, otherwise `/tmp`. mkdtemp(3) creates folders that
  /// only their owner can access.
  static func make(_ environment: [String: String]) throws(SubprocessError) -> String {
    let places = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"]].compactMap { $0 }
    let base = places.first { $0.hasPrefix("/") && access($0, W_OK | X_OK) == 0 } ?? "/tmp"
    var template = Array("\(base)/broadsheet-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotWrite(path: base, errno: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Temporary files for other programs, such as copies of pages in archives. They are removed with this value.
public final class TemporaryFiles: Sendable {
  private let environment: [String: String]
  private let folder = Mutex<String?>(nil)

  /// - Parameter environment: the variables with the folder for such files: `XDG_RUNTIME_DIR`, otherwise `TMPDIR`.
  public init(environment: [String: String]) {
    self.environment = environment
  }

  deinit { remove() }

  /// Writes bytes to a file, replacing an earlier one with this name.
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
