public import StoryLibrary

/// All marks in memory, to be asked for many thousand stories while a list is drawn.
///
/// Copies of a story that name its source and copies that do not have different ids (see `StoryIdentity`). A
/// mark is looked up under the story's own id first. Where there is none, a story whose source is known has the
/// mark of the copies without a source, and a story without a source has the mark that was set last on any copy
/// with its title. Marks (read, starred) and places are looked up apart: saving a place settles nothing about
/// the other two.
///
/// A table is a value. It follows the database when it is given what ``MarkStore/changes(since:)`` returns.
public struct MarkTable: Sendable {
  /// How far this table has followed the database; 0 before anything was read from one.
  public private(set) var revision = 0
  private var flags = TitleFallback<MarkFlags>()
  private var places = TitleFallback<Int>()

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
    }
  }

  /// The mark of a story, or what another copy of it lends. Takes the same time however many marks there are.
  public func mark(for story: StoryIdentity) -> Mark {
    let known = flags[story]
    return Mark(
      read: known?.read ?? false, starred: known?.starred ?? false, place: places[story] ?? 0)
  }

  /// The titles of all stories that have been marked: no other story is read or starred.
  public var titles: some Collection<StoryID> { flags.titles }

  /// Takes over what changed. The update must have been asked for with this table's ``revision``.
  public mutating func apply(_ update: MarkUpdate) {
    flags.apply(update.flags)
    places.apply(update.places)
    revision = max(revision, update.revision)
  }
}

/// The rows that changed in a database since a table last looked.
public struct MarkUpdate: Sendable {
  /// The revision a table has reached when it has applied this update.
  public let revision: Int
  let flags: [MarkRow<MarkFlags>]
  let places: [MarkRow<Int>]

  /// The titles of the stories whose marks changed.
  public var titles: Set<StoryID> { Set(flags.map(\.story.titleID)) }

  /// Whether nothing changed.
  public var isEmpty: Bool { flags.isEmpty && places.isEmpty }
}

/// What is kept about a story with a history, in contrast to its place.
struct MarkFlags: Hashable, Sendable {
  var read: Bool
  var starred: Bool
}
