import Display
import StoryLibrary

/// What the root does for the related stories.
extension ReaderState {
  /// What stands beside the story that is read.
  public var related: RelatedList { relatedState.list }

  mutating func reduce(related action: RelatedState.Action) -> [ReaderEffect] {
    let environment = RelatedState.Environment(
      library: library, story: story?.index, links: story?.body?.links ?? [], openHint: hint(.openOutside),
      size: panes.related, isVisible: layout.frames[.related] != nil)
    switch relatedState.reduce(action, in: environment) {
    case .nothing: return []
    case .say(let message): self.message = message
    case .follow(let story):
      let left = leaveStory()
      focus(on: .story)
      return left + reduce(story: .follow(story))
    }
    return []
  }
}
