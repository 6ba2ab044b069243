/// What stands in a file, as what it should be. What is something else is noted as a problem.
extension SettingReader {
  /// One line of text.
  mutating func text(_ node: SettingNode, _ path: String, expected: ExpectedValue = .text) -> String? {
    if case .text(let text) = node.content, !text.isEmpty, SettingReader.isOneLine(text) { return text }
    report(.badValue(node.found, expected: expected, nearest: nil), node.place, path)
    return nil
  }

  /// What is accepted where one value stands, as it is best written.
  mutating func value(_ node: SettingNode, of type: ValueType, _ path: String) -> String? {
    let (context, expected) = (context, type.expected(context))
    guard let text = text(node, path, expected: expected) else { return nil }
    if let value = type.value(text, context) { return value }
    report(
      .badValue(.text(text), expected: expected, nearest: type.nearest(to: text, context)), node.place, path)
    return nil
  }

  /// The values of a list of some things.
  mutating func list(_ node: SettingNode, of things: String, _ path: String) -> [SettingNode] {
    guard case .list(let nodes) = node.content else {
      report(.badValue(node.found, expected: .list(of: things), nearest: nil), node.place, path)
      return []
    }
    if nodes.count > SettingReader.longestList {
      report(.tooMany(limit: SettingReader.longestList), nodes[SettingReader.longestList].place, path)
    }
    return Array(nodes.prefix(SettingReader.longestList))
  }

  /// Names with values; nil when it is something else.
  mutating func entries(_ node: SettingNode, of things: String, _ path: String) -> [SettingEntry]? {
    if case .entries(let entries) = node.content { return unique(entries, path) }
    report(.badValue(node.found, expected: .entries(of: things), nearest: nil), node.place, path)
    return nil
  }

  /// Of several entries with one name the first.
  mutating func unique(_ entries: [SettingEntry], _ path: String) -> [SettingEntry] {
    var lines: [String: Int] = [:]
    return entries.filter { isNew($0.name, $0.place, path, among: &lines) }
  }

  /// Whether a name did not stand in an earlier line.
  mutating func isNew(_ name: String, _ place: SettingPlace, _ path: String, among lines: inout [String: Int])
    -> Bool
  {
    guard let line = lines[name] else {
      lines[name] = place.line
      return true
    }
    report(.repeated(name, firstLine: line), place, path)
    return false
  }

  /// Entries that must have one of a few names; nil when there are no entries at all.
  mutating func fields(
    _ node: SettingNode, _ names: [String], of things: String, _ path: String
  ) -> [String: SettingEntry]? {
    guard let entries = entries(node, of: things, path) else { return nil }
    var fields: [String: SettingEntry] = [:]
    for entry in entries {
      if names.contains(entry.name) {
        fields[entry.name] = entry
      } else {
        reportUnknown(entry.name, names, entry.place, path)
      }
    }
    return fields
  }

  /// The text of a field without which the others mean nothing.
  mutating func required(
    _ name: String, _ fields: [String: SettingEntry], _ node: SettingNode, _ path: String
  ) -> String? {
    if let value = fields[name]?.value { return text(value, "\(path).\(name)") }
    report(.missing(name), node.place, path)
    return nil
  }

  /// The value of a field that need not be there.
  mutating func optional(
    _ name: String, _ type: ValueType, _ fields: [String: SettingEntry], _ path: String
  ) -> String? {
    guard let value = fields[name]?.value, !value.isNothing else { return nil }
    return self.value(value, of: type, "\(path).\(name)")
  }

  /// Text from a file is shown on the screen: nothing in it may move the cursor.
  static func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
