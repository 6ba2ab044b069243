import Text

/// How HTML begins. After the patterns of WHATWG's MIME Sniffing standard (§7.1), with comments, as the tools that
/// save pages write them, skipped first.
extension HTMLPage {
  /// Whether bytes begin like HTML.
  static func isHTML(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(longestPreamble))
    var position = bytes.hasPrefix("\u{FEFF}") ? 3 : 0
    while let start = firstTag(from: position, in: bytes) {
      let rest = bytes.dropping(first: start)
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstIndex(of: "-->") else { return true }
        position = start + end + 3
      } else if rest.hasPrefix("<?xml") {
        guard let end = rest.firstIndex(of: "?>") else { return false }
        position = start + end + 2
      } else {
        return beginsWithTag(rest)
      }
    }
    return false
  }

  /// A page that begins with longer comments is none that any known tool writes.
  private static let longestPreamble = 16_384

  private static let firstTags: [StaticString] = [
    "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<base", "<link", "<script", "<style",
    "<article", "<main", "<section", "<div", "<h1", "<p", "<table", "<iframe", "<font", "<center",
  ]

  private static func firstTag(from position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.indices[position...].first(where: { !HTMLByte.isBlank(bytes[$0]) }) else {
      return nil
    }
    return bytes[start] == UInt8(ascii: "<") ? start : nil
  }

  private static func beginsWithTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    firstTags.contains { tag in
      let length = tag.utf8CodeUnitCount
      guard bytes.count > length, bytes.hasPrefixIgnoringCase(tag) else { return false }
      return HTMLByte.isBlank(bytes[length]) || bytes[length] == UInt8(ascii: ">")
    }
  }
}
