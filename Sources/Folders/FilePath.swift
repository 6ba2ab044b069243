import Glibc
import Text

/// Paths of files in folders.
public enum FilePath {
  /// Whether there is a file or folder at a path.
  public static func exists(_ path: String) -> Bool { FileName.withName(path) { access($0, F_OK) } == 0 }

  /// The path of a name in a folder; just the name if the folder is empty.
  public static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The path that a relative one means beside a file. Only the names are considered: no file or link is looked for.
  /// Nil if it leads above the root.
  public static func resolved(_ relative: String, besideFile path: String) -> String? {
    var parts = above(path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in relative.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast()?.isEmpty != false {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// Whether a path is that of a folder, or of something in it.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// The path and the paths of all its parent folders, each also with a trailing slash, because roots may be given that
  /// way.
  public static func ancestors(of path: String) -> [String] {
    var paths = [path]
    var rest = path.utf8[...]
    while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
      paths.append(String(Substring(path.utf8[...slash])))
      rest = path.utf8[..<slash]
      if !rest.isEmpty { paths.append(String(Substring(rest))) }
    }
    return paths
  }

  /// The last component of a path.
  public static func name(_ path: String) -> String { String(path.dropFirst(above(path).count)) }

  /// The path without its last component, but with the slash before it; empty for a bare name.
  public static func above(_ path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { String(Substring(path.utf8[...$0])) } ?? ""
  }
}
