import Text

/// A word of the reader's own that stories can carry: lower case, without blanks, so that it can be typed in a query.
public enum Label {
  /// The longest label, in UTF-8 bytes.
  public static let limit = 64

  /// A label as it is kept, whoever wrote it; nil where nothing is left of it, or too much.
  public static func normalized(_ text: some StringProtocol) -> String? {
    let words = TextSanitizer.clean(String(text)).lowercased()
      .split { $0.isWhitespace || isReserved($0) }.joined(separator: "-")
    let label = words.drop { signs.contains($0) }
    return label.isEmpty || label.utf8.count > limit ? nil : String(label)
  }

  /// What a query or a list of labels would take for a sign of its own.
  private static func isReserved(_ character: Character) -> Bool { "\"(),|".contains(character) }

  /// A label does not begin with these: they say what is done with the one behind them.
  private static let signs: Set<Character> = ["+", "-"]
}

/// What is done to the labels of a story, as the reader types it: `flood rain -old` adds two and removes one.
public struct LabelChange: Hashable, Sendable {
  /// Those that are added, each once.
  public private(set) var added: [String] = []
  /// Those that are removed, each once.
  public private(set) var removed: [String] = []

  /// Labels to add and to remove; one that is both is removed.
  public init(adding added: [String] = [], removing removed: [String] = []) {
    for label in removed where !self.removed.contains(label) { self.removed.append(label) }
    for label in added where !self.added.contains(label) && !self.removed.contains(label) {
      self.added.append(label)
    }
  }

  /// What was typed: words, those with `-` before them to remove.
  public init(_ text: String) {
    let words = text.split { $0.isWhitespace || $0 == "," }
    self.init(
      adding: words.filter { !$0.hasPrefix("-") }.compactMap { Label.normalized($0) },
      removing: words.filter { $0.hasPrefix("-") }.compactMap { Label.normalized($0) })
  }

  /// Nothing is done.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty }
}
