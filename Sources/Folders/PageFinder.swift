import Captures
import Glibc
import Text

/// Lists one folder: its page files, its subfolders, and what was skipped and why.
public struct PageFinder {
  /// The contents of a folder.
  public struct Listing: Sendable {
    /// The page files that were not delivered yet.
    public var files: [String] = []
    /// The subfolders.
    public var folders: [String] = []
    /// What was skipped, by path.
    public var problems: [(path: String, error: FileError)] = []
  }

  private let folder: OpenFolder
  /// The only page, if all other files are the same page in other formats.
  private let onlyPage: String?

  /// Lists an open folder.
  public init(folder: OpenFolder) {
    self.folder = folder
    onlyPage = ArchiveBoxFolder.shownForm(in: folder)
  }

  /// Reads the folder once, and delivers file names in chunks while it is still being read.
  public func list(chunk: Int, _ deliver: ([String]) -> Void) -> Listing {
    var listing = Listing()
    guard let directory = FileName.withName(folder.path, { opendir($0) }) else {
      listing.problems.append((folder.path, .unreadableFolder(errno: errno)))
      return listing
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = name(of: entry)
      if name == "." || name == ".." { continue }
      add(name, type: Int32(entry.pointee.d_type), to: &listing)
      if listing.files.count == chunk {
        deliver(listing.files)
        listing.files.removeAll(keepingCapacity: true)
      }
    }
    leaveOutParts(&listing)
    return listing
  }

  /// Skips folders that browsers created for the images and frames of a page.
  private func leaveOutParts(_ listing: inout Listing) {
    let parts = listing.folders.filter { isPart($0) }
    guard !parts.isEmpty else { return }
    listing.folders.removeAll { parts.contains($0) }
    listing.problems += parts.map { (folder.path(of: $0), FileError.partOfPage) }
  }

  private func isPart(_ name: String) -> Bool {
    PageParts.pages(ofFolder: name).contains {
      FileName.withName($0) { faccessat(folder.descriptor, $0, F_OK, 0) } == 0
    }
  }

  private func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { FileName.string($0) }
    }
  }

  private func add(_ name: String, type: Int32, to listing: inout Listing) {
    guard name.utf8.first != UInt8(ascii: ".") else {
      listing.problems.append((folder.path(of: name), .hidden))
      return
    }
    guard onlyPage == nil || onlyPage == name else {
      listing.problems.append((folder.path(of: name), .partOfPage))
      return
    }
    switch kind(of: name, type: type) {
    case .folder: listing.folders.append(name)
    case .file where FileExtension(name) != .foreign: listing.files.append(name)
    case .file:
      let error = FileError.foreign(fileExtension: FileExtension.text(of: name))
      listing.problems.append((folder.path(of: name), error))
    case .other: listing.problems.append((folder.path(of: name), .notRegular))
    case .unreachable(let code):
      let error = code == ENOENT ? FileError.vanished : .unreadable(errno: code)
      listing.problems.append((folder.path(of: name), error))
    }
  }

  /// Whether a file with this name may be a page; if the name does not tell, its contents decide.
  public func mayBePage(_ name: String) -> Bool {
    FileExtension(name) != .foreign && (onlyPage == nil || onlyPage == name)
  }

  private enum Kind {
    case file, folder, other
    case unreachable(errno: Int32)
  }

  /// The kind of an entry: from the listing, or from the file's status for links and on file systems that do not list
  /// kinds.
  private func kind(of name: String, type: Int32) -> Kind {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK), Int32(DT_UNKNOWN): break
    default: return .other
    }
    var status = stat()
    guard FileName.withName(name, { fstatat(folder.descriptor, $0, &status, 0) }) == 0 else {
      return .unreachable(errno: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
