/// Which groups of a list are folded, so that only their headings are shown.
///
/// A list may have a heading for each story or two. So only the exceptions are stored, the few headings that were folded
/// or unfolded one by one, and nothing here takes time for all.
struct FoldedGroups: Sendable {
  /// Whether all groups but the exceptions are folded.
  private(set) var areMostFolded = false
  /// The numbers of the other groups, sorted.
  private(set) var exceptions: [Int] = []
  /// How many stories are in the exceptions before each one, and in all of them.
  private var storiesBefore = [0]

  /// Whether a group is folded.
  func contains(_ group: Int) -> Bool {
    let place = place(of: group)
    let isException = place < exceptions.count && exceptions[place] == group
    return areMostFolded != isException
  }

  /// How many stories of the groups before one are shown, of those that these groups have.
  func shownStories(before group: Int, of count: Int) -> Int {
    let others = storiesBefore[place(of: group)]
    return areMostFolded ? others : count - others
  }

  /// Folds or unfolds a group.
  mutating func toggle(_ group: Int, in groups: [Listing.Group]) {
    let place = place(of: group)
    if place < exceptions.count, exceptions[place] == group {
      exceptions.remove(at: place)
    } else {
      exceptions.insert(group, at: place)
    }
    countStories(of: groups)
  }

  /// Folds all groups or, if all are folded, unfolds them.
  mutating func toggleAll(of count: Int) {
    let areAllFolded = areMostFolded ? exceptions.isEmpty : exceptions.count == count
    (areMostFolded, exceptions, storiesBefore) = (!areAllFolded, [], [0])
  }

  /// Folds or unfolds all but some groups.
  mutating func set(areMostFolded: Bool, except groups: Set<Int>, in all: [Listing.Group]) {
    (self.areMostFolded, exceptions) = (areMostFolded, groups.sorted())
    countStories(of: all)
  }

  private mutating func countStories(of groups: [Listing.Group]) {
    storiesBefore = exceptions.reduce(into: [0]) { $0.append($0[$0.count - 1] + groups[$1].stories.count) }
  }

  /// How many exceptions are before a group.
  private func place(of group: Int) -> Int {
    Listing.first(of: exceptions.count) { exceptions[$0] >= group }
  }
}
