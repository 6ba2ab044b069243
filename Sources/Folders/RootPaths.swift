import Captures
import Glibc

/// The folders and files that are to be read, each in one spelling and once.
public enum RootPaths {
  /// Absolute paths without links, `.` and `..`; a link to a file stays one, for the file's name may be its page's
  /// title. What is found in another of the folders anyway is left out, so that no file is read twice. A path where
  /// nothing is stays as it was given.
  public static func canonical(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    let roots = paths.map { root($0) }.filter { seen.insert($0.path).inserted }
    let folders = Set(roots.filter(\.isFolder).map(\.path))
    return roots.filter { !isFound($0, in: folders) }.map(\.path)
  }

  private static func root(_ path: String) -> (path: String, isFolder: Bool) {
    var status = stat()
    guard stat(path, &status) == 0 else { return (path, false) }
    if status.st_mode & S_IFMT == S_IFDIR { return (real(path) ?? path, true) }
    let folder = FilePath.above(path)
    let name = String(path.dropFirst(folder.count))
    return (real(folder.isEmpty ? "." : folder).map { FilePath.joined($0, name) } ?? path, false)
  }

  /// A folder above is read, and nothing on the way to the path is what a `PageFinder` leaves out.
  private static func isFound(_ root: (path: String, isFolder: Bool), in folders: Set<String>) -> Bool {
    var rest = root.path[...]
    var isFile = !root.isFolder
    while let slash = rest.lastIndex(of: "/") {
      let name = String(rest[rest.index(after: slash)...])
      if name.hasPrefix(".") || (isFile ? !isPageName(name) : PageParts.isPart(String(rest))) { return false }
      isFile = false
      rest = rest[..<slash]
      if folders.contains(rest.isEmpty ? "/" : String(rest)), root.path != "/" { return true }
    }
    return false
  }

  /// A file of any other name may be left out for what is in it, unless it is asked for.
  private static func isPageName(_ name: String) -> Bool {
    switch FileEnding(name) {
    case .text, .markdown, .html, .mhtml, .webArchive, .warc, .none: true
    case .unknown, .foreign: false
    }
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }
}
