public import Folders
public import PageFormats

/// A file or folder that gave no page, or a page that was not understood whole.
public struct FileProblem: Hashable, Sendable {
  /// The problem.
  public enum Reason: Hashable, Sendable {
    /// It was left out, or could not be read.
    case file(FileError)
    /// No text: a picture, an archive, a program.
    case binary
    /// An archive has pages that are too long, or compressed in a way that is not known here.
    case pagesLeftOut(count: Int)
    /// There is a page, not understood whole.
    case page(PageProblem)
  }

  /// The file or folder.
  public var path: String
  /// Why it is mentioned.
  public var reason: Reason

  /// A problem with the file or folder at `path`.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Left out on purpose, or read all the same: nothing to worry about.
  public var isHarmless: Bool {
    switch reason {
    case .file(let error): error.isHarmless
    case .page(let problem): problem.isHarmless
    case .binary, .pagesLeftOut: false
    }
  }
}
