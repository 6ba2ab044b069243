import Marks
public import StoryLibrary

/// The root state's handling of picked stories.
extension ReaderState {
  /// The number of picked stories.
  public var pickedCount: Int { listState.picked.ids.count }

  /// Whether a story of the list is picked.
  public func isPicked(_ story: StoryIndex) -> Bool {
    pickedCount > 0 && listState.picked.ids.contains(library.identity(of: story).id)
  }

  /// The stories that a command applies to: in the list the picked ones, if there are any; otherwise the current
  /// one. Nil for a heading.
  public var chosen: ChosenStories? {
    if focus == .list, pickedCount > 0 {
      return ChosenStories(listState.picked.ids, in: listing, of: library)
    }
    return target.map { ChosenStories([library.identity(of: $0).id]) }
  }

  /// Whether commands apply to several stories.
  var areSeveralChosen: Bool { focus == .list && pickedCount > 0 }

  /// Marks the chosen stories, or reports that there are none.
  mutating func mark(_ wish: MarkWish) -> [ReaderEffect] {
    guard let chosen else {
      sayThereIsNoStory()
      return []
    }
    let areSeveral = areSeveralChosen
    let effects = reduce(marks: .mark(wish, chosen))
    // Commands must no longer apply to stories that leave the list.
    if areSeveral, wish == .toggleArchived { _ = reduce(list: .unpick) }
    return effects
  }

  mutating func label(_ text: String) -> [ReaderEffect] {
    let change = LabelChange(text)
    return change.isEmpty ? [] : mark(.labels(change))
  }

  /// Undoing and redoing go to the changed story, if it is elsewhere in the list.
  mutating func goToStory(of step: MarkStep) -> [ReaderEffect] {
    guard step.count == 1, let story = library.index(of: step.story.id), story != target else { return [] }
    return reduce(list: .goToStory(step.story.id))
  }
}
