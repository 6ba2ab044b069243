public import Marks
public import StoryLibrary

/// What the root does for marks.
extension ReaderState {
  /// The marks on disk.
  public var marks: MarkTable { marksState.table }
  /// How many stories of the list are not read.
  public var unreadCount: Int { marksState.unread.list }
  /// How many stories of each section are not read, as far as they have been counted.
  public var sectionCounts: [Int] { marksState.sectionCounts }
  /// What ``ReaderEffect/countUnread`` is to be counted in.
  public var unreadScope: UnreadScope { marksState.scope(marksEnvironment) }

  /// What the reader did to a story.
  public func mark(of story: StoryIndex) -> Mark { marks.mark(for: library.identity(of: story)) }

  /// The same for a story that has been looked up.
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

  /// Writes a note on the current story, or says that there is none.
  mutating func note(_ text: String) -> [ReaderEffect] {
    if let target { return reduce(marks: .note(text, target)) }
    sayThereIsNoStory()
    return []
  }
}
