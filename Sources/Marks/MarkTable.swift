public import StoryLibrary

/// All marks in memory, to be asked for many thousand stories while a list is drawn.
///
/// Copies of a story that name its source and copies that do not have different ids (see `StoryIdentity`). A
/// mark is looked up under the story's own id first. Where there is none, a story whose source is known has the
/// mark of the copies without a source, and a story without a source has the mark that was set last on any copy
/// with its title. Marks (read, starred), notes and places are looked up apart: a note or a place settles
/// nothing about the others.
///
/// A table is a value. It follows the database when it is given what ``MarkStore/changes(since:)`` returns.
public struct MarkTable: Sendable {
  /// How far this table has followed the database; 0 before anything was read from one.
  public private(set) var revision = 0
  private var flags = TitleFallback<MarkFlags>()
  private var places = TitleFallback<Int>()
  private var noted = TitleFallback<String>()

  /// A table of no marks.
  public init() {}

  /// A table of given marks, those later in the list set later: for whoever needs one without a database.
  public init(_ marks: [(story: StoryIdentity, mark: Mark)]) {
    var order = 0
    for (story, mark) in marks {
      order += 1
      let kept = MarkFlags(read: mark.read, starred: mark.starred)
      flags.apply([MarkRow(story: story, value: kept, order: order)])
      places.apply([MarkRow(story: story, value: mark.place, order: order)])
      noted.apply([MarkRow(story: story, value: mark.note, order: order)])
    }
  }

  /// The mark of a story, or what another copy of it lends. Takes the same time however many marks there are.
  public func mark(for story: StoryIdentity) -> Mark {
    let known = flags[story]
    return Mark(
      read: known?.read ?? false, starred: known?.starred ?? false, place: places[story] ?? 0,
      note: noted[story])
  }

  /// Whether a story was read, its own copy or another one.
  public func isRead(_ story: StoryIdentity) -> Bool { flags[story]?.read == true }

  /// Whether a story was starred, its own copy or another one.
  public func isStarred(_ story: StoryIdentity) -> Bool { flags[story]?.starred == true }

  /// Whether a story has a note, its own or one that another copy lends it.
  public func isNoted(_ story: StoryIdentity) -> Bool { noted[story] != nil }

  /// All notes, each once, with the story it is kept under, in no order.
  ///
  /// That story may be a copy without a source that lends its note to others: the stories that show a note are those
  /// of the same title whose ``mark(for:)`` has it.
  public var notes: some Collection<(story: StoryIdentity, text: String)> {
    noted.values.lazy.map { (story: $0, text: $1) }
  }

  /// The titles of all stories that have been marked, notes apart: no other story is read or starred.
  public var titles: some Collection<StoryID> { flags.titles }

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
  public var titles: Set<StoryID> { Set(flags.map(\.story.titleID)) }

  /// Whether nothing changed.
  public var isEmpty: Bool { !isWhole && flags.isEmpty && places.isEmpty && notes.isEmpty }
}

/// What is kept about a story in one row, and changes in the same steps.
struct MarkFlags: Hashable, Sendable {
  var read: Bool
  var starred: Bool
}
