import Text

/// The front matter of a Markdown text: names and values in YAML between two lines of `---`, as clippers and
/// note-taking programs write it.
public struct FrontMatter {
  /// Its length in bytes, including both lines of dashes.
  public let length: Int
  private var texts: [String: [String]] = [:]

  /// The longest front matter, in bytes.
  private static let longest = 64 << 10

  /// Nil for a text without front matter.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard FrontMatter.hasDashes(text), let (content, length) = FrontMatter.content(of: text) else {
      return nil
    }
    self.length = length
    // Clippers forget to quote headlines with a colon or a quotation mark.
    let node = (try? YAMLParser.parse(content)) ?? (try? YAMLParser.parse(FrontMatter.quoted(content)))
    for entry in node?.entries ?? [] {
      texts[entry.name.lowercased(), default: []] += FrontMatter.texts(of: entry.value)
    }
    guard !texts.isEmpty else { return nil }
  }

  /// The values of the first of some names (in lower case) that has any.
  public func values(_ names: String...) -> [String] {
    names.lazy.compactMap { texts[$0] }.first { !$0.isEmpty } ?? []
  }

  /// Whether a text begins with front matter: `---`, then a name.
  public static func isBegun(by head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard hasDashes(head) else { return false }
    let first = head.dropFirst(3).split(separator: 0x0A).first { !$0.allSatisfy { $0 <= 0x20 } }
    return first.map { isEntry(String(decoding: $0, as: UTF8.self)) } ?? false
  }

  private static func hasDashes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropping(first: 3) : text
    return text.hasPrefix("---\n") || text.hasPrefix("---\r\n")
  }

  /// The text between the lines of dashes, and the total length; nil if there is no second one.
  private static func content(of text: UnsafeBufferPointer<UInt8>) -> (String, Int)? {
    let head = UnsafeBufferPointer(rebasing: text.prefix(longest))
    var start = 0
    var first: Int?
    while start < head.count {
      let end = head[start...].firstIndex(of: 0x0A) ?? head.count
      let line = head[start..<end].filter { $0 > 0x20 }
      let next = min(head.count, end + 1)
      if let first, line == Array("---".utf8) || line == Array("...".utf8) {
        return (String(decoding: head[first..<start], as: UTF8.self), next)
      }
      first = first ?? next
      start = next
    }
    return nil
  }

  // MARK: Values

  private static func texts(of node: YAMLNode) -> [String] {
    switch node.content {
    case .nothing: return []
    case .text(let text): return [unlinked(text)].filter { !$0.isEmpty && $0 != "~" }
    // `[[Ann Bee]]`, a link of Obsidian, is a nested list if it is not quoted.
    case .list(let items): return items.flatMap { texts(of: $0) }
    case .entries(let entries): return entries.first { $0.name == "name" }.map { texts(of: $0.value) } ?? []
    }
  }

  /// The text of an Obsidian link.
  private static func unlinked(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.hasPrefix("[[") && words.hasSuffix("]]") ? String(words.dropFirst(2).dropLast(2)) : words
  }

  // MARK: Invalid YAML

  /// The same lines with each value quoted.
  private static func quoted(_ content: String) -> String {
    content.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let text = line.trimmed()
      if text.hasPrefix("- ") { return "- " + quotedValue(text.dropFirst(2)) }
      guard isEntry(text), let colon = text.firstIndex(of: ":") else { return "" }
      let value = text[text.index(after: colon)...]
      return value.allSatisfy(\.isWhitespace) ? text : text[...colon] + " " + quotedValue(value)
    }
    .joined(separator: "\n")
  }

  private static func quotedValue(_ value: Substring) -> String {
    var value = value.trimmed()
    for mark in ["\"", "'"] where value.count > 1 && value.hasPrefix(mark) && value.hasSuffix(mark) {
      value = String(value.dropFirst().dropLast())
    }
    return "'" + value.replacing("'", with: "''") + "'"
  }

  private static func isEntry(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return false }
    return line[..<colon].utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-")
    }
  }
}

extension Substring {
  fileprivate func trimmed() -> String {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
