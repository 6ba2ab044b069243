import Glibc
import Text

/// A folder that stays open while its files are read, so that it can be renamed meanwhile.
public final class OpenFolder: Sendable {
  /// The path, as given.
  public let path: String
  /// The folder's descriptor.
  public let descriptor: Int32

  /// Nil with `errno` set if the folder cannot be opened.
  public init?(path: String) {
    self.path = path
    descriptor = FileName.withName(path) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    if descriptor < 0 { return nil }
  }

  deinit {
    // `close(-1)` would overwrite `errno`.
    if descriptor >= 0 { close(descriptor) }
  }

  /// The path of a file in it.
  public func path(of name: String) -> String {
    FilePath.joined(path, name)
  }
}
