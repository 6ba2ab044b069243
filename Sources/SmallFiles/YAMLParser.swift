import Yams

/// Parses untrusted YAML to a tree in which every name and value has its position.
///
/// Its cost is bounded by the length of the text, which ``SmallFile`` limits: aliases are rejected (``YAMLGuard``),
/// and libyaml itself refuses more than 1,000 levels.
public enum YAMLParser {
  /// The tree of a text; nil if it only has comments.
  public static func parse(_ text: String) throws(YAMLError) -> YAMLNode? {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    guard hasContent(text) else { return nil }
    try YAMLGuard.check(text)
    var repeats = RepeatedNames(text: text)
    while true {
      do {
        return try compose(repeats.text).map { node(of: $0, repeats) }
      } catch YamlError.duplicatedKeysInMapping(_, let context) where repeats.canMark {
        repeats.mark(YAMLPosition(line: context.mark.line, column: context.mark.column))
      } catch {
        throw self.error(error, text)
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

  /// The basic resolver treats scalars as text. It needs no regular expressions to determine their types: compiling
  /// those takes ten times as long as reading a theme.
  private static func compose(_ text: String) throws -> Node? {
    try Parser(yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      .singleRoot()
  }

  private static func node(of node: Node, _ repeats: RepeatedNames) -> YAMLNode {
    let position = YAMLPosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    return YAMLNode(content: content(of: node, repeats), position: position)
  }

  private static func content(of node: Node, _ repeats: RepeatedNames) -> YAMLNode.Content {
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
          return YAMLEntry(
            name: repeats.name(of: key), position: key.position, value: self.node(of: value, repeats))
        })
    case .alias: return .nothing
    }
  }

  // MARK: Errors

  private static func error(_ error: any Error, _ text: String) -> YAMLError {
    switch error {
    case YamlError.scanner(let context, let reason, let mark, _),
      YamlError.parser(let context, let reason, let mark, _),
      YamlError.composer(let context, let reason, let mark, _):
      return syntax(reason + (context.map { " \($0.text), line \($0.mark.line)" } ?? ""), mark)
    case YamlError.reader(let reason, let offset, _, _):
      let line = offset.map { 1 + text.prefix($0).count(where: \.isNewline) }
      return YAMLError(reason: .syntax(reason), position: line.map { YAMLPosition(line: $0) })
    case YamlError.duplicatedKeysInMapping(_, let context):
      return syntax("too many names are repeated", context.mark)
    default: return YAMLError(reason: .syntax(String(describing: error)))
    }
  }

  private static func syntax(_ reason: String, _ mark: Mark) -> YAMLError {
    YAMLError(reason: .syntax(reason), position: YAMLPosition(line: mark.line, column: mark.column))
  }
}
