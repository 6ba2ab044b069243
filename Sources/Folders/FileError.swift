/// Why a file or folder was left out or gave nothing.
public enum FileError: Error, Hashable, Sendable {
  /// Its name begins with a dot.
  case hidden
  /// Its name ends in something that no page's does, and it does not begin like one.
  case foreign(fileExtension: String)
  /// Not a file or a folder: a socket, a device, a pipe.
  case notRegular
  /// It belongs to a page beside it: the pictures and frames that a browser saved with the page, or another form of it
  /// that ArchiveBox has.
  case partOfPage
  /// There is no page in it: an MHTML file of pictures, say.
  case noPage
  /// More than any page has.
  case tooLarge(bytes: Int64, limit: Int64)
  /// The file could not be opened or read.
  case unreadable(errno: Int32)
  /// The folder could not be opened; what is below it is not known.
  case unreadableFolder(errno: Int32)
  /// It was there when its folder was listed, and is gone now.
  case vanished
  /// A link back to a folder that was read already.
  case folderReadAlready

  /// Left out on purpose, and nothing to worry about.
  public var isHarmless: Bool {
    switch self {
    case .hidden, .foreign, .partOfPage, .notRegular, .folderReadAlready: true
    case .noPage, .tooLarge, .unreadable, .unreadableFolder, .vanished: false
    }
  }
}
