/// Makes a text with a repeated name parsable: the parser rejects the whole text. One of the two names gets a marker in
/// the text, so that they differ, which is removed when the tree is built. So only the repeated line is an error, not
/// the whole file.
struct RepeatedNames {
  /// The text with the markers.
  private(set) var text: String
  private var count = 0

  /// A private-use character; the third name that is marked gets three.
  private static let mark: Unicode.Scalar = "\u{E000}"
  /// Each requires parsing the text again, so only a few are allowed, and fewer in a long text.
  private static let limit = 20
  /// The most bytes that are parsed again.
  private static let budget = 1 << 20

  init(text: String) {
    self.text = text
  }

  var canMark: Bool {
    count < RepeatedNames.limit && (count + 1) * text.utf8.count <= RepeatedNames.budget
  }

  /// Marks the name at a position; inside its quotes if it has any.
  mutating func mark(_ position: YAMLPosition) {
    count += 1
    var scalars = text.unicodeScalars
    var index = RepeatedNames.index(of: position, in: scalars)
    if index < scalars.endIndex, scalars[index] == "\"" || scalars[index] == "'" {
      index = scalars.index(after: index)
    }
    scalars.insert(contentsOf: Array(repeating: RepeatedNames.mark, count: count), at: index)
    text = String(scalars)
  }

  /// The name as written; empty for keys that are not names, such as lists.
  func name(of key: YAMLNode) -> String {
    guard case .text(let name) = key.content else { return "" }
    return count == 0 ? name : String(name.unicodeScalars.drop { $0 == RepeatedNames.mark })
  }

  /// Lines as YAML 1.1 counts them.
  private static func index(
    of position: YAMLPosition, in scalars: String.UnicodeScalarView
  ) -> String.UnicodeScalarView.Index {
    var index = scalars.startIndex
    var line = 1
    while line < position.line, index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { continue }
      if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) { line += 1 }
    }
    return scalars.index(index, offsetBy: (position.column ?? 1) - 1, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
  }
}
