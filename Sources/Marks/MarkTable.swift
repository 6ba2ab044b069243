public import StoryLibrary

/// All marks in memory, to be asked for many thousand stories while a list is drawn.
///
/// A mark is looked up under the story's own identity first. Where there is none, it is looked for among the marks of
/// the same headline and address, by the rule that makes entries of several pages one story
/// (`StoryIdentity.distance`): a story that was saved again with changes keeps its marks. Marks (read, starred), notes
/// and places are looked up apart: a note or a place settles nothing about the others.
///
/// A table is a value. It follows the database when it is given what ``MarkStore/changes(since:)`` returns.
public struct MarkTable: Sendable {
  /// How far this table has followed the database; 0 before anything was read from one.
  public private(set) var revision = 0
  private var flags = StoryValues<MarkFlags>()
  private var places = StoryValues<Int>()
  private var noted = StoryValues<String>()

  /// A table of no marks.
  public init() {}

  /// A table of given marks, those later in the list set later: for whoever needs one without a database.
  public init(_ marks: [(story: StoryIdentity, mark: Mark)]) {
    var order = 0
    for (story, mark) in marks {
      order += 1
      let kept = MarkFlags(read: mark.read, starred: mark.starred)
      let story = MarkedStory(identity: story, since: MarkedStory.now, seen: mark.read ? story.version : 0)
      flags.apply([MarkRow(story: story, value: kept, order: order)])
      places.apply([MarkRow(story: story, value: mark.place, order: order)])
      noted.apply([MarkRow(story: story, value: mark.note, order: order)])
    }
  }

  /// The mark of a story. Takes the same time however many marks there are.
  public func mark(for story: StoryIdentity) -> Mark {
    let known = flags.entry(for: story)
    return Mark(
      read: known?.value.read ?? false, starred: known?.value.starred ?? false, place: places[story] ?? 0,
      note: noted[story], isChanged: known.map { MarkTable.isChanged(story, since: $0) } ?? false)
  }

  /// Whether a story was read and its page has been saved with another text since.
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

  /// Whether a story has a note, on this version or an earlier one.
  public func isNoted(_ story: StoryIdentity) -> Bool { noted[story] != nil }

  /// All notes, each once, with the story it is kept under, in no order.
  ///
  /// That story may be an earlier version: the stories that show a note are those whose ``mark(for:)`` has it.
  public var notes: some Collection<(story: StoryIdentity, text: String)> {
    noted.values.lazy.map { (story: $0, text: $1) }
  }

  /// The titles of all stories that have been marked, notes apart: no other story is read or starred.
  public var titles: some Collection<StoryID> { flags.titles }

  func flags(of story: StoryIdentity) -> StoryValues<MarkFlags>.Entry? { flags.entry(for: story) }

  /// Stories that were marked read at a time.
  mutating func apply(_ stories: [StoryIdentity], since: Int64) {
    flags.apply(
      stories.map {
        MarkRow(
          story: MarkedStory(identity: $0, since: since, seen: 0),
          value: MarkFlags(read: true, starred: false),
          order: 1)
      })
  }

  func note(of story: StoryIdentity) -> StoryValues<String>.Entry? { noted.entry(for: story) }

  mutating func set(note: String?, of story: StoryIdentity, order: Int) {
    let story = MarkedStory(identity: story, since: MarkedStory.now, seen: 0)
    noted.apply([MarkRow(story: story, value: note, order: order)])
  }

  /// Takes over what changed. The update must have been asked for with this table's ``revision``.
  public mutating func apply(_ update: MarkUpdate) {
    if update.isWhole { self = MarkTable() }
    flags.apply(update.flags)
    places.apply(update.places)
    noted.apply(update.notes)
    revision = update.revision
  }
}

/// The rows that changed in a database since a table last looked.
public struct MarkUpdate: Sendable {
  /// The revision a table has reached when it has applied this update.
  public let revision: Int
  /// Whether these are all marks there are: what the table had before does not count any more.
  public var isWhole = false
  var flags: [MarkRow<MarkFlags>] = []
  var places: [MarkRow<Int>] = []
  var notes: [MarkRow<String>] = []

  /// The titles of the stories whose marks or notes changed.
  public var titles: Set<StoryID> { Set(flags.map(\.story.identity.titleID)) }

  /// How many marks, places and notes changed.
  public var count: Int { flags.count + places.count + notes.count }

  /// Whether nothing changed.
  public var isEmpty: Bool { !isWhole && flags.isEmpty && places.isEmpty && notes.isEmpty }
}

/// What is kept about a story in one row, and changes in the same steps.
struct MarkFlags: Hashable, Sendable {
  var read: Bool
  var starred: Bool
}
