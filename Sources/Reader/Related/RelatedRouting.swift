import Display
import Queries
import StoryLibrary

/// The root state's handling of related stories.
extension ReaderState {
  /// The related stories.
  public var related: RelatedList { relatedState.list }

  private var relatedEnvironment: RelatedState.Environment {
    let (commands, focus) = (commands, focus)
    return RelatedState.Environment(
      snapshot: snapshot, story: story?.index, links: story?.body?.links ?? [], size: panesState.related
    ) { commands.hint($0, in: focus) }
  }

  /// Requests the stories similar to the shown one, if any.
  func findAlike() -> [ReaderEffect] { story.map { [.findAlike($0.index)] } ?? [] }

  /// Updates everything that depends on the comparison of stories: the related stories, the passages of the open story
  /// already read in others and, if it depends on them, the list.
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
