/// A part of a line that looks different from the rest: a match of a search, say.
public struct TextSpan: Hashable, Sendable {
  /// UTF-8 bytes from the beginning of the line.
  public var range: Range<Int>
  /// What it is for.
  public var role: Role

  /// A part of a line, in UTF-8 bytes from its beginning.
  public init(range: Range<Int>, role: Role) {
    self.range = range
    self.role = role
  }
}
