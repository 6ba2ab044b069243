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

    /// A group of stories.
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
  /// The groups of which only the headings are shown.
  private(set) var folded = FoldedGroups()
  /// The position of each story in `stories`; the one in the first group if a story is in several.
  private var positions: [StoryIndex: Int] = [:]
  /// The number of the first group with a given name.
  private var groupNumbers: [String: Int] = [:]
  /// The numbers of the other groups with that name, as of two threads with the same headline.
  private var namesakes: [String: [Int]] = [:]

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
    for (number, group) in groups.enumerated() {
      if groupNumbers[group.name] == nil {
        groupNumbers[group.name] = number
      } else {
        namesakes[group.name, default: []].append(number)
      }
    }
  }

  /// The row of a heading; for the number of groups, the number of rows.
  private func headingRow(_ group: Int) -> Int {
    let stories = group < groups.count ? groups[group].stories.lowerBound : stories.count
    return group + folded.shownStories(before: group, of: stories)
  }

  /// The number of rows.
  public func count(in library: Library) -> Int {
    isEverything ? everythingCount(in: library) : groups.isEmpty ? stories.count : headingRow(groups.count)
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
    let offset = row - headingRow(group)
    return offset == 0 ? .heading(group) : .story(stories[groups[group].stories.lowerBound + offset - 1])
  }

  /// The row of a story; nil if it is not in the list or is under a folded heading.
  public func row(of story: StoryIndex, in library: Library) -> Int? {
    if isEverything { return library.position(of: story).flatMap { row(ofPosition: $0) } }
    guard let position = positions[story] else { return nil }
    if groups.isEmpty { return position }
    let group = group(ofStoryAt: position)
    return folded.contains(group) ? nil : row(ofStoryAt: position)
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
    let offset = row - headingRow(group)
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
    let heading = headingRow(group)
    return folded.contains(group) ? heading : heading + 1 + position - groups[group].stories.lowerBound
  }

  // MARK: Headings

  /// The heading of a story, folded or not; nil in a list without headings.
  func headingRow(above story: StoryIndex) -> Int? {
    guard !groups.isEmpty, let position = positions[story] else { return nil }
    return headingRow(group(ofStoryAt: position))
  }

  /// The row of the heading with a given name.
  func headingRow(named name: String) -> Int? {
    groupNumbers[name].map { headingRow($0) }
  }

  /// The number of the group that contains a row.
  func group(atRow row: Int) -> Int {
    Listing.first(of: groups.count - 1) { headingRow($0 + 1) > row }
  }

  private func group(ofStoryAt position: Int) -> Int {
    Listing.first(of: groups.count - 1) { groups[$0].stories.upperBound > position }
  }

  /// The first number below `count` that satisfies a condition that all later ones satisfy too; `count` if none
  /// does.
  static func first(of count: Int, where isTrue: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Folding

  /// Whether only the heading of a group is shown.
  public func isFolded(_ group: Int) -> Bool { folded.contains(group) }

  /// Whether some group is folded.
  var hasFolded: Bool {
    folded.areMostFolded ? folded.exceptions.count < groups.count : !folded.exceptions.isEmpty
  }

  /// The names of the folded groups; for all of a long list, call it outside of the terminal's thread.
  var foldedNames: [String] {
    guard folded.areMostFolded else { return folded.exceptions.map { groups[$0].name } }
    return groups.indices.filter { folded.contains($0) }.map { groups[$0].name }
  }

  mutating func toggleFold(_ group: Int) {
    guard groups.indices.contains(group) else { return }
    folded.toggle(group, in: groups)
  }

  /// Folds all headings or, if all are folded, unfolds them.
  mutating func toggleAllFolds() { folded.toggleAll(of: groups.count) }

  /// Keeps folded headings folded in a list of other stories. If all were folded, new ones are too.
  mutating func foldAsBefore(_ other: Listing) {
    fold(
      other.folded.exceptions.map { other.groups[$0].name }, otherwise: other.folded.areMostFolded)
  }

  /// Folds the headings with the given names and unfolds the others.
  mutating func fold(_ names: Set<String>) {
    if !names.isEmpty { fold(Array(names), otherwise: false) }
  }

  private mutating func fold(_ exceptions: [String], otherwise areMostFolded: Bool) {
    var numbers: Set<Int> = []
    for name in exceptions {
      if let number = groupNumbers[name] { numbers.insert(number) }
      numbers.formUnion(namesakes[name] ?? [])
    }
    folded.set(areMostFolded: areMostFolded && !groups.isEmpty, except: numbers, in: groups)
  }
}
