import Display
import StoryLibrary

/// The stories related to the one that is read: which there are, which of them is selected, and which are on the screen.
struct RelatedState: Sendable {
  private(set) var list = RelatedList()

  /// What the rest of the reader tells it.
  struct Environment {
    let library: Library
    /// The story that is read.
    let story: StoryIndex?
    /// Where its page leads, as far as it has been read.
    let links: [StoryLink]
    /// The key that opens an address.
    let openHint: String
    /// The size of the pane.
    let size: Size
    /// The pane is on the screen.
    let isVisible: Bool
  }

  /// What can happen to it.
  enum Action {
    /// Another story is read.
    case otherStory
    /// There may be more of them, or the pane has another size: what was selected stays so.
    case layout
    /// The story's page has been read.
    case text
    /// Stories have other numbers.
    case renumber
    case clear
    case move(Command, times: Int), select(Int), scroll(Int)
    /// Goes on to the one with a number, from 0.
    case follow(Int)
  }

  /// What is to be done about it.
  enum Outcome {
    case nothing
    case follow(StoryIndex)
    case say(Message)
  }

  mutating func reduce(_ action: Action, in environment: Environment) -> Outcome {
    let visible = environment.size.rows
    switch action {
    case .otherStory: list = fresh(environment) ?? RelatedList()
    case .layout:
      guard environment.isVisible, var new = fresh(environment) else { break }
      new.keepSelection(of: list, visible: visible)
      list = new
    case .text:
      guard !environment.links.isEmpty, var new = fresh(environment) else { break }
      new.keepSelection(of: list, visible: visible)
      list = new
    case .renumber:
      guard var new = fresh(environment) else { break }
      new.keepSelection(of: list, visible: visible)
      new.select(list.selected, visible: visible)
      list = new
    case .clear: list = RelatedList()
    case .move(let command, let times):
      list.select(list.selected + times * (command.rows(page: max(1, visible / 3)) ?? 0), visible: visible)
    case .select(let item): list.select(item, visible: visible)
    case .scroll(let rows): list.scroll(by: rows, visible: visible)
    case .follow(let item): return follow(item, environment)
    }
    return .nothing
  }

  private func fresh(_ environment: Environment) -> RelatedList? {
    environment.story.map {
      RelatedList(
        of: $0, links: environment.links, in: environment.library, width: environment.size.columns)
    }
  }

  private mutating func follow(_ item: Int, _ environment: Environment) -> Outcome {
    let count = list.count
    guard 0..<count ~= item else {
      let text =
        count == 0 ? "No related stories" : "Only \(count) related \(count == 1 ? "story" : "stories")"
      return .say(.notice(text))
    }
    list.select(item, visible: environment.size.rows)
    guard list.stories.indices.contains(item) else {
      let hint = list.selectedLink?.address == nil ? "" : " · \(environment.openHint) opens its address"
      return .say(.notice("Not saved" + hint))
    }
    return .follow(list.stories[item].index)
  }
}
