/// A part of a line with its own role, such as a match of a search.
public struct TextSpan: Hashable, Sendable {
  /// The range in bytes of UTF-8, from the start of the line.
  public var range: Range<Int>
  /// Its role.
  public var role: Role

  /// A part of a line, in bytes of UTF-8 from the start of the line.
  public init(range: Range<Int>, role: Role) {
    self.range = range
    self.role = role
  }
}
