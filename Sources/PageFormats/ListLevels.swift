/// Computes the levels of consecutive list items. The depths in the page are not enough: the story itself may be
/// inside a list, or depths may be skipped. Here the first item of a list is on level 0, each item is at most one
/// level below the previous one, and no level is deeper than twelve.
public struct ListLevels {
  /// The depths of the items around the current one, and its own.
  private var depths: [Int] = []
  /// People do not write lists nested more deeply.
  private static let deepest = 12

  /// The levels of blocks, from the first one on.
  public init() {}

  /// The level of the next block; 0 for a block that is not an item, which ends a list.
  public mutating func next(_ kind: BlockKind, depth: Int) -> Int {
    guard kind == .listItem else {
      depths.removeAll()
      return 0
    }
    while let last = depths.last, last > depth { depths.removeLast() }
    if depths.last != depth { depths.append(depth) }
    return min(depths.count - 1, ListLevels.deepest)
  }
}

extension Sequence<TextBlock> {
  /// The levels of the blocks that are currently adjacent: those that are shown, if others are folded.
  public var listLevels: [Int] {
    var levels = ListLevels()
    return map { levels.next($0.kind, depth: $0.level) }
  }
}
