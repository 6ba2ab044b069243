public import Marks
public import StoryLibrary

/// The root state's handling of marks.
extension ReaderState {
  /// The marks on disk.
  public var marks: MarkTable { marksState.table }
  /// The number of unread stories in the list when they were last counted; nil before.
  public var unreadCount: Int? { marksState.unread?.list }
  /// The same; nil while they are being counted.
  public var countedUnread: Int? { marksState.isCounted(marksEnvironment) ? unreadCount : nil }
  /// The number of unread stories of each section, as far as they have been counted.
  public var sectionCounts: [Int] { marksState.sectionCounts }
  /// What ``ReaderEffect/countUnread`` counts in.
  public var unreadScope: UnreadScope { marksState.scope(marksEnvironment) }

  /// Records what the user did with a story.
  public func mark(of story: StoryIndex) -> Mark { marks.mark(for: library.identity(of: story)) }

  /// The same for a story that has already been looked up.
  public func mark(of story: Story) -> Mark { marks.mark(for: story.identity) }

  var marksEnvironment: MarksState.Environment {
    let (commands, focus) = (commands, focus)
    return MarksState.Environment(
      snapshot: snapshot, shown: listState.shown, hasSections: !settings.sections.isEmpty
    ) { commands.hint($0, in: focus) }
  }

  mutating func reduce(marks action: MarksState.Action) -> [ReaderEffect] {
    let outcome = marksState.reduce(action, in: marksEnvironment)
    if let message = outcome.message { self.message = message }
    if let question = outcome.question { _ = reduce(overlay: .ask(question)) }
    let renewed = outcome.isArchiveChanged ? reduce(list: .archiveChanged) : []
    guard case .written(let step, let written) = action, written != .done else {
      return outcome.effects + renewed
    }
    return outcome.effects + renewed + goToStory(of: step)
  }

  /// Saves a note on the current story, or reports that there is none.
  mutating func note(_ text: String) -> [ReaderEffect] {
    if let target { return reduce(marks: .note(text, target)) }
    sayThereIsNoStory()
    return []
  }
}
