import Glibc

/// Lists one folder: the page files in it, the folders to look into next, and what was left out and why.
public struct PageFinder {
  /// What is in a folder, by name.
  public struct Listing: Sendable {
    /// The page files that were not handed out yet.
    public var files: [String] = []
    /// The folders below.
    public var folders: [String] = []
    /// What was left out, by its path.
    public var problems: [(path: String, error: FileError)] = []
  }

  /// File name endings of saved pages; a name without an ending is taken too.
  private static let extensions: Set<Substring> = ["txt", "text"]

  private let folder: OpenFolder

  /// Lists an open folder.
  public init(folder: OpenFolder) {
    self.folder = folder
  }

  /// Goes through the folder once, handing out file names by so many at a time while it is still being read.
  public func list(chunk: Int, _ deliver: ([String]) -> Void) -> Listing {
    var listing = Listing()
    guard let directory = opendir(folder.path) else {
      listing.problems.append((folder.path, .unreadableFolder(errno: errno)))
      return listing
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      guard let name = name(of: entry) else {
        let path = folder.path(of: repairedName(of: entry))
        listing.problems.append((path, .unreadable(errno: EILSEQ)))
        continue
      }
      if name == "." || name == ".." { continue }
      add(name, type: Int32(entry.pointee.d_type), to: &listing)
      if listing.files.count == chunk {
        deliver(listing.files)
        listing.files.removeAll(keepingCapacity: true)
      }
    }
    return listing
  }

  /// Nil for a name that is not UTF-8: no string leads back to such a file.
  private func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withName(of: entry) { String(validatingCString: $0) }
  }

  private func repairedName(of entry: UnsafeMutablePointer<dirent>) -> String {
    withName(of: entry) { String(cString: $0) }
  }

  private func withName<Result>(
    of entry: UnsafeMutablePointer<dirent>, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256, body)
    }
  }

  private func add(_ name: String, type: Int32, to listing: inout Listing) {
    guard name.utf8.first != UInt8(ascii: ".") else {
      listing.problems.append((folder.path(of: name), .hidden))
      return
    }
    switch kind(of: name, type: type) {
    case .folder: listing.folders.append(name)
    case .file where PageFinder.isPageName(name): listing.files.append(name)
    case .file:
      let ending = String(PageFinder.ending(of: name) ?? "")
      listing.problems.append((folder.path(of: name), .foreign(fileExtension: ending)))
    case .other: listing.problems.append((folder.path(of: name), .notRegular))
    case .unreachable(let code):
      let error = code == ENOENT ? FileError.vanished : .unreadable(errno: code)
      listing.problems.append((folder.path(of: name), error))
    }
  }

  /// Whether a file of this name may be a page.
  public static func isPageName(_ name: String) -> Bool {
    ending(of: name).map { extensions.contains($0.lowercased()[...]) } ?? true
  }

  /// What stands after the last dot; nil without one.
  private static func ending(of name: String) -> Substring? {
    name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[name.utf8.index(after: $0)...] }
  }

  private enum Kind {
    case file, folder, other
    case unreachable(errno: Int32)
  }

  /// Links, and everything on file systems that do not tell, are looked at; the rest is known from the
  /// listing.
  private func kind(of name: String, type: Int32) -> Kind {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK), Int32(DT_UNKNOWN): break
    default: return .other
    }
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, 0) == 0 else { return .unreachable(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
