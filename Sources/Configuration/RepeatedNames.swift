/// Makes a text readable in which a name stands twice among its neighbours, which the parser refuses as a whole. One
/// of the two gets a mark, so that they differ, and loses it when the tree is made: then the mistake is one of two
/// lines, and the rest can be read.
struct RepeatedNames {
  /// The text with the marks in it.
  private(set) var text: String
  private var count = 0

  /// A character for private use, so many times as names were marked before.
  private static let mark: Unicode.Scalar = "\u{E000}"
  /// Each costs reading the text anew.
  private static let limit = 20

  init(text: String) {
    self.text = text
  }

  var canMark: Bool { count < RepeatedNames.limit }

  /// Marks the name at a place; inside its quotes if it has any.
  mutating func mark(_ place: SettingPlace) {
    count += 1
    var scalars = text.unicodeScalars
    var index = RepeatedNames.index(of: place, in: scalars)
    if index < scalars.endIndex, scalars[index] == "\"" || scalars[index] == "'" {
      index = scalars.index(after: index)
    }
    scalars.insert(contentsOf: Array(repeating: RepeatedNames.mark, count: count), at: index)
    text = String(scalars)
  }

  /// The name as it was written; a list or the like is no name, and has none.
  func name(of key: SettingNode) -> String {
    guard case .text(let name) = key.content else { return "" }
    return count == 0 ? name : String(name.unicodeScalars.drop { $0 == RepeatedNames.mark })
  }

  /// Lines as YAML 1.1 counts them.
  private static func index(
    of place: SettingPlace, in scalars: String.UnicodeScalarView
  ) -> String.UnicodeScalarView.Index {
    var index = scalars.startIndex
    var line = 1
    while line < place.line, index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { continue }
      if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) { line += 1 }
    }
    return scalars.index(index, offsetBy: (place.column ?? 1) - 1, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
  }
}
