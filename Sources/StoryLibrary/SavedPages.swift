import Folders
import Glibc
public import PageFormats

/// Reads the pages of files and folders one after another, in the order of their names. Each page is separate,
/// including copies and versions of one story, which a library would merge.
public struct SavedPages: ~Copyable {
  /// A page that was read.
  public struct Found {
    /// Its path relative to the given folder, or the name of the given file.
    public let name: String
    /// The full path.
    public let path: String
    /// The parsed page.
    public let page: Page
    /// When it was saved, in seconds since 1970 (UTC).
    public let saved: Int64
  }

  private var reader = CaptureReader()
  /// The folders already visited, because symbolic links can lead back to one.
  private var seen: Set<FolderIdentity> = []
  /// Files and folders that could not be read, and the reasons.
  public private(set) var problems: [FileProblem] = []

  /// A reader that has read nothing yet.
  public init() {}

  /// Reads a file, or all pages of a folder and its subfolders.
  public mutating func read(_ path: String, _ visit: (Found) -> Void) {
    if let folder = OpenFolder(path: path) {
      read(folder, below: "", visit)
    } else {
      read(path, in: nil, as: FilePath.name(path), visit)
    }
  }

  private mutating func read(_ folder: OpenFolder, below prefix: String, _ visit: (Found) -> Void) {
    guard let identity = FolderIdentity(folder.descriptor), seen.insert(identity).inserted else { return }
    let listing = PageFinder(folder: folder).list(chunk: .max) { _ in }
    problems += listing.problems.map { FileProblem(path: $0.path, reason: .file($0.error)) }
    for name in listing.files.sorted() { read(name, in: folder, as: prefix + name, visit) }
    for name in listing.folders.sorted() {
      guard let inner = OpenFolder(path: folder.path(of: name)) else {
        let reason = FileProblem.Reason.file(.unreadableFolder(errno: errno))
        problems.append(FileProblem(path: folder.path(of: name), reason: reason))
        continue
      }
      read(inner, below: prefix + name + "/", visit)
    }
  }

  private mutating func read(
    _ file: String, in folder: OpenFolder?, as name: String, _ visit: (Found) -> Void
  ) {
    let path = folder?.path(of: file) ?? file
    var isBinary = false
    let result = reader.read(file, in: folder) { lent in
      guard !PageParser.isBinary(lent.capture) else {
        isBinary = true
        return true
      }
      let place = lent.nameInArchive.map { "/" + $0 } ?? ""
      let page = PageParser.page(lent.capture, savedAt: lent.saved.seconds)
      visit(Found(name: name + place, path: path + place, page: page, saved: lent.saved.seconds))
      return true
    }
    if isBinary { problems.append(FileProblem(path: path, reason: .binary)) }
    if case .failure(let failure) = result {
      problems.append(FileProblem(path: path, reason: .file(failure.error)))
    }
  }
}
