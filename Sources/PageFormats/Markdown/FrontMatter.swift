import Text

/// What clippers write above a page between two lines of `---`: names and values in YAML, of which they use lines with one
/// value, quoted or not, and lists.
struct FrontMatter {
  /// The bytes of all of it, with both lines of dashes.
  private(set) var length = 0
  private var values: [String: [String]] = [:]

  /// In bytes: no clipper writes more.
  private static let longest = 64 << 10

  /// Nil for a text that begins with none.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let head = UnsafeBufferPointer(rebasing: text.prefix(FrontMatter.longest))
    guard head.hasPrefix("---\n") || head.hasPrefix("---\r\n") else { return nil }
    var name = ""
    var position = 0
    while position < head.count {
      let end = head.firstIndex(ofByte: 0x0A, from: position) ?? head.count
      let line = String(decoding: head.slice(head.trimmedRange(position..<end)), as: UTF8.self)
      let isFirst = position == 0
      position = min(head.count, end + 1)
      if !isFirst, line == "---" || line == "..." {
        length = position
        guard !values.isEmpty else { return nil }
        return
      }
      if !isFirst { read(line, &name) }
    }
    return nil
  }

  /// The values of the first of some names that has any.
  func values(_ names: String...) -> [String] {
    names.lazy.compactMap { values[$0] }.first { !$0.isEmpty } ?? []
  }

  private mutating func read(_ line: String, _ name: inout String) {
    if line.hasPrefix("- ") || line == "-" {
      add(line.dropFirst(), to: name)
    } else if let colon = line.firstIndex(of: ":"), !line.hasPrefix("#"), isName(line[..<colon]) {
      name = line[..<colon].lowercased()
      values[name] = values[name] ?? []
      let value = line[line.index(after: colon)...]
      if value.trimming().hasPrefix("["), value.trimming().hasSuffix("]"), !value.contains("[[") {
        for item in value.trimming().dropFirst().dropLast().split(separator: ",") { add(item, to: name) }
      } else {
        add(value, to: name)
      }
    }
  }

  private func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { ASCII.isLetter($0) || $0 == 0x5F || $0 == 0x2D }
  }

  /// A value without its quotation marks, and a link of Obsidian as what it says.
  private mutating func add(_ value: Substring, to name: String) {
    var text = value.trimming()
    for mark in ["\"", "'"] where text.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      text = String(text.dropFirst().dropLast())
      text.replace(mark == "'" ? "''" : "\\\"", with: mark)
    }
    if text.hasPrefix("[["), text.hasSuffix("]]") { text = String(text.dropFirst(2).dropLast(2)) }
    if !text.isEmpty, text != "null", text != "~" { values[name, default: []].append(text) }
  }
}

extension Substring {
  fileprivate func trimming() -> String {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
