public import StoryLibrary

/// The rows of the list: all stories of the library as they stand there, or chosen ones in an order of their own, under
/// headings that fold or without.
public struct Listing: Sendable {
  /// One place of the list.
  public enum Row: Hashable, Sendable {
    case story(StoryIndex)
    /// The number of a group.
    case heading(Int)

    /// The story of the row; nil for a heading.
    public var story: StoryIndex? {
      if case .story(let index) = self { index } else { nil }
    }

    var isHeading: Bool { story == nil }
  }

  /// Stories under one heading.
  public struct Group: Hashable, Sendable {
    /// What they have in common.
    public var name: String
    /// Their places in ``Listing/stories``.
    public var stories: Range<Int>
    /// Only the heading is shown.
    public internal(set) var isFolded = false

    /// A group that is not folded.
    public init(name: String, stories: Range<Int>) { (self.name, self.stories) = (name, stories) }
  }

  /// All stories, newest first: the library's own order, which costs nothing.
  public static let everything = Listing()

  /// The chosen stories; empty for ``everything``.
  public private(set) var stories: [StoryIndex] = []
  /// Their headings; none where they stand without.
  public private(set) var groups: [Group] = []
  /// It is the library's own list.
  public let isEverything: Bool
  private var grouped: [Row] = []
  private var places: [StoryIndex: Int] = [:]

  private init() { isEverything = true }

  /// Chosen stories. It takes time, for many: to be made beside the terminal's thread.
  public init(_ stories: [StoryIndex], groups: [Group] = []) {
    isEverything = false
    (self.stories, self.groups) = (stories, groups)
    layRows()
  }

  private mutating func layRows() {
    grouped = groups.enumerated().flatMap { number, group -> [Row] in
      let rows = group.isFolded ? [] : stories[group.stories].map { Row.story($0) }
      return [.heading(number)] + rows
    }
    places.removeAll(keepingCapacity: true)
    places.reserveCapacity(stories.count)
    for (place, story) in stories.enumerated().reversed() { places[story] = place }
    // A story that stands in several groups is found in the first of them.
    for (place, row) in grouped.enumerated().reversed() {
      if let story = row.story { places[story] = place }
    }
  }

  /// How many rows it has.
  public func count(in library: Library) -> Int {
    isEverything ? library.order.count : groups.isEmpty ? stories.count : grouped.count
  }

  /// How many stories, folded ones too; those in several groups once.
  public func storyCount(in library: Library) -> Int { isEverything ? library.order.count : places.count }

  /// The row at a place.
  public func row(_ place: Int, in library: Library) -> Row {
    isEverything ? .story(library.order[place]) : groups.isEmpty ? .story(stories[place]) : grouped[place]
  }

  /// Where a story stands; nil for one that is not in the list, or under a folded heading.
  public func place(of story: StoryIndex, in library: Library) -> Int? {
    if isEverything { return library.position(of: story) }
    guard let place = places[story] else { return nil }
    return groups.isEmpty || (grouped.indices.contains(place) && grouped[place] == .story(story))
      ? place : nil
  }

  /// Whether it has a story, folded or not.
  public func contains(_ story: StoryIndex) -> Bool { isEverything || places[story] != nil }

  /// The same list in a library that numbers its stories anew; nil when one of them is not in it.
  func renumbered(by numbers: StoryNumbers) -> Listing? {
    if isEverything { return self }
    let new = stories.compactMap { numbers.new($0) }
    guard new.count == stories.count else { return nil }
    var listing = Listing(new, groups: groups)
    listing.layRows()
    return listing
  }

  // MARK: Folding

  mutating func toggleFold(_ group: Int) {
    guard groups.indices.contains(group) else { return }
    groups[group].isFolded.toggle()
    layRows()
  }

  /// Folds all headings or, where all are folded, unfolds them.
  mutating func toggleAllFolds() {
    let folds = !groups.allSatisfy(\.isFolded)
    for group in groups.indices { groups[group].isFolded = folds }
    layRows()
  }

  /// Headings folded before stay folded, in a list of other stories.
  mutating func foldAsBefore(_ other: Listing) {
    let folded = Set(other.groups.filter(\.isFolded).map(\.name))
    guard !folded.isEmpty else { return }
    for group in groups.indices { groups[group].isFolded = folded.contains(groups[group].name) }
    layRows()
  }

  /// The heading above a row.
  func heading(above place: Int) -> Int? {
    guard grouped.indices.contains(place) else { return nil }
    return grouped[...place].lastIndex { $0.isHeading }
  }
}
