/// What a text was in before it was UTF-8.
public struct TextSource: Sendable, Hashable {
  /// How its characters were written.
  public var encoding: TextEncoding
  /// Nothing says so: the encoding is that in which the text is most likely one.
  public var isGuessed: Bool

  /// Texts that are UTF-8 as they stand.
  public static let utf8 = TextSource(encoding: .utf8, isGuessed: false)
}
