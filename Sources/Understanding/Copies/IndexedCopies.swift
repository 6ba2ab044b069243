public import StoryLibrary
import Tables

/// Two stories that may be copies, from the point of view of the first. An index contains each pair twice.
struct CopyRow: Sendable, BitwiseCopyable {
  var story: UInt32
  var other: UInt32
  var shares: TextShares
}

/// The copies in an index: stories whose texts are mostly the same but have another headline or source. A
/// library already treats all other copies as one story.
extension RelatedIndex {
  /// The rows of a story, ordered by the number of the other story.
  func copyRows(of story: UInt32) -> [CopyRow] {
    var (low, high) = (0, copies.count)
    while low < high {
      let middle = (low + high) / 2
      if copies[UInt32(middle)].story < story { low = middle + 1 } else { high = middle }
    }
    var rows: [CopyRow] = []
    while low < copies.count, copies[UInt32(low)].story == story {
      rows.append(copies[UInt32(low)])
      low += 1
    }
    return rows + (arrived.copies[story] ?? [])
  }

  /// How much two stories share; nil if they have not been compared.
  func shares(_ key: UInt64, _ other: UInt64) -> TextShares? {
    guard let story = number(of: key), let other = number(of: other) else { return nil }
    return copyRows(of: story).first { $0.other == other }?.shares
  }

  /// The stories that have copies, paired with each of their copies.
  public func copies(in library: Library) -> [(story: StoryIndex, copy: StoryIndex, shares: TextShares)] {
    let rows = Array(copies) + arrived.copies.sorted { $0.key < $1.key }.flatMap(\.value)
    return rows.filter(\.shares.isCopy).compactMap { row in
      guard let story = self.story(row.story, in: library), let copy = self.story(row.other, in: library)
      else {
        return nil
      }
      return (story, copy, row.shares)
    }
  }

  /// The story with a number, as it is in a library; nil if the library no longer has it.
  func story(_ number: UInt32, in library: Library) -> StoryIndex? {
    library.story(keys[number], titled: titles[number])
  }
}

extension Table<CopyRow> {
  /// The rows of pairs, in the order that ``RelatedIndex/copyRows(of:)`` expects.
  init(_ pairs: [CopyRow]) {
    self.init()
    let both = pairs + pairs.map { CopyRow(story: $0.other, other: $0.story, shares: $0.shares.reversed) }
    for row in both.sorted(by: { ($0.story, $0.other) < ($1.story, $1.other) }) { append(row) }
  }
}
