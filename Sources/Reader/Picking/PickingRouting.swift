import Marks
public import StoryLibrary

/// What the root knows of picked stories.
extension ReaderState {
  /// How many stories are picked.
  public var pickedCount: Int { listState.picked.ids.count }

  /// Whether a story of the list is picked.
  public func isPicked(_ story: StoryIndex) -> Bool {
    pickedCount > 0 && listState.picked.ids.contains(library.identity(of: story).id)
  }

  /// The stories that a command is about: in the list those that are picked, if any are; else the one where the reader
  /// is. Nil for a heading.
  public var chosen: ChosenStories? {
    if focus == .list, pickedCount > 0 {
      return ChosenStories(listState.picked.ids, in: listing, of: library)
    }
    return target.map { ChosenStories([library.identity(of: $0).id]) }
  }

  /// Whether commands are about several stories.
  var areSeveralChosen: Bool { focus == .list && pickedCount > 0 }

  /// Marks the chosen stories, or says that there are none.
  mutating func mark(_ wish: MarkWish) -> [ReaderEffect] {
    guard let chosen else {
      sayThereIsNoStory()
      return []
    }
    let areSeveral = areSeveralChosen
    let effects = reduce(marks: .mark(wish, chosen))
    // What leaves the list must not go on being what commands are about.
    if areSeveral, wish == .toggleArchived { _ = reduce(list: .unpick) }
    return effects
  }

  mutating func label(_ text: String) -> [ReaderEffect] {
    let change = LabelChange(text)
    return change.isEmpty ? [] : mark(.labels(change))
  }

  /// Undoing and redoing lead to the story that it was about, where that is elsewhere in the list.
  mutating func goToStory(of step: MarkStep) -> [ReaderEffect] {
    guard step.count == 1, let story = library.index(of: step.story.id), story != target else { return [] }
    return reduce(list: .goToStory(step.story.id))
  }
}
