import Tables

/// The stories of a library in the order of its list, newest first.
public struct StoryList: RandomAccessCollection, Sendable {
  let rows: RowList<UInt32>

  /// The first position.
  public var startIndex: Int { 0 }
  /// The position after the last.
  public var endIndex: Int { rows.count }

  /// The story at a position.
  public subscript(place: Int) -> StoryIndex { StoryIndex(Int(rows[place])) }
}
