/// A range in a table's text, in bytes: half the size of a `Range<Int>`, as each story has several.
public struct TextRange: Sendable, BitwiseCopyable {
  /// The first byte.
  public var start: UInt32
  /// The number of bytes.
  public var count: UInt32

  /// The bytes from `start` on; empty by default.
  public init(start: UInt32 = 0, count: UInt32 = 0) {
    (self.start, self.count) = (start, count)
  }

  /// The same for collections.
  public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  /// No text.
  public static let none = TextRange()
}
