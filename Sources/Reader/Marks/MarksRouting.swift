public import Marks
public import StoryLibrary

/// What the root does for marks.
extension ReaderState {
  /// What is known to be on disk.
  public var marks: MarkTable { marksState.table }
  /// How many stories of the list are not read.
  public var unreadCount: Int { marksState.unread.list }
  /// How many stories of each section are not read, as far as they have been counted.
  public var sectionCounts: [Int] { marksState.sectionCounts }
  /// What ``ReaderEffect/countUnread`` is to be counted in.
  public var unreadScope: UnreadScope { marksState.scope(marksEnvironment) }

  /// What the reader did to a story.
  public func mark(of story: StoryIndex) -> Mark { marks.mark(for: library.identity(of: story)) }

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
    return outcome.effects
  }

  /// Marks a story that is given by a command; without one, the reader is told so.
  mutating func mark(_ action: (StoryIndex) -> MarksState.Action) -> [ReaderEffect] {
    if let target { return reduce(marks: action(target)) }
    sayThereIsNoStory()
    return []
  }
}
