import Marks
import StoryLibrary

/// The marks as they are on disk, and the number of unread stories.
///
/// A few changed marks are counted immediately, so that the screen follows each key; many, and other lists and
/// snapshots, by a worker. Nothing is changed here: a change is written to disk first and then read back.
struct MarksState: Sendable {
  /// The marks on disk.
  private(set) var table = MarkTable()
  /// The number of unread stories when they were last counted; nil before.
  private(set) var unread: UnreadCounts?
  /// The same for each section.
  private(set) var sectionCounts: [Int] = []
  /// The list, library and marks in which they were counted.
  private var countedScope: UnreadScope?

  /// The parts of the state outside this feature that it needs.
  struct Environment {
    let snapshot: LibrarySnapshot
    let shown: ShownList
    let hasSections: Bool
    /// The keys of a command, for messages.
    let hint: (Command) -> String

    /// Borrowed, because a copy of a library increments forty reference counts.
    var library: Library { _read { yield snapshot.library } }
  }

  /// The actions on the marks.
  enum Action {
    /// A few marks have changed on disk, or so many that all of them are replaced.
    case changed(MarkUpdate), replaced(MarkTable)
    /// Another list or library is on the screen.
    case otherList(isOtherLibrary: Bool)
    case counted(UnreadCounts, UnreadScope), sectionsCounted([Int])
    /// The sections may have changed.
    case configured
    case mark(MarkWish, ChosenStories), note(String, StoryIndex)
    /// Asks whether to mark all stories of the list as read; marks them.
    case askToMarkAll, markAll
    /// A step of the history has been written, undone or redone.
    case written(MarkStep, MarkOutcome)
  }

  /// The result of an action, for the root to carry out.
  struct Outcome {
    var effects: [ReaderEffect] = []
    var message: Message?
    var question: Question?
    /// Stories were archived or unarchived.
    var isArchiveChanged = false
  }

  mutating func reduce(_ action: Action, in environment: Environment) -> Outcome {
    switch action {
    case .changed(let update): return change(update, environment)
    case .replaced(let new):
      // Another database may have a different number for the same revision.
      let isArchiveChanged = table.hasArchived || new.hasArchived
      (table, countedScope) = (new, nil)
      return Outcome(
        effects: count(environment) + countSections(environment), isArchiveChanged: isArchiveChanged)
    case .otherList(let isOtherLibrary):
      return Outcome(effects: count(environment) + (isOtherLibrary ? countSections(environment) : []))
    case .counted(let counts, let scope):
      if scope == self.scope(environment) { (unread, countedScope) = (counts, scope) }
    case .sectionsCounted(let counts): sectionCounts = counts
    case .configured:
      sectionCounts = []
      return Outcome(effects: countSections(environment))
    case .mark(let wish, let chosen):
      let marks = ChosenMarks(wish, chosen, in: environment.library, table)
      return Outcome(
        effects: [chosen.areMany ? .markChosen(marks) : .mark(marks.change, announced: true)])
    case .note(let text, let story):
      let note = text.allSatisfy(\.isWhitespace) ? nil : text
      if note != mark(of: story, environment).note { return mark(.note(note), story, environment) }
    case .askToMarkAll:
      // Until they are counted, there may be some.
      if isCounted(environment), unread?.list == 0 { return Outcome(message: .notice("No unread stories")) }
      return Outcome(question: .markAllRead)
    case .markAll:
      let (listing, library) = (environment.shown.listing, environment.library)
      let stories = UnreadStories(in: listing, of: library, table, scope(environment))
      return Outcome(effects: [.markAllRead(stories)])
    case .written(let step, let outcome): return tell(step, outcome, environment)
    }
    return Outcome()
  }

  private func mark(of story: StoryIndex, _ environment: Environment) -> Mark {
    table.mark(for: environment.library.identity(of: story))
  }

  private func mark(_ kind: MarkChange.Kind, _ story: StoryIndex, _ environment: Environment) -> Outcome {
    let change = MarkChange(kind, [environment.library.identity(of: story)])
    return Outcome(effects: [.mark(change, announced: true)])
  }

  // MARK: Counting

  /// The list, library and marks in which unread stories are counted now.
  func scope(_ environment: Environment) -> UnreadScope {
    UnreadScope(
      snapshot: environment.snapshot.number, list: environment.shown.number, marks: table.revision)
  }

  /// All stories have been counted.
  func isCounted(_ environment: Environment) -> Bool { countedScope == scope(environment) }

  /// Requests a count for another list or library. What is known about the whole library is not counted again.
  private mutating func count(_ environment: Environment) -> [ReaderEffect] {
    let scope = scope(environment)
    if !environment.shown.listing.isOfOneLibrary, countedScope?.snapshot == scope.snapshot,
      countedScope?.marks == scope.marks, let library = unread?.library
    {
      unread?.list = library
      countedScope = scope
    }
    return isCounted(environment) ? [] : [.countUnread]
  }

  private func countSections(_ environment: Environment) -> [ReaderEffect] {
    environment.hasSections ? [.countSections] : []
  }

  private mutating func change(_ update: MarkUpdate, _ environment: Environment) -> Outcome {
    // Another database may have a different number for the same revision.
    if update.isWhole { countedScope = nil }
    let stories = isCounted(environment) ? MarksState.fewStories(of: update, in: environment.library) : nil
    let before = stories.map { unreadCounts(of: $0, environment) }
    let archiveBefore = table.archiveRevision
    table.apply(update)
    if let stories, let before {
      let after = unreadCounts(of: stories, environment)
      unread?.library += after.library - before.library
      unread?.list += after.list - before.list
      countedScope = scope(environment)
    }
    return Outcome(
      effects: count(environment) + countSections(environment),
      isArchiveChanged: table.archiveRevision != archiveBefore)
  }

  /// The stories whose marks may have changed; nil if there are too many to count on the terminal's thread.
  private static func fewStories(of update: MarkUpdate, in library: Library) -> Set<StoryIndex>? {
    let titles = update.titles
    guard titles.count <= fewMarks else { return nil }
    var stories: Set<StoryIndex> = []
    for title in titles {
      guard let titled = library.stories(titled: title, atMost: fewMarks) else { return nil }
      stories.formUnion(titled)
      if stories.count > fewMarks { return nil }
    }
    return stories
  }

  /// The maximum number of marks, and of stories with the same headline, that are counted on the terminal's thread.
  private static let fewMarks = 100

  private func unreadCounts(of stories: Set<StoryIndex>, _ environment: Environment) -> UnreadCounts {
    var counts = UnreadCounts()
    for story in stories {
      let identity = environment.library.identity(of: story)
      guard !table.isRead(identity) else { continue }
      if !table.isArchived(identity) { counts.library += 1 }
      if environment.shown.listing.contains(story, in: environment.library) { counts.list += 1 }
    }
    return counts
  }

  // MARK: Messages

  /// Reports what was marked. Undoing names the story, which may have been marked in another session.
  private func tell(_ step: MarkStep, _ outcome: MarkOutcome, _ environment: Environment) -> Outcome {
    let library = environment.library
    let title = step.count == 1 ? library.index(of: step.story.id).map { library[$0].title } : nil
    let (undo, redo) = (environment.hint(.undo), environment.hint(.redo))
    let text =
      switch outcome {
      case .done: "\(MarkNotice.done(step)) · \(undo) undoes it"
      case .undone: "Undone: \(MarkNotice.change(step, of: title)) · \(redo) redoes it"
      case .redone: "Redone: \(MarkNotice.change(step, of: title)) · \(undo) undoes it"
      }
    return Outcome(message: .notice(text))
  }
}
