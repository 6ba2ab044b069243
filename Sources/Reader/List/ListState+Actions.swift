import Configuration
import Queries
import Search
import StoryLibrary

/// What can happen to the list, and what the rest of the reader is to do then.
extension ListState {
  /// What can happen to it.
  enum Action {
    case move(by: Int), page(by: Int), select(Int), scroll(by: Int)
    /// Goes to the story with a number, from 1.
    case goTo(number: Int)
    /// Selects a story that is shown already, where the list has it.
    case follow(StoryIndex)
    /// Goes some unread stories further, or back.
    case goToUnread(Int)
    /// A way along the list has been walked to its end, elsewhere.
    case walked(ListWalk)
    /// A headline is being found.
    case find(HeadlineAction)
    /// The pane has another height.
    case fit
    case filter(String), only(QueryKeyword), sort(StorySort.Key), reverse, group(StoryGrouping)
    /// The section with a number, or all stories; the next one, or with -1 the one before; the one with a name.
    case section(Int?), goToSection(Int), sectionNamed(String)
    case fold(Int), foldAll
    /// Picks the selected story, or no longer; all from the one picked last to it; none. Many have been found
    /// elsewhere.
    case pick, pickRange, unpick, picked(Set<StoryID>, PickedRange)
    /// Stories were archived, or came back.
    case archiveChanged
    /// Goes to a story, which may be in the next list only.
    case goToStory(StoryID)
    /// The thread of a story, oldest first.
    case thread(StoryID)
    /// The list before that.
    case leaveThread
    /// Words to search are being typed; they are whole.
    case typeSearch(String), search(String)
    case endSearch
    /// The list that was asked for is there, perhaps in a later snapshot than the one before. No translation where
    /// stories have the same numbers.
    case show(Listing, after: LibrarySnapshot, StoryTranslation?)
    case excerpts([StoryIndex: SearchExcerpt], ListRequest)
    case hints([QueryHint], ListRequest)
    /// A filter is being typed; it is given up.
    case typeFilter(String), endFilter
    case configured(Settings, after: Settings, set: String?)
    /// Selects the list again.
    case renew
    case renumber(StoryTranslation)
    /// Another library: nothing of the one before stays, but how the list is made.
    case startOver
  }

  /// The result of an action, for the root to carry out.
  struct Outcome {
    var message: Message?
    var effects: [ReaderEffect] = []
    var story = StoryChange.none
    /// The list listens to keys from now on.
    var focuses = false
    /// The selected story is opened.
    var opens = false
    /// Another list is on the screen: its stories are to be counted.
    var isOtherList = false
    /// In another snapshot of the library.
    var isOtherLibrary = false
  }

  /// What the story pane is to do.
  enum StoryChange {
    case none
    /// The selected story is shown.
    case show
    /// The same, with the words of the search lit.
    case showMatch
    /// The story stays; there may be a fuller copy of it.
    case refresh
    /// There is no story to show.
    case hide
    /// The search ends, and the story that was open before it is shown again.
    case endSearch(SearchOrigin?)
    /// What was read before a filter was typed is shown again.
    case comeBack(SearchOrigin)
  }
}
