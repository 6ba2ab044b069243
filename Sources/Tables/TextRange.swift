/// A range in a table's text, in bytes: half the size of a `Range<Int>`, and there are several for each story.
public struct TextRange: Sendable, BitwiseCopyable {
  /// The first byte.
  public var start: UInt32
  /// How many bytes.
  public var count: UInt32

  /// The bytes from `start` on; nothing at first.
  public init(start: UInt32 = 0, count: UInt32 = 0) {
    (self.start, self.count) = (start, count)
  }

  /// The same for collections.
  public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  /// No text.
  public static let none = TextRange()
}
