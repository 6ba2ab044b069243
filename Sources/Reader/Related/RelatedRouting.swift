import Display
import Queries
import StoryLibrary

/// What the root does for the related stories.
extension ReaderState {
  /// The related stories.
  public var related: RelatedList { relatedState.list }

  private var relatedEnvironment: RelatedState.Environment {
    let (commands, focus) = (commands, focus)
    return RelatedState.Environment(
      snapshot: snapshot, story: story?.index, links: story?.body?.links ?? [], size: panesState.related
    ) { commands.hint($0, in: focus) }
  }

  /// Requests the stories similar to the one that is shown, if any.
  func findAlike() -> [ReaderEffect] { story.map { [.findAlike($0.index)] } ?? [] }

  /// It is known anew which stories are related: also what of the story was read in others, and what is in the list where
  /// that depends on it.
  mutating func receiveComparison() -> [ReaderEffect] {
    let section = request.section.map { settings.sections[$0] }
    let selection = request.selection(section)
    let dependsOnOthers = selection.grouping == .thread || selection.query.comparesStories
    return findAlike() + reduce(story: .compared) + (dependsOnOthers ? reduce(list: .renew) : [])
  }

  mutating func reduce(related action: RelatedState.Action) -> [ReaderEffect] {
    switch relatedState.reduce(action, in: relatedEnvironment) {
    case .nothing: return []
    case .say(let message): self.message = message
    case .follow(let story): return follow(story)
    }
    return []
  }
}
