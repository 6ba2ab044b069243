/// A part of a line with its own role, such as a match of a search.
public struct TextSpan: Hashable, Sendable {
  /// UTF-8 bytes from the beginning of the line.
  public var range: Range<Int>
  /// Its role.
  public var role: Role

  /// A part of a line, in UTF-8 bytes from its beginning.
  public init(range: Range<Int>, role: Role) {
    self.range = range
    self.role = role
  }
}
