public import Configuration
public import PageFormats
public import Queries
public import StoryLibrary

extension Listing {
  /// Finds the requested list, possibly of a section. This takes time: do it outside the terminal's thread. The
  /// pinned story is included whether it matches or not.
  public init(
    _ request: ListRequest, of section: Settings.Section?, pinned: StoryIdentity?, in scope: QueryScope
  ) {
    let pinned = pinned.flatMap { scope.library.index(of: $0.id) }
    guard !request.isEverything else {
      self = .everything(hiding: Listing.archivedPositions(in: scope, except: pinned))
      return
    }
    let found = request.selection(section).stories(in: scope, pinned: pinned)
    self.init(found, in: scope.library, now: scope.now, zone: scope.zone)
  }

  /// The positions of archived stories in the library's order. This takes time proportional to their number.
  private static func archivedPositions(in scope: QueryScope, except pinned: StoryIndex?) -> [Int] {
    guard scope.marks.hasArchived else { return [] }
    var positions: Set<Int> = []
    for title in scope.marks.archivedTitles {
      for story in scope.library.stories(titled: title)
      where story != pinned && scope.marks.isArchived(scope.library.identity(of: story)) {
        if let position = scope.library.position(of: story) { positions.insert(position) }
      }
    }
    return positions.sorted()
  }

  /// The stories found by a selection, with headings in words; `now` is the current time, in seconds
  /// since 1970 (UTC), and `zone` the user's time zone.
  public init(_ selected: SelectedStories, in library: Library, now: Int64, zone: LocalZone = .utc) {
    self.init(
      selected.stories,
      groups: selected.groups.map {
        Group(name: Listing.name(of: $0.heading, now: now, zone), stories: $0.range)
      })
  }

  private static func name(of heading: StoryGroup.Heading, now: Int64, _ zone: LocalZone) -> String {
    switch heading {
    case .source(let name): name ?? "No source"
    case .topic(let name): name ?? "No topic"
    case .thread(let title): title ?? "In no thread"
    case .day(let date): ShownAge.day(date, now: now, zone: zone)
    case .month(let date): ShownAge.month(date)
    case .year(let date): "\(date.year)"
    }
  }
}
