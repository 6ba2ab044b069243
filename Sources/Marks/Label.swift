import Text

/// A user-defined label of stories: a lower-case word without spaces, so that it can be typed in a query.
public enum Label {
  /// The longest label, in UTF-8 bytes.
  public static let limit = 64

  /// A label as it is stored, from untrusted text; nil if it is empty or too long.
  public static func normalized(_ text: some StringProtocol) -> String? {
    let words = TextSanitizer.clean(String(text)).lowercased()
      .split { $0.isWhitespace || isReserved($0) }.joined(separator: "-")
    let label = words.drop { signs.contains($0) }
    return label.isEmpty || label.utf8.count > limit ? nil : String(label)
  }

  /// Characters with a meaning in queries or lists of labels.
  private static func isReserved(_ character: Character) -> Bool { "\"(),|".contains(character) }

  /// A label cannot begin with these: they add or remove the label after them.
  private static let signs: Set<Character> = ["+", "-"]
}

/// A change to the labels of a story: `flood rain -old` adds two and removes one.
public struct LabelChange: Hashable, Sendable {
  /// The labels to add.
  public private(set) var added: [String] = []
  /// The labels to remove.
  public private(set) var removed: [String] = []

  /// Labels to add and to remove; a label in both sets is removed.
  public init(adding added: [String] = [], removing removed: [String] = []) {
    for label in removed where !self.removed.contains(label) { self.removed.append(label) }
    for label in added where !self.added.contains(label) && !self.removed.contains(label) {
      self.added.append(label)
    }
  }

  /// Parses words; those prefixed with `-` are removed.
  public init(_ text: String) {
    let words = text.split { $0.isWhitespace || $0 == "," }
    self.init(
      adding: words.filter { !$0.hasPrefix("-") }.compactMap { Label.normalized($0) },
      removing: words.filter { $0.hasPrefix("-") }.compactMap { Label.normalized($0) })
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty }
}
