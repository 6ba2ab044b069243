/// Keys that are pressed one after another: `gg`, `y t`, or a single key.
public struct KeySequence: Hashable, Sendable {
  /// Not empty if it was parsed from a notation.
  public let keys: [Key]

  /// A sequence of keys, in order.
  public init(_ keys: [Key]) {
    self.keys = keys
  }

  /// Parses keys separated by blanks: `g g`, `^W j`, `Space`, `y <c-t>`. Two characters need no blank (`gg`); anything
  /// longer is a name, so that a misspelled name is not parsed as several keys. See `Key.init(notation:)`.
  /// - Returns: nil if there are no keys, or if a word is not a key.
  public init?(_ notation: String) {
    var keys: [Key] = []
    for word in KeySequence.words(of: notation) {
      guard let more = KeySequence.keys(of: word) else { return nil }
      keys += more
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// The first word of a notation that is not a key; nil if all are.
  public static func unreadableWord(in notation: String) -> String? {
    words(of: notation).first { keys(of: $0) == nil }
  }

  /// Whether it is a prefix of another sequence, or equal to it.
  public func isBeginning(of other: KeySequence) -> Bool { other.keys.starts(with: keys) }

  /// Splits at blanks among scalars, because a mark that would combine with a blank is a separate key.
  private static func words(of notation: String) -> [String] {
    notation.unicodeScalars.split { $0 == " " || $0 == "\t" }.map { String($0) }
  }

  private static func keys(of word: String) -> [Key]? {
    if let key = Key(notation: word) { return [key] }
    let keys = word.compactMap { Key(notation: String($0)) }
    let isUnknownControl = word.hasPrefix("^")
    return keys.count == 2 && keys.count == word.count && !isUnknownControl ? keys : nil
  }
}

extension KeySequence: CustomStringConvertible {
  /// The notation for help texts, which can also be parsed: `gg`, `^W j`, `Space`.
  public var description: String {
    let words = keys.map(\.description)
    let together = words.joined()
    return KeySequence(together) == self ? together : words.joined(separator: " ")
  }
}

extension KeySequence: ExpressibleByArrayLiteral {
  /// `["g", "g"]`, `[.control("W"), "j"]`.
  public init(arrayLiteral keys: Key...) {
    self.init(keys)
  }
}
