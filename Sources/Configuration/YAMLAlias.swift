/// An alias of YAML: `*name` stands for all of what `&name` marks.
///
/// Nothing in a configuration is so long that it would be written once and used twice; but a few lines of aliases of
/// aliases stand for more than fits into any memory. So they are found before the parser sees them.
struct YAMLAlias {
  var name: String
  var line: Int

  /// The first `*name` for whose name there is a `&name`, wherever they stand: in quotes or a comment, too.
  static func first(in text: String) -> YAMLAlias? {
    let anchors = Set(names(after: UInt8(ascii: "&"), in: text.utf8).map(\.name))
    return anchors.isEmpty
      ? nil : names(after: UInt8(ascii: "*"), in: text.utf8).first { anchors.contains($0.name) }
  }

  private static func names(after sign: UInt8, in bytes: String.UTF8View) -> [YAMLAlias] {
    var found: [YAMLAlias] = []
    var line = 1
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == sign else { continue }
      let name = bytes[index...].prefix(while: isPartOfName)
      if !name.isEmpty { found.append(YAMLAlias(name: String(Substring(name)), line: line)) }
    }
    return found
  }

  /// As the parser has it.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
