/// The levels of items in lists, one after another. A page's own depths say too little: its story may stand in a list itself,
/// or leave depths out. Here the first item of a list is on level 0, and none is more than one level below the item before;
/// no level is deeper than twelve.
public struct ListLevels {
  /// The depths of the items that the present one stands in, and its own.
  private var depths: [Int] = []
  /// Lists further in are no people's.
  private static let deepest = 12

  /// Levels from the first block on.
  public init() {}

  /// The level of the next block; 0 for what is no item, which ends a list.
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
  /// The levels of blocks that stand together now: of those that are shown, where others are folded.
  public var listLevels: [Int] {
    var levels = ListLevels()
    return map { levels.next($0.kind, depth: $0.level) }
  }
}
