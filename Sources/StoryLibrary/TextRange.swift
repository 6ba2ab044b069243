/// A range in a table's text, in bytes: half the size of a `Range<Int>`, and there are several for each story.
struct TextRange: Sendable, BitwiseCopyable {
  var start: UInt32 = 0
  var count: UInt32 = 0

  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  static let none = TextRange()
}

/// Paths of files in folders.
enum FilePath {
  /// A folder's path with a name in it; the name alone where it is a whole path and the folder is empty.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Whether a path is a folder's own or leads to something in it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
