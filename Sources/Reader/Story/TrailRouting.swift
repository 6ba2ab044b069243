import Display
import StoryLibrary

/// Moves along the trail, restoring the position in each story.
extension ReaderState {
  mutating func goOnTrail(by offset: Int) -> [ReaderEffect] {
    let left = leaveStory()
    guard let step = trail.step(by: offset, from: story?.index) else {
      message = .notice(offset < 0 ? "Nothing to go back to" : "Nothing to go forward to")
      return []
    }
    // The list continues from there, if it contains the story.
    let selected = reduce(list: .follow(step.base))
    let shown = reduce(story: .go(by: offset))
    focus(on: step.focus)
    _ = reduce(related: .select(step.related))
    return left + selected + shown
  }
}
