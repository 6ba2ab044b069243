public import StoryLibrary

/// The rows of the list: all stories in the library's order, or selected ones in an order of their own, with
/// or without headings that can be folded.
public struct Listing: Sendable {
  /// One row of the list.
  public enum Row: Hashable, Sendable {
    case story(StoryIndex)
    /// A heading, with the number of its group.
    case heading(Int)

    /// The story of the row; nil for a heading.
    public var story: StoryIndex? {
      if case .story(let index) = self { index } else { nil }
    }

    /// Whether it is a heading.
    public var isHeading: Bool { story == nil }
  }

  /// The stories under one heading.
  public struct Group: Hashable, Sendable {
    /// The heading: what the stories have in common.
    public var name: String
    /// The positions of the stories in ``Listing/stories``.
    public var stories: Range<Int>
    /// Whether only the heading is shown.
    public internal(set) var isFolded = false

    /// A group that is not folded.
    public init(name: String, stories: Range<Int>) { (self.name, self.stories) = (name, stories) }
  }

  /// All stories, newest first: the library's own order, which takes no memory or time.
  public static let everything = Listing(hiding: [])

  /// All stories except those at the given positions of the library's order, which are sorted.
  static func everything(hiding positions: [Int]) -> Listing { Listing(hiding: positions) }

  /// The selected stories; empty for ``everything``.
  public private(set) var stories: [StoryIndex] = []
  /// The groups; empty if the list is not grouped.
  public private(set) var groups: [Group] = []
  /// Whether it is the library's own list, possibly without archived stories.
  public let isEverything: Bool
  /// The positions of the stories omitted from the library's own list, sorted.
  private let hidden: [Int]
  /// The row of each heading, and finally the number of rows: folding takes time proportional to the number of
  /// headings, not of stories.
  private var headingRows = [0]
  /// The position of each story in `stories`; the one in the first group if a story is in several.
  private var positions: [StoryIndex: Int] = [:]
  /// The number of the group with a given name.
  private var groupNumbers: [String: Int] = [:]

  private init(hiding positions: [Int]) { (isEverything, hidden) = (true, positions) }

  /// Whether it is valid only for the library in which it was found.
  var isOfOneLibrary: Bool { !isEverything || !hidden.isEmpty }

  /// Selected stories, and groups that together contain all of them, in order; no groups for a list without headings.
  /// This takes time for many stories: do it outside the terminal's thread.
  public init(_ stories: [StoryIndex], groups: [Group] = []) {
    (isEverything, hidden) = (false, [])
    (self.stories, self.groups) = (stories, groups)
    positions.reserveCapacity(stories.count)
    for (position, story) in stories.enumerated().reversed() { positions[story] = position }
    for (number, group) in groups.enumerated().reversed() { groupNumbers[group.name] = number }
    layoutRows()
  }

  private mutating func layoutRows() {
    headingRows = [0]
    for group in groups {
      let rows = 1 + (group.isFolded ? 0 : group.stories.count)
      headingRows.append(headingRows[headingRows.count - 1] + rows)
    }
  }

  /// The number of rows.
  public func count(in library: Library) -> Int {
    isEverything ? everythingCount(in: library) : groups.isEmpty ? stories.count : headingRows[groups.count]
  }

  /// The number of stories, including folded ones; a story in several groups counts once.
  public func storyCount(in library: Library) -> Int {
    isEverything ? everythingCount(in: library) : positions.count
  }

  private func everythingCount(in library: Library) -> Int { max(0, library.order.count - hidden.count) }

  /// All stories in order, including folded ones; for many, call it outside the terminal's thread.
  func visitStories(of library: Library, _ visit: (StoryIndex) -> Void) {
    guard isEverything else { return stories.forEach(visit) }
    for row in 0..<everythingCount(in: library) { visit(library.order[position(ofRow: row)]) }
  }

  /// The position of a row's story in the library's order.
  private func position(ofRow row: Int) -> Int {
    row + Listing.first(of: hidden.count) { hidden[$0] - $0 > row }
  }

  /// The row of the story at a position in the library's order; nil if it is not in the list.
  private func row(ofPosition position: Int) -> Int? {
    let before = Listing.first(of: hidden.count) { hidden[$0] >= position }
    return before < hidden.count && hidden[before] == position ? nil : position - before
  }

  /// The row at a position.
  public func row(_ row: Int, in library: Library) -> Row {
    if isEverything { return .story(library.order[position(ofRow: row)]) }
    if groups.isEmpty { return .story(stories[row]) }
    let group = group(atRow: row)
    let offset = row - headingRows[group]
    return offset == 0 ? .heading(group) : .story(stories[groups[group].stories.lowerBound + offset - 1])
  }

  /// The row of a story; nil if it is not in the list or is under a folded heading.
  public func row(of story: StoryIndex, in library: Library) -> Int? {
    if isEverything { return library.position(of: story).flatMap { row(ofPosition: $0) } }
    guard let position = positions[story] else { return nil }
    if groups.isEmpty { return position }
    let group = group(ofStoryAt: position)
    return groups[group].isFolded ? nil : row(ofStoryAt: position)
  }

  /// The number of stories that satisfy a condition, including folded ones; a story in several groups counts once.
  func count(where isMeant: (StoryIndex) -> Bool) -> Int { positions.keys.count(where: isMeant) }

  /// Whether it contains a story, folded or not.
  public func contains(_ story: StoryIndex, in library: Library) -> Bool {
    guard isEverything else { return positions[story] != nil }
    return hidden.isEmpty || row(of: story, in: library) != nil
  }

  // MARK: Numbers of stories, which do not count headings

  /// The number of story numbers: a story in several groups has several.
  public func numberCount(in library: Library) -> Int {
    isEverything ? everythingCount(in: library) : stories.count
  }

  /// The number of the story in a row, from 1; nil for a heading.
  public func number(atRow row: Int, in library: Library) -> Int? {
    if isEverything || groups.isEmpty { return row + 1 }
    let group = group(atRow: row)
    let offset = row - headingRows[group]
    return offset == 0 ? nil : groups[group].stories.lowerBound + offset
  }

  /// The row of the story with a number, or its heading if it is folded. Numbers out of range are clamped.
  func row(ofNumber number: Int, in library: Library) -> Int {
    let position = max(1, min(number, numberCount(in: library))) - 1
    return groups.isEmpty ? position : row(ofStoryAt: position)
  }

  /// The row of the story at a position of `stories`, or its heading if it is folded.
  private func row(ofStoryAt position: Int) -> Int {
    let group = group(ofStoryAt: position)
    let heading = headingRows[group]
    return groups[group].isFolded ? heading : heading + 1 + position - groups[group].stories.lowerBound
  }

  // MARK: Headings

  /// The heading of a story, folded or not; nil in a list without headings.
  func headingRow(above story: StoryIndex) -> Int? {
    guard !groups.isEmpty, let position = positions[story] else { return nil }
    return headingRows[group(ofStoryAt: position)]
  }

  /// The row of the heading with a given name.
  func headingRow(named name: String) -> Int? {
    groupNumbers[name].map { headingRows[$0] }
  }

  /// The number of the group that contains a row.
  func group(atRow row: Int) -> Int {
    Listing.first(of: groups.count - 1) { headingRows[$0 + 1] > row }
  }

  private func group(ofStoryAt position: Int) -> Int {
    Listing.first(of: groups.count - 1) { groups[$0].stories.upperBound > position }
  }

  /// The first number below `count` that satisfies a condition that all later ones satisfy too; `count` if none
  /// does.
  private static func first(of count: Int, where isTrue: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  mutating func toggleFold(_ group: Int) {
    guard groups.indices.contains(group) else { return }
    groups[group].isFolded.toggle()
    layoutRows()
  }

  /// Folds all headings or, if all are folded, unfolds them.
  mutating func toggleAllFolds() {
    let folds = !groups.allSatisfy(\.isFolded)
    for group in groups.indices { groups[group].isFolded = folds }
    layoutRows()
  }

  /// Keeps folded headings folded in a list of other stories.
  mutating func foldAsBefore(_ other: Listing) {
    fold(Set(other.groups.filter(\.isFolded).map(\.name)))
  }

  /// Folds the headings with the given names and unfolds the others.
  mutating func fold(_ folded: Set<String>) {
    guard !folded.isEmpty else { return }
    for group in groups.indices { groups[group].isFolded = folded.contains(groups[group].name) }
    layoutRows()
  }
}
