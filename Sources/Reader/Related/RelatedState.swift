import Display
import StoryLibrary

/// The stories related to the open one: the list, the selection and the scroll position.
///
/// The list is created when it is drawn or a key needs it, so that moving past a story in the list does not create one.
struct RelatedState: Sendable {
  private var deferred = Deferred(made: RelatedList())

  var list: RelatedList { deferred.value }

  /// The number of the selected story, from 0. Before the list is created, only the first one can be selected.
  var selected: Int { deferred.known?.selected ?? 0 }
  /// The similar stories, once they have been found.
  private(set) var alike: AlikeStories?

  /// The parts of the state outside this feature that it needs.
  struct Environment {
    let snapshot: LibrarySnapshot
    /// The open story.
    let story: StoryIndex?
    /// The links of its page, if the page has been read.
    let links: [StoryLink]
    /// The size of the pane.
    let size: Size
    /// The keys of a command, for messages.
    let hint: (Command) -> String
  }

  /// The actions on the related stories.
  enum Action {
    /// Another story was opened.
    case otherStory
    /// There may be more related stories, or the pane was resized: the selection is kept.
    case layout
    /// The story's page has been read.
    case text
    /// The similar stories of the open one were found.
    case alike(AlikeStories)
    /// The numbers of stories changed.
    case renumber
    case clear
    case move(Command, times: Int), select(Int), scroll(Int)
    /// Opens the story with a number, from 0.
    case follow(Int)
  }

  /// The result of an action, for the root to carry out.
  enum Outcome {
    case nothing
    case follow(StoryIndex)
    case say(Message)
  }

  mutating func reduce(_ action: Action, in environment: Environment) -> Outcome {
    let visible = environment.size.rows
    switch action {
    case .otherStory:
      alike = nil
      makeAnew(environment) { _, _ in }
    case .alike(let found):
      alike = found
      // Similar stories come before links that are not saved: if the first row is selected, it stays selected.
      makeAnew(environment) { if $1.selected > 0 { $0.keepSelection(of: $1, visible: visible) } }
    case .text where environment.links.isEmpty: break
    case .layout, .text: makeAnew(environment) { $0.keepSelection(of: $1, visible: visible) }
    case .renumber:
      alike = nil
      makeAnew(environment) {
        $0.keepSelection(of: $1, visible: visible)
        $0.select($1.selected, visible: visible)
      }
    case .clear:
      alike = nil
      deferred = Deferred(made: RelatedList())
    case .move(let command, let times):
      let rows = times * (command.rows(page: max(1, visible / 3)) ?? 0)
      change { $0.select($0.selected + rows, visible: visible) }
    case .select(let item): change { $0.select(item, visible: visible) }
    case .scroll(let rows): change { $0.scroll(by: rows, visible: visible) }
    case .follow(let item): return follow(item, environment)
    }
    return .nothing
  }

  private mutating func change(_ change: (inout RelatedList) -> Void) {
    var list = list
    change(&list)
    deferred = Deferred(made: list)
  }

  /// Replaces the list with that of the open story, taking over some state of the old one.
  private mutating func makeAnew(
    _ environment: Environment, keeping keep: @escaping @Sendable (inout RelatedList, RelatedList) -> Void
  ) {
    guard let story = environment.story else { return deferred = Deferred(made: RelatedList()) }
    let (snapshot, links, width) = (environment.snapshot, environment.links, environment.size.columns)
    let alike = alike
    let old = deferred.known
    deferred = Deferred {
      var list = RelatedList(of: story, links: links, alike: alike, in: snapshot.library, width: width)
      if let old { keep(&list, old) }
      return list
    }
  }

  private mutating func follow(_ item: Int, _ environment: Environment) -> Outcome {
    let count = list.count
    guard 0..<count ~= item else {
      let text =
        count == 0 ? "No related stories" : "Only \(count) related \(count == 1 ? "story" : "stories")"
      return .say(.notice(text))
    }
    change { $0.select(item, visible: environment.size.rows) }
    guard list.stories.indices.contains(item) else {
      let hint =
        list.selectedLink?.address == nil ? "" : " · \(environment.hint(.openOutside)) opens its address"
      return .say(.notice("Not saved" + hint))
    }
    return .follow(list.stories[item].index)
  }
}
