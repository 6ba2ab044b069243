public import Captures
public import Folders
public import PageFormats

/// A file or folder that yielded no page, or a page that was not fully understood.
public struct FileProblem: Hashable, Sendable {
  /// The problem.
  public enum Reason: Hashable, Sendable {
    /// It was skipped or could not be read.
    case file(FileError)
    /// Not text: a picture, an archive, a program.
    case binary
    /// Records of an archive gave no page.
    case skippedRecords(SkippedRecord, count: Int)
    /// There is a page, but it was not fully understood.
    case page(PageProblem)
  }

  /// The file or folder.
  public var path: String
  /// The reason for the problem.
  public var reason: Reason

  /// A problem with the file or folder at `path`.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Skipped on purpose, or read nevertheless: no cause for concern.
  public var isHarmless: Bool {
    switch reason {
    case .file(let error): error.isHarmless
    case .page(let problem): problem.isHarmless
    case .skippedRecords(let reason, _): reason.isHarmless
    case .binary: false
    }
  }
}

extension SkippedRecord {
  /// Whether nothing of a crawl is missing.
  fileprivate var isHarmless: Bool {
    switch self {
    case .failed, .otherFormat, .revisit: true
    case .tooLong, .undecodable, .empty: false
    }
  }
}
