import Foundation

/// A folder that goes away with the test that made it.
public final class Folder: Sendable {
  /// Where it is.
  public let path: String

  /// A new folder among the temporary ones.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in it.
  public func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, into a folder below it where the name says so (`sub/`).
  public func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Makes a symbolic link.
  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  /// Removes a file, or a folder with all that is in it.
  public func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }
}
