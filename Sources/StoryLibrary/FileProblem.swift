public import PageFormats

/// A file or folder that gave no page, or a page that was not understood whole.
public struct FileProblem: Hashable, Sendable {
  /// What is wrong with it.
  public enum Reason: Hashable, Sendable {
    /// Its name begins with a dot.
    case hidden
    /// Its name ends in something that no page's does.
    case foreign(fileExtension: String)
    /// Not a file or a folder: a socket, a device, a pipe.
    case notRegular
    /// No text: a picture, an archive, a program.
    case binary
    /// More than any page has.
    case tooLarge(bytes: Int64, limit: Int64)
    /// The file could not be opened or read.
    case unreadable(errno: Int32)
    /// The folder could not be opened; what is below it is not known.
    case unreadableFolder(errno: Int32)
    /// The file was there when the folder was listed, or the story when its page was read, and is gone now.
    case vanished
    /// A link back to a folder that was read already.
    case folderReadAlready
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

  /// Left out on purpose, and nothing to worry about.
  public var isHarmless: Bool {
    switch reason {
    case .hidden, .foreign, .notRegular, .folderReadAlready: true
    case .binary, .tooLarge, .unreadable, .unreadableFolder, .vanished, .page: false
    }
  }
}
