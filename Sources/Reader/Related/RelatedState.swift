import Display
import StoryLibrary

/// The stories related to the one that is read: which there are, which of them is selected, and which are on the
/// screen.
///
/// The list is made when it is drawn or a key needs it, so that passing by a story in the list makes none.
struct RelatedState: Sendable {
  private var deferred = Deferred(made: RelatedList())

  var list: RelatedList { deferred.value }

  /// The number of the selected one, from 0. Nothing else can be selected before the list is made.
  var selected: Int { deferred.known?.selected ?? 0 }
  /// The similar stories, when they have been found.
  private(set) var alike: AlikeStories?

  /// The parts of the state outside this feature that it needs.
  struct Environment {
    let snapshot: LibrarySnapshot
    /// The story that is read.
    let story: StoryIndex?
    /// Where its page leads, as far as it has been read.
    let links: [StoryLink]
    /// The size of the pane.
    let size: Size
    /// The keys of a command, for a message.
    let hint: (Command) -> String
  }

  /// What can happen to it.
  enum Action {
    /// Another story is read.
    case otherStory
    /// There may be more of them, or the pane has another size: what was selected stays so.
    case layout
    /// The story's page has been read.
    case text
    /// It was found which stories are like the one that is read.
    case alike(AlikeStories)
    /// Stories have other numbers.
    case renumber
    case clear
    case move(Command, times: Int), select(Int), scroll(Int)
    /// Goes on to the one with a number, from 0.
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
      // They come before links that are not saved: who has not gone on from the first row stays there.
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

  /// The list of the story that is read now takes the place of this one, and something of it.
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
