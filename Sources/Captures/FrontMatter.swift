import Text

/// The YAML above a Markdown clip, between two lines of `---`.
enum FrontMatter {
  /// Longer ones are not read.
  private static let longest = 1 << 14
  /// What clippers call the time of saving: Obsidian Web Clipper, MarkDownload, Omnivore, Joplin.
  private static let keys = [
    "created", "saved", "date_saved", "date-saved", "datesaved", "clipped", "savedat",
  ]

  /// Whether a text begins with it: `---`, then a key.
  static func isBegun(by head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = lines(head).first(where: { !$0.isEmpty }) else { return false }
    return entry(first) != nil
  }

  /// When the clip was saved, if it says so.
  static func saved(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    for line in lines(text) {
      guard let entry = entry(line), keys.contains(entry.key.lowercased()) else { continue }
      let value = entry.value.filter { $0 != "\"" && $0 != "'" }
      if let seconds = WrittenTime.seconds(value) { return seconds }
    }
    return nil
  }

  /// The lines between the two marks; none where there is no first one.
  private static func lines(_ text: UnsafeBufferPointer<UInt8>) -> [String] {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropping(first: 3) : text
    guard text.hasPrefix("---\n") || text.hasPrefix("---\r\n") else { return [] }
    let lines = text.part(0..<longest).split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
      .map { UnsafeBufferPointer(rebasing: $0).trimmedString }
    return Array(lines.prefix { $0 != "---" && $0 != "..." })
  }

  private static func entry(_ line: String) -> (key: Substring, value: Substring)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon]
    let isKey = key.utf8.allSatisfy {
      $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    return isKey && !key.isEmpty ? (key, line[line.index(after: colon)...]) : nil
  }
}
