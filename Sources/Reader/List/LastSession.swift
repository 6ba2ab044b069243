import Configuration
public import Queries
public import StoryLibrary

/// The state at the end of a session, which the next session with the same library restores.
public struct LastSession: Hashable, Sendable {
  /// The name of the section; nil for all stories.
  public var section: String?
  /// The filter as typed.
  public var filter = ""
  /// The order, if the user chose another than the configured one.
  public var sort: StorySort?
  /// The grouping, likewise.
  public var grouping: StoryGrouping?
  /// The selected story.
  public var selected: StoryID?
  /// The folded headings.
  public var folded: [String] = []

  /// A session in which nothing was chosen.
  public init() {}
}

extension ReaderState {
  /// The state to restore next time; nil as long as nothing has been done.
  public var session: LastSession? {
    guard hasInteracted else { return nil }
    let origin = listState.searchOrigin
    let request = origin?.request ?? self.request
    let section = request.section.map { settings.sections[$0] }
    var session = LastSession()
    (session.section, session.filter) = (section?.name, request.filter)
    if request.sort != section?.sort ?? settings.sort { session.sort = request.sort }
    if request.grouping != section?.group ?? settings.group { session.grouping = request.grouping }
    let selected = origin == nil ? selectedStory : origin?.selected
    session.selected = selected.map { library.identity(of: $0).id }
    session.folded = (origin?.shown?.listing ?? listing).foldedNames
    return session
  }
}

extension ListRequest {
  /// The last request, as far as the settings still contain its section.
  mutating func resume(_ session: LastSession, _ settings: Settings) {
    section = session.section.flatMap { name in settings.sections.firstIndex { $0.name == name } }
    let own = section.map { settings.sections[$0] }
    (sort, grouping) = (own?.sort ?? settings.sort, own?.group ?? settings.group)
    if let chosen = session.sort, chosen.key != .relevance { sort = chosen }
    grouping = session.grouping ?? grouping
    if Prompt.Problem(inQuery: session.filter) == nil { filter = session.filter }
  }
}
