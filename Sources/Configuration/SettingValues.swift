import SmallFiles

/// Converts the values of a file to the expected types. Anything else is reported as a problem.
extension SettingReader {
  /// One line of text.
  mutating func text(_ node: YAMLNode, _ path: String, expected: ExpectedValue = .text) -> String? {
    if let text = node.text, text.utf8.count > SettingReader.longestText {
      report(.tooLong(limit: SettingReader.longestText), node.position, path)
      return nil
    }
    if let text = node.text, !text.isEmpty, SettingReader.isOneLine(text) { return text }
    report(.badValue(node.found, expected: expected, nearest: nil), node.position, path)
    return nil
  }

  /// A valid value in its preferred spelling.
  mutating func value(_ node: YAMLNode, of type: ValueType, _ path: String) -> String? {
    let (context, expected) = (context, type.expected(context))
    guard let text = text(node, path, expected: expected) else { return nil }
    if let value = type.value(text, context) { return value }
    report(
      .badValue(.text(text), expected: expected, nearest: type.nearest(to: text, context)), node.position,
      path)
    return nil
  }

  /// The elements of a list.
  mutating func list(_ node: YAMLNode, of things: String, _ path: String) -> [YAMLNode] {
    guard case .list(let nodes) = node.content else {
      report(.badValue(node.found, expected: .list(of: things), nearest: nil), node.position, path)
      return []
    }
    if nodes.count > SettingReader.longestList {
      report(.tooMany(limit: SettingReader.longestList), nodes[SettingReader.longestList].position, path)
    }
    return Array(nodes.prefix(SettingReader.longestList))
  }

  /// Names and values; nil for anything else.
  mutating func entries(_ node: YAMLNode, of things: String, _ path: String) -> [YAMLEntry]? {
    if let entries = node.entries { return unique(entries, path) }
    report(.badValue(node.found, expected: .entries(of: things), nearest: nil), node.position, path)
    return nil
  }

  /// The first entry of each name.
  mutating func unique(_ entries: [YAMLEntry], _ path: String) -> [YAMLEntry] {
    var lines: [String: Int] = [:]
    return entries.filter { isNew($0.name, $0.position, path, among: &lines) }
  }

  /// Whether a name is not used in an earlier line.
  mutating func isNew(
    _ name: String, _ position: YAMLPosition, _ path: String, among lines: inout [String: Int]
  )
    -> Bool
  {
    guard let line = lines[name] else {
      lines[name] = position.line
      return true
    }
    report(.repeated(name, firstLine: line), position, path)
    return false
  }

  /// Entries with known names, by name; nil for anything else.
  mutating func fields(
    _ node: YAMLNode, _ names: [String], of things: String, _ path: String
  ) -> [String: YAMLEntry]? {
    guard let entries = entries(node, of: things, path) else { return nil }
    var fields: [String: YAMLEntry] = [:]
    for entry in entries {
      if names.contains(entry.name) {
        fields[entry.name] = entry
      } else {
        reportUnknown(entry.name, names, entry.position, path)
      }
    }
    return fields
  }

  /// The text of a required field.
  mutating func required(
    _ name: String, _ fields: [String: YAMLEntry], _ node: YAMLNode, _ path: String
  ) -> String? {
    if let value = fields[name]?.value { return text(value, "\(path).\(name)") }
    report(.missing(name), node.position, path)
    return nil
  }

  /// The value of an optional field.
  mutating func optional(
    _ name: String, _ type: ValueType, _ fields: [String: YAMLEntry], _ path: String
  ) -> String? {
    guard let value = fields[name]?.value, !value.isNothing else { return nil }
    return self.value(value, of: type, "\(path).\(name)")
  }

  /// Text from a file is shown on the screen, so it must not contain control characters.
  static func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}

extension YAMLNode {
  /// What it is, for a problem.
  var found: FoundValue {
    switch content {
    case .nothing: .nothing
    case .text(let text): .text(text)
    case .list: .list
    case .entries: .entries
    }
  }
}
