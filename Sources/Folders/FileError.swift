/// Why a file or folder was skipped or could not be read.
public enum FileError: Error, Hashable, Sendable {
  /// Its name begins with a dot.
  case hidden
  /// It does not have the extension of a page, and does not begin like a page.
  case foreign(fileExtension: String)
  /// Not a file or a folder: a socket, a device, a pipe.
  case notRegular
  /// It belongs to a page beside it: images and frames that a browser saved with the page, or the page in another of
  /// ArchiveBox's formats.
  case partOfPage
  /// It contains no page: for example, an MHTML file with only images.
  case noPage
  /// It is larger than any page.
  case tooLarge(bytes: Int64, limit: Int64)
  /// The file could not be opened or read.
  case unreadable(errno: Int32)
  /// The folder could not be opened; its contents are unknown.
  case unreadableFolder(errno: Int32)
  /// It was removed after its folder was listed.
  case vanished
  /// A link to a folder that was already read.
  case folderReadAlready

  /// Whether it was skipped on purpose.
  public var isHarmless: Bool {
    switch self {
    case .hidden, .foreign, .partOfPage, .notRegular, .folderReadAlready: true
    case .noPage, .tooLarge, .unreadable, .unreadableFolder, .vanished: false
    }
  }
}
