import Yams

/// Reads YAML so that every name and value knows its line.
enum YAMLTree {
  /// Nil when there is nothing in the text but comments.
  static func read(_ text: String) throws(ConfigurationProblem) -> SettingNode? {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    guard hasContent(text) else { return nil }
    if let alias = YAMLAlias.first(in: text) {
      throw ConfigurationProblem(.alias(name: alias.name), SettingPlace(line: alias.line))
    }
    var repeats = RepeatedNames(text: text)
    while true {
      do {
        return try compose(repeats.text).map { node(of: $0, repeats) }
      } catch YamlError.duplicatedKeysInMapping(_, let context) where repeats.canMark {
        repeats.mark(SettingPlace(line: context.mark.line, column: context.mark.column))
      } catch {
        throw problem(error, text)
      }
    }
  }

  /// Blank lines and comments are not worth starting a parser.
  private static func hasContent(_ text: String) -> Bool {
    text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.contains { line in
      let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      return first != nil && first != UInt8(ascii: "#")
    }
  }

  /// Without the rules that make numbers and dates of scalars: they are what was written.
  private static func compose(_ text: String) throws -> Node? {
    try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
  }

  private static func node(of node: Node, _ repeats: RepeatedNames) -> SettingNode {
    let place = SettingPlace(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    return SettingNode(content: content(of: node, repeats), place: place)
  }

  private static func content(of node: Node, _ repeats: RepeatedNames) -> SettingNode.Content {
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && ["", "null", "Null", "NULL"].contains(scalar.string)
      return isNothing ? .nothing : .text(scalar.string)
    case .sequence(let sequence):
      return .list(sequence.map { self.node(of: $0, repeats) })
    case .mapping(let mapping):
      return .entries(
        mapping.map { key, value in
          let key = self.node(of: key, repeats)
          return SettingEntry(
            name: repeats.name(of: key), place: key.place, value: self.node(of: value, repeats))
        })
    case .alias: return .nothing
    }
  }

  // MARK: Problems

  private static func problem(_ error: any Error, _ text: String) -> ConfigurationProblem {
    switch error {
    case YamlError.scanner(let context, let reason, let mark, _),
      YamlError.parser(let context, let reason, let mark, _),
      YamlError.composer(let context, let reason, let mark, _):
      return problem(reason + (context.map { " \($0.text), line \($0.mark.line)" } ?? ""), mark)
    case YamlError.reader(let reason, let offset, _, _):
      let line = offset.map { 1 + text.prefix($0).count(where: \.isNewline) }
      return ConfigurationProblem(.notYAML(reason: reason), line.map { SettingPlace(line: $0) })
    case YamlError.duplicatedKeysInMapping(_, let context):
      return problem("too many names are repeated", context.mark)
    default: return ConfigurationProblem(.notYAML(reason: String(describing: error)))
    }
  }

  private static func problem(_ reason: String, _ mark: Mark) -> ConfigurationProblem {
    ConfigurationProblem(.notYAML(reason: reason), SettingPlace(line: mark.line, column: mark.column))
  }
}
