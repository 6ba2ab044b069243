public import StoryLibrary

/// All marks in memory, for fast access while lists are drawn.
///
/// A mark is looked up under the story's own identity first. If there is none, it is searched for among the marks with
/// the same headline or address, by the rule that combines entries of several pages into one story
/// (`StoryIdentity.distance`), so a story that was saved again with changes keeps its marks. Marks (read, starred),
/// notes and places are looked up separately: a note or a place does not affect the others.
///
/// A table is a value. It is kept up to date with the results of ``MarkStore/changes(since:)``.
public struct MarkTable: Sendable {
  /// The revision of the database that this table reflects; 0 before anything was read.
  public private(set) var revision = 0
  private var flags = StoryValues<MarkFlags>()
  private var places = StoryValues<Int>()
  private var noted = StoryValues<String>()
  private var labeled = StoryValues<[String]>()
  /// The identities of archived stories.
  private var archivedIDs = ChunkedDictionary<StoryID, Bool>()
  /// The number of stories with each label.
  private var labelCounts: [String: Int] = [:]
  /// Increases with each change of labels.
  public private(set) var labelsRevision = 0
  /// The revision in which stories were last archived or unarchived.
  public private(set) var archiveRevision = 0

  /// An empty table.
  public init() {}

  /// A table of given marks, without a database; marks later in the list were set later.
  public init(_ marks: [(story: StoryIdentity, mark: Mark)]) {
    var order = 0
    for (story, mark) in marks {
      order += 1
      let kept = MarkFlags(read: mark.read, starred: mark.starred, archived: mark.archived)
      let story = MarkedStory(identity: story, since: MarkedStory.now, seen: mark.read ? story.version : 0)
      apply(flags: [MarkRow(story: story, value: kept, order: order)])
      apply(labels: [
        MarkRow(story: story, value: mark.labels.isEmpty ? nil : mark.labels.sorted(), order: order)
      ])
      places.apply([MarkRow(story: story, value: mark.place, order: order)])
      noted.apply([MarkRow(story: story, value: mark.note, order: order)])
    }
  }

  /// The mark of a story, in constant time.
  public func mark(for story: StoryIdentity) -> Mark {
    let known = flags.entry(for: story)
    return Mark(
      read: known?.value.read ?? false, starred: known?.value.starred ?? false,
      archived: known?.value.archived ?? false, labels: labeled[story] ?? [], place: places[story] ?? 0,
      note: noted[story], isChanged: known.map { MarkTable.isChanged(story, since: $0) } ?? false)
  }

  /// Whether a story was read and its page has since been saved with another text.
  public func isChanged(_ story: StoryIdentity) -> Bool {
    flags.entry(for: story).map { MarkTable.isChanged(story, since: $0) } ?? false
  }

  private static func isChanged(_ story: StoryIdentity, since known: StoryValues<MarkFlags>.Entry) -> Bool {
    known.value.read && story.isOwnText && known.story.seen != 0 && known.story.seen != story.version
  }

  /// Whether a story was read, in this version or an earlier one.
  public func isRead(_ story: StoryIdentity) -> Bool { flags[story]?.read == true }

  /// Whether a story was starred, in this version or an earlier one.
  public func isStarred(_ story: StoryIdentity) -> Bool { flags[story]?.starred == true }

  /// Whether the reader stopped in the middle of a story, of this version or an earlier one.
  public func isStarted(_ story: StoryIdentity) -> Bool { places[story] ?? 0 > 0 }

  /// Whether a story was archived, in this version or an earlier one.
  public func isArchived(_ story: StoryIdentity) -> Bool {
    hasArchived && flags[story]?.archived == true
  }

  /// Whether a story with this title may be read, starred or archived: if not, its identity need not be made, which
  /// accesses many rows. A story that has a page of its own may have an address.
  public func mayBeFlagged(titled title: StoryID, hasPage: Bool) -> Bool {
    flags.mayHave(titled: title, hasPage: hasPage)
  }

  /// The same for labels, notes and places.
  public func mayBeKnown(titled title: StoryID, hasPage: Bool) -> Bool {
    labeled.mayHave(titled: title, hasPage: hasPage) || noted.mayHave(titled: title, hasPage: hasPage)
      || places.mayHave(titled: title, hasPage: hasPage)
  }

  /// Whether any story is archived.
  public var hasArchived: Bool { !archivedIDs.isEmpty }

  /// The titles of all archived stories: no other titles have archived stories.
  public var archivedTitles: Set<StoryID> {
    Set(archivedIDs.entries.compactMap { flags.ownEntry($0.key)?.story.identity.titleID })
  }

  /// The labels of a story, on this version or an earlier one, in order.
  public func labels(of story: StoryIdentity) -> [String] { labeled[story] ?? [] }

  /// All labels with their numbers of stories, most frequent first.
  public var labels: [(label: String, stories: Int)] {
    labelCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (label: $0.key, stories: $0.value) }
  }

  /// Whether a story has a note, on this version or an earlier one.
  public func isNoted(_ story: StoryIdentity) -> Bool { noted[story] != nil }

  /// All notes, each once, with the story under which it is stored, in no order.
  ///
  /// That story may be an earlier version: the stories that show a note are those whose ``mark(for:)`` has it.
  public var notes: some Collection<(story: StoryIdentity, text: String)> {
    noted.values.lazy.map { (story: $0, text: $1) }
  }

  /// The titles of all stories that have been marked, except with notes: no other story is read or starred.
  public var titles: some Collection<StoryID> { flags.titles }
  /// How many such titles there are.
  public var titleCount: Int { flags.titleCount }

  func flags(of story: StoryIdentity) -> StoryValues<MarkFlags>.Entry? { flags.entry(for: story) }

  /// Stories that were marked read at a certain time.
  mutating func apply(_ stories: [StoryIdentity], since: Int64) {
    flags.apply(
      stories.map {
        MarkRow(
          story: MarkedStory(identity: $0, since: since, seen: 0),
          value: MarkFlags(read: true),
          order: 1)
      })
  }

  func note(of story: StoryIdentity) -> StoryValues<String>.Entry? { noted.entry(for: story) }

  func keptLabels(of story: StoryIdentity) -> StoryValues<[String]>.Entry? { labeled.entry(for: story) }

  mutating func set(labels: Set<String>, of story: StoryIdentity, order: Int) {
    let story = MarkedStory(identity: story, since: MarkedStory.now, seen: 0)
    labeled.apply([MarkRow(story: story, value: labels.isEmpty ? nil : labels.sorted(), order: order)])
  }

  mutating func set(note: String?, of story: StoryIdentity, order: Int) {
    let story = MarkedStory(identity: story, since: MarkedStory.now, seen: 0)
    noted.apply([MarkRow(story: story, value: note, order: order)])
  }

  /// Applies changes. The update must have been made for this table's ``revision``.
  public mutating func apply(_ update: MarkUpdate) {
    if update.isWhole { self = MarkTable() }
    let archivedBefore = archivedIDs.count
    if apply(flags: update.flags) || archivedBefore != archivedIDs.count { archiveRevision = update.revision }
    places.apply(update.places)
    noted.apply(update.notes)
    apply(labels: update.labels)
    revision = update.revision
  }

  /// Returns whether stories were archived or unarchived.
  @discardableResult
  private mutating func apply(flags rows: [MarkRow<MarkFlags>]) -> Bool {
    flags.apply(rows)
    var isChanged = false
    for row in rows {
      let isArchived = row.value?.archived == true
      guard isArchived != (archivedIDs[row.story.id] != nil) else { continue }
      archivedIDs[row.story.id] = isArchived ? true : nil
      isChanged = true
    }
    return isChanged
  }

  private mutating func apply(labels rows: [MarkRow<[String]>]) {
    func count(_ labels: [String], _ step: Int) {
      for label in labels {
        let count = (labelCounts[label] ?? 0) + step
        labelCounts[label] = count > 0 ? count : nil
      }
    }
    if !rows.isEmpty { labelsRevision += 1 }
    for row in rows {
      count(labeled.ownEntry(row.story.id)?.value ?? [], -1)
      count(row.value ?? [], 1)
      labeled.apply([row])
    }
  }

  /// How many entries changes have had to copy because other copies of the table shared them.
  var copiedCount: Int {
    flags.copiedCount + places.copiedCount + noted.copiedCount + labeled.copiedCount
  }
}

/// The rows of a database that changed since a table was last updated.
public struct MarkUpdate: Sendable {
  /// The revision of a table after this update.
  public let revision: Int
  /// Whether these are all marks, replacing those of the table.
  public var isWhole = false
  var flags: [MarkRow<MarkFlags>] = []
  var places: [MarkRow<Int>] = []
  var notes: [MarkRow<String>] = []
  var labels: [MarkRow<[String]>] = []

  /// The titles of the stories whose marks or notes changed.
  public var titles: Set<StoryID> { Set(flags.map(\.story.identity.titleID)) }

  /// How many marks, places, notes and sets of labels changed.
  public var count: Int { flags.count + places.count + notes.count + labels.count }

  /// Whether nothing changed.
  public var isEmpty: Bool { !isWhole && count == 0 }
}

/// The flags of a story, which share a row and the steps of the history.
struct MarkFlags: Hashable, Sendable {
  var read = false
  var starred = false
  var archived = false
}
