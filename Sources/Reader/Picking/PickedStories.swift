public import StoryLibrary

/// The stories of the list that the user has picked; commands then apply to all of them.
struct PickedStories: Hashable, Sendable {
  private(set) var ids: Set<StoryID> = []
  /// The last picked story, where a range begins.
  private(set) var anchor: StoryID?

  mutating func toggle(_ id: StoryID) {
    if ids.remove(id) == nil { ids.insert(id) }
    anchor = id
  }

  /// The stories of a range have been found.
  mutating func use(_ picked: Set<StoryID>, upTo anchor: StoryID) { (ids, self.anchor) = (picked, anchor) }
}

/// All stories from one row of a list to another, added to the picked ones; for many, found by a worker.
public struct PickedRange: Hashable, Sendable {
  /// The stories picked before.
  let picked: PickedStories
  private let listing: Listing
  private let library: Library
  let rows: ClosedRange<Int>
  let end: StoryID
  /// The list that contains the rows.
  private let list: Int

  init(
    _ picked: PickedStories, _ rows: ClosedRange<Int>, to end: StoryID, in shown: ShownList,
    of library: Library
  ) {
    (self.picked, self.rows, self.end, self.library) = (picked, rows, end, library)
    (listing, list) = (shown.listing, shown.number)
  }

  /// The selection afterwards.
  public var stories: Set<StoryID> {
    var ids = picked.ids
    for row in rows {
      if let story = listing.row(row, in: library).story { ids.insert(library.identity(of: story).id) }
    }
    return ids
  }

  /// Whether they are the same rows of the same list.
  public static func == (first: PickedRange, second: PickedRange) -> Bool {
    (first.rows, first.list, first.picked) == (second.rows, second.list, second.picked)
  }

  /// Hashes the rows.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rows)
    hasher.combine(list)
  }
}

/// Picking in the list.
extension ListState {
  /// Picks or unpicks the selected story, and moves to the next row.
  mutating func pick(_ environment: Environment) -> Outcome {
    guard let story = shown.selectedStory(in: environment.frame) else { return noStory(environment) }
    picked.toggle(environment.library.identity(of: story).id)
    shown.move(by: 1, in: environment.frame)
    return selected(environment)
  }

  /// Picks all stories from the last picked one to the selected one.
  mutating func pickRange(_ environment: Environment) -> Outcome {
    guard let story = shown.selectedStory(in: environment.frame) else { return noStory(environment) }
    let (library, row) = (environment.library, shown.cursor.selected)
    let start = picked.anchor.flatMap { library.index(of: $0) }
      .flatMap { shown.listing.row(of: $0, in: library) }
    let rows = min(start ?? row, row)...max(start ?? row, row)
    let range = PickedRange(picked, rows, to: library.identity(of: story).id, in: shown, of: library)
    if rows.count > ChosenStories.few { return Outcome(effects: [.pick(range)]) }
    picked.use(range.stories, upTo: range.end)
    return Outcome()
  }

  /// The stories of a long range have been found; the selection may have changed since.
  mutating func pick(_ stories: Set<StoryID>, of range: PickedRange) -> Outcome {
    if range.picked == picked { picked.use(stories, upTo: range.end) }
    return Outcome()
  }

  mutating func unpick() -> Outcome {
    picked = PickedStories()
    return Outcome()
  }

  private func noStory(_ environment: Environment) -> Outcome {
    Outcome(message: .notice("No story here to select"))
  }
}
