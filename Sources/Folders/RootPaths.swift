import Captures
import Glibc
import Text

/// Normalizes the paths of the folders and files to read.
public enum RootPaths {
  /// Absolute paths without links, `.` and `..`; a link to a file is kept, because the name of the file may be the
  /// title of its page. A path inside another of the folders is removed, so that no file is read twice. A path that
  /// does not exist is kept as given.
  public static func canonical(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    let roots = paths.map { root($0) }.filter { seen.insert($0.path).inserted }
    let folders = Set(roots.filter(\.isFolder).map(\.path))
    return roots.filter { !isFound($0, in: folders) }.map(\.path)
  }

  private static func root(_ path: String) -> (path: String, isFolder: Bool) {
    var status = stat()
    guard FileName.withName(path, { stat($0, &status) }) == 0 else { return (path, false) }
    if status.st_mode & S_IFMT == S_IFDIR { return (real(path) ?? path, true) }
    let folder = FilePath.above(path)
    let name = String(path.dropFirst(folder.count))
    return (real(folder.isEmpty ? "." : folder).map { FilePath.joined($0, name) } ?? path, false)
  }

  /// Whether a root is found anyway: it is inside one of the folders, and `PageFinder` skips nothing on the way to it.
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

  /// A file with any other name may be skipped because of its contents, unless it is named explicitly.
  private static func isPageName(_ name: String) -> Bool {
    switch FileExtension(name) {
    case .text, .markdown, .html, .mhtml, .webArchive, .warc, .none: true
    case .unknown, .foreign: false
    }
  }

  private static func real(_ path: String) -> String? {
    guard let real = FileName.withName(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return FileName.string(real)
  }
}
