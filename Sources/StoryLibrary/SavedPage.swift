import Folders
public import PageFormats

/// A single page, read from a file whatever its name.
public enum SavedPage {
  /// Reads and parses a file and visits its pages. Ages are relative to the time when each page was saved.
  public static func read(_ path: String, _ visit: (Page) -> Void) throws(PageFileError) {
    var reader = CaptureReader()
    var isBinary = false
    let result = reader.read(path, in: nil) { lent in
      guard !PageParser.isBinary(lent.capture) else {
        isBinary = true
        return true
      }
      visit(PageParser.page(lent.capture, savedAt: lent.saved.seconds))
      return true
    }
    if isBinary { throw PageFileError(problem: FileProblem(path: path, reason: .binary)) }
    if case .failure(let failure) = result {
      throw PageFileError(problem: FileProblem(path: path, reason: .file(failure.error)))
    }
  }
}

/// A page could not be read.
public struct PageFileError: Error, Hashable {
  /// The file and the reason.
  public var problem: FileProblem

  /// A problem with a file.
  public init(problem: FileProblem) { self.problem = problem }
}
