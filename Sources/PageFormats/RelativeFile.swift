import Text

/// The file to which a relative link leads, in a mirror whose pages link to each other's files: `../2024/ferry.html`.
public enum RelativeFile {
  /// Whether a reference may lead to a file: it has no scheme, host or absolute path. A cheap test for many links.
  static func mayBe(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = reference.first else { return false }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") || first == UInt8(ascii: "?") { return false }
    return !reference.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      .contains(UInt8(ascii: ":"))
  }

  /// The path of the file, relative to the page. A folder stands for its `index.html`; a query is part of the name, as
  /// wget saves it.
  static func path(of reference: [UInt8]) -> [UInt8]? {
    var path = decoded(reference.prefix { $0 != UInt8(ascii: "#") })
    guard !path.isEmpty, !path.contains(0), path.first != UInt8(ascii: "/") else { return nil }
    if path.last == UInt8(ascii: "/") { path.append(contentsOf: "index.html".utf8) }
    return path
  }

  /// Whether a path has the ending of a web page.
  static func isPage(_ path: [UInt8]) -> Bool {
    endings.contains { path.count > $0.count && path.suffix($0.count).elementsEqual($0) }
  }

  private static let endings = [".html", ".htm", ".xhtml", ".shtml"].map { Array($0.utf8) }

  /// The bytes of a reference with `%20` and the like decoded.
  private static func decoded(_ reference: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var position = reference.startIndex
    while position < reference.endIndex {
      let digits = reference[(position + 1)...].prefix(2)
      if reference[position] == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        output.append(value)
        position += 3
      } else {
        output.append(reference[position])
        position += 1
      }
    }
    return output
  }
}
