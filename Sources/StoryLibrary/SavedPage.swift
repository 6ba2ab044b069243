import Folders
import Glibc
public import PageFormats

/// One page by itself, read from a file whatever its name.
public enum SavedPage {
  /// Reads and parses a file. Ages count from when the file was last written.
  public static func read(_ path: String) throws(PageFileError) -> Page {
    var buffer = PageFileBuffer()
    switch buffer.read(path, in: AT_FDCWD) {
    case .failure(let failure):
      throw PageFileError(problem: FileProblem(path: path, reason: .file(failure.error)))
    case .success(let contents):
      guard !PageParser.isBinary(contents.bytes) else {
        throw PageFileError(problem: FileProblem(path: path, reason: .binary))
      }
      return PageParser.page(contents.bytes, savedAt: contents.saved)
    }
  }
}

/// A page could not be read.
public struct PageFileError: Error, Hashable {
  /// The file and the reason.
  public var problem: FileProblem
}
