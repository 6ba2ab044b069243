public import Configuration
public import Display
import Foundation
public import Marks
import PageFormats
import Queries
public import Reader
import Search
public import StoryLibrary
import Understanding

/// Somebody reading: keys go in, and whatever a state asks for is done at once, with marks kept in memory.
/// Effects that need a real terminal or program are only noted.
public struct ReaderDriver {
  /// What the screen is made from.
  public private(set) var state: ReaderState
  /// The effects of the last keys.
  public private(set) var effects: [ReaderEffect] = []
  /// What is found goes in here, and comes to the state in snapshots.
  private var live = LiveLibrary(began: ReaderDriver.now)
  /// The latest snapshot: what is asked for is found in it.
  public private(set) var snapshot: LibrarySnapshot
  private let store: MarkStore
  private let folder: TemporaryFolder
  private var pageCount = 0
  private var related: CurrentRelatedIndex?

  /// The time on the desk: 20 August 2025, 12:00 UTC. All pages were saved at that moment.
  public static let now: Int64 = 1_755_691_200

  /// A desk with a screen of some size. Without pages, nothing has been loaded yet.
  public init(
    _ pages: [SavedPageText]? = nil, columns: Int = 120, rows: Int = 40,
    settings: Settings = Settings(), history: PromptHistory = PromptHistory(),
    context: ConfigurationContext = ConfigurationContext(home: "/", themes: { [] }),
    session: LastSession? = nil, isOfSamples: Bool = false
  ) throws {
    folder = try TemporaryFolder()
    store = try MarkStore(inMemoryBecause: .busy(path: "tests"))
    state = ReaderState(
      screen: Size(columns: columns, rows: rows), paths: ["/pages"], isOfSamples: isOfSamples,
      now: ReaderDriver.now,
      settings: settings,
      context: context, history: history, session: session)
    snapshot = live.snapshot
    guard let pages else { return }
    try load(pages)
    receive(.finished(isWhole: true))
  }

  /// A loader has something to say, which is shown at once.
  public mutating func receive(_ events: LoadEvent...) {
    for event in events { live.receive(event) }
    publish()
  }

  /// The folders are looked through again.
  public mutating func beginLoading() {
    live.beginLoading(at: ReaderDriver.now)
    publish()
  }

  /// The library is taken from a catalogue.
  public mutating func open(_ library: Library) {
    live.open(library)
    publish()
  }

  /// What came from the catalogue is not to be trusted.
  public mutating func startOver() {
    live.startOver(at: ReaderDriver.now)
    publish()
  }

  private mutating func publish() {
    snapshot = live.publish()
    apply(.published(snapshot))
  }

  /// Pages arrive, as if they had just been found.
  public mutating func load(_ pages: [SavedPageText]) throws {
    var batch = PageBatch(folder: folder.path)
    for page in pages {
      pageCount += 1
      let name = "\(1_000 + pageCount).txt"
      try Data(page.text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
      Array(page.text.utf8).withUnsafeBufferPointer { batch.add($0, name: name, saved: ReaderDriver.now) }
    }
    receive(.batch(batch))
  }

  /// The pages of a story go, as if their files had just been deleted.
  public mutating func remove(_ title: String) throws {
    guard let story = state.library.order.first(where: { state.library[$0].title == title }) else { return }
    var batch = PageBatch(folder: folder.path)
    for path in state.library.pagePaths(of: story) {
      batch.addGone(String(path.dropFirst(folder.path.utf8.count + 1)), reading: 1)
    }
    receive(.batch(batch))
  }

  /// The library is kept in a file, and goes on with the numbers that its stories have there.
  public mutating func keep() throws {
    let catalogue = Catalogue(in: folder.path + "/cache", of: [folder.path], program: .unknown)
    try live.save(in: catalogue)
    publish()
  }

  /// It becomes known which stories are related.
  public mutating func compare() {
    let path = folder.path + "/stories.related"
    _ = RelatedIndex.upToDate(snapshot.library, keptIn: path)
    let index = CurrentRelatedIndex(path: path)
    _ = index.addArrivals(of: snapshot)
    related = index
    apply(.compared)
  }

  /// The story on the screen has another text than its page.
  public mutating func give(_ body: StoryBody) {
    guard let story = state.story?.index, let location = state.library.bodyLocation(of: story) else { return }
    answer(.body(story, location, StoryText(body)))
  }

  /// Presses keys, named as the help screen names them and separated by spaces: `j j Enter 2 ^O`.
  public mutating func press(_ keys: String) {
    effects = []
    for name in keys.split(separator: " ") {
      for key in KeySequence(String(name))?.keys ?? [.character(name.first ?? " ")] { apply(.key(key)) }
    }
  }

  /// Types text, blanks too.
  public mutating func type(_ text: String) {
    effects = []
    for character in text { apply(.key(.character(character))) }
  }

  /// Another program changes a mark.
  public mutating func markElsewhere(_ change: MarkChange) throws {
    _ = try store.apply(change)
    try takeMarks()
  }

  /// Something happens.
  public mutating func apply(_ action: ReaderAction) {
    for effect in state.reduce(action) {
      effects.append(effect)
      carryOut(effect)
    }
  }

  private mutating func carryOut(_ effect: ReaderEffect) {
    do {
      switch effect {
      case .readBody(let story, let location):
        answer(.body(story, location, StoryText(try BodyReader.read(location))))
      case .findAlike(let story):
        guard let related else { break }
        answer(.alike(story, AlikeStories(to: story, in: state.library, related.index)))
      case .countMatches(let scan):
        if let result = scan.run() { apply(.matchesCounted(result)) }
      case .mark(let change, _): _ = try store.apply(change)
      case .markAllRead(let stories): _ = try store.apply(stories.change)
      case .markChosen(let marks): _ = try store.apply(marks.change)
      case .undo: try tell(try store.undo(), .undone)
      case .redo: try tell(try store.redo(), .redone)
      case .pick(let range): apply(.picked(range.stories, range))
      case .savePlace(let story, let place): try store.savePlace(place, of: story)
      case .select(let request, let pinned): apply(.selected(found(request, pinned), request, in: snapshot))
      case .walk(let walk): if let finished = walk.finished() { apply(.walked(finished)) }
      case .readExcerpts(let stories, let request):
        let words = request.wordQuery.words
        answer(.excerpts(SearchExcerpt.read(of: stories, in: state.library, words: words), request))
      case .makeDigest(let story, let text): answer(.digest(story, DigestMaker([text]).digest(of: 0)))
      case .compare(let story, let older, let newer):
        let (old, new) = (try BodyReader.read(older), try BodyReader.read(newer))
        answer(.difference(story, TextDifference(from: old.paragraphs, to: new.paragraphs)))
      case .findRead(let story, let paragraphs):
        let search = ReadElsewhere(
          story: story, library: state.library, marks: state.marks, related: related?.index)
        if let isRead = search.find(paragraphs) { answer(.readElsewhere(story, isRead)) }
      case .explainEmpty(let request):
        let section = request.section.map { state.settings.sections[$0] }
        answer(.hints(request.hints(section, in: scope), request))
      case .countSections: answer(.sectionCounts(sectionCounts))
      case .countUnread:
        let counts = UnreadCounts(in: state.listing, of: state.library, state.marks)
        answer(.unread(counts, state.unreadScope))
      case .readNames: answer(.names(LibraryNames(of: state.library, state.marks)))
      default: break
      }
      try takeMarks()
    } catch {
      apply(.warning("\(error)"))
    }
  }

  private mutating func answer(_ answer: LibraryAnswer) {
    apply(.answered(answer, from: state.snapshot.number))
  }

  private var scope: QueryScope {
    QueryScope(library: snapshot.library, marks: state.marks, related: related, now: state.now)
  }

  private func found(_ request: ListRequest, _ pinned: StoryIdentity?) -> Listing {
    let section = request.section.map { state.settings.sections[$0] }
    return Listing(request, of: section, pinned: pinned, in: scope)
  }

  private var sectionCounts: [Int] {
    state.settings.sections.map { StorySelection(query: $0.query).unreadCount(in: scope) }
  }

  /// As the program does: first what is on the disk, then what was done.
  private mutating func tell(_ step: MarkStep?, _ outcome: MarkOutcome) throws {
    try takeMarks()
    if let step { apply(.marked(step, outcome)) }
  }

  private mutating func takeMarks() throws {
    let update = try store.changes(since: state.marks.revision)
    if !update.isEmpty { apply(.marksChanged(update)) }
  }
}

extension ReaderDriver {
  /// Clicks with the left button at a place of the screen.
  public mutating func click(column: Int, row: Int, time: Int = 0) {
    effects = []
    apply(.mouse(MouseEvent(.press(.left), at: Point(column: column, row: row)), time: time))
    apply(.mouse(MouseEvent(.release(.left), at: Point(column: column, row: row)), time: time))
  }

  /// Turns the wheel at a place of the screen; notches above 0 go down.
  public mutating func wheel(_ notches: Int, column: Int, row: Int) {
    effects = []
    let kind: MouseEvent.Kind = notches > 0 ? .wheelDown : .wheelUp
    for _ in 0..<abs(notches) {
      apply(.mouse(MouseEvent(kind, at: Point(column: column, row: row)), time: 0))
    }
  }

  /// Presses the left button at one place and lets it go at another.
  public mutating func drag(from start: Point, to end: Point) {
    effects = []
    apply(.mouse(MouseEvent(.press(.left), at: start), time: 0))
    apply(.mouse(MouseEvent(.drag(.left), at: end), time: 0))
    apply(.mouse(MouseEvent(.release(.left), at: end), time: 0))
  }

  /// The title of the list's selection; nil for a heading.
  public var selectedTitle: String? { state.selectedStory.map { state.library[$0].title } }

  /// What is said.
  public var message: String? { state.message?.text }

  /// What has been typed into the line that is open.
  public var typed: String? { state.prompt?.line.text }

  /// The title of the story that is shown.
  public var title: String? { state.story.map { state.library[$0.index].title } }

  /// The titles of the list, from the top; a heading begins with `#`.
  public var titles: [String] {
    (0..<state.listCount).map { place in
      switch state.row(at: place) {
      case .story(let story): state.library[story].title
      case .heading(let group): "# " + state.listing.groups[group].name
      case nil: ""
      }
    }
  }

  /// The help that is open.
  public var help: HelpView? {
    if case .help(let view) = state.overlay { view } else { nil }
  }

  /// Whether the story with a title is marked read.
  public func isRead(_ title: String) -> Bool? {
    state.library.order.first { state.library[$0].title == title }.map { state.mark(of: $0).read }
  }

  /// The mark of the story with a title.
  public func mark(_ title: String) -> Mark? {
    state.library.order.first { state.library[$0].title == title }.map { state.mark(of: $0) }
  }

  /// Whether it has a star.
  public func isStarred(_ title: String) -> Bool? {
    state.library.order.first { state.library[$0].title == title }.map { state.mark(of: $0).starred }
  }
}
