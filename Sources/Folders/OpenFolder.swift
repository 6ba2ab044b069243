import Glibc

/// A folder kept open while its files are read, so that renaming it meanwhile does no harm.
public final class OpenFolder: Sendable {
  /// As it was given.
  public let path: String
  /// Of the folder.
  public let descriptor: Int32

  /// Nil with `errno` set when the folder cannot be opened.
  public init?(path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit {
    // A close that fails would overwrite why the folder could not be opened.
    if descriptor >= 0 { close(descriptor) }
  }

  /// The path of a file in it.
  public func path(of name: String) -> String {
    FilePath.joined(path, name)
  }
}
