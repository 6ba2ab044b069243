/// Rejects YAML with which a short text can keep the parser busy for an unlimited time.
///
/// Aliases (`*name` for the value marked by `&name`): a few lines of nested aliases expand to more than any memory can
/// hold. Directives (`%TAG`): the parser compares each with all previous ones. Settings and themes need neither.
enum YAMLGuard {
  /// The most lines that may begin with `%`.
  private static let directiveLimit = 8

  /// Checks a text in one pass.
  static func check(_ text: String) throws(YAMLError) {
    if let alias = firstAlias(in: text) {
      throw YAMLError(reason: .alias(name: alias.name), position: YAMLPosition(line: alias.line))
    }
    var count = 0
    var line = 1
    var isLineStart = true
    for byte in text.utf8 {
      if isLineStart, byte == UInt8(ascii: "%") { count += 1 }
      if count > directiveLimit {
        throw YAMLError(
          reason: .tooManyDirectives(limit: directiveLimit), position: YAMLPosition(line: line))
      }
      isLineStart = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
  }

  private struct Name {
    var name: String
    var line: Int
  }

  /// The first `*name` for which there is a `&name`, even in quotes or comments.
  private static func firstAlias(in text: String) -> Name? {
    let anchors = Set(names(after: UInt8(ascii: "&"), in: text.utf8).map(\.name))
    return anchors.isEmpty
      ? nil : names(after: UInt8(ascii: "*"), in: text.utf8).first { anchors.contains($0.name) }
  }

  private static func names(after sign: UInt8, in bytes: String.UTF8View) -> [Name] {
    var found: [Name] = []
    var line = 1
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == sign else { continue }
      let name = bytes[index...].prefix(while: isPartOfName)
      if !name.isEmpty { found.append(Name(name: String(Substring(name)), line: line)) }
    }
    return found
  }

  /// As in libyaml.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
