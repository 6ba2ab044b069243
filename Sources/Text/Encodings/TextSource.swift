/// The original encoding of a text.
public struct TextSource: Sendable, Hashable {
  /// The encoding of its characters.
  public var encoding: TextEncoding
  /// Whether the encoding was not declared but guessed as the most likely one.
  public var isGuessed: Bool

  /// Texts already in UTF-8.
  public static let utf8 = TextSource(encoding: .utf8, isGuessed: false)
}
