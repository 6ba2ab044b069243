public import PageDump

/// A file or folder that gave no page, or a page that was not understood whole.
public struct FileProblem: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Its name begins with a dot.
    case hidden
    /// Its name ends in something that no page's does.
    case foreign(fileExtension: String)
    /// Not a file or a folder: a socket, a device, a pipe.
    case notRegular
    case binary
    case tooLarge(bytes: Int64, limit: Int64)
    case unreadable(errno: Int32)
    case unreadableFolder(errno: Int32)
    /// The file was there when the folder was listed and is gone now.
    case vanished
    /// A link back to a folder that was read already.
    case folderReadAlready
    case page(PageProblem)
  }

  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Left out on purpose, and nothing to worry about.
  public var isHarmless: Bool {
    switch reason {
    case .hidden, .foreign, .notRegular, .folderReadAlready: true
    case .binary, .tooLarge, .unreadable, .unreadableFolder, .vanished, .page: false
    }
  }
}
