import Configuration
import Display
import Marks
import Queries
import Search
import StoryLibrary

/// The interface of the list: its actions, what it needs from the rest of the reader, and the results.
extension ListState {
  /// The actions on the list.
  enum Action {
    case move(by: Int), page(by: Int), select(Int), scroll(by: Int)
    /// Goes to the story with a number, from 1.
    case goTo(number: Int)
    /// Selects the story that is already shown, if the list contains it.
    case follow(StoryIndex)
    /// Moves forward or back by some unread stories.
    case goToUnread(Int)
    /// A walk through the list has finished outside the terminal's thread.
    case walked(ListWalk)
    /// A search in the headlines.
    case find(HeadlineAction)
    /// The height of the pane changed.
    case fit
    case filter(String), only(QueryKeyword), sort(StorySort.Key), reverse, group(StoryGrouping)
    /// The section with a number, or all stories; the next one, or with -1 the previous one; the one with a name.
    case section(Int?), goToSection(Int), sectionNamed(String)
    case fold(Int), foldAll
    /// Picks or unpicks the selected story; picks all from the last picked one to it; unpicks all. The stories of a
    /// long range were found outside the terminal's thread.
    case pick, pickRange, unpick, picked(Set<StoryID>, PickedRange)
    /// Stories were archived or unarchived.
    case archiveChanged
    /// Goes to a story; if the list does not contain it, in the next list.
    case goToStory(StoryID)
    /// The thread of a story, oldest first.
    case thread(StoryID)
    /// Goes back to the list before the thread.
    case leaveThread
    /// The words of a search are being typed; they are complete.
    case typeSearch(String), search(String)
    case endSearch
    /// The requested list was found, possibly in a later snapshot than the previous one. The translation is nil if the
    /// numbers of stories have not changed.
    case show(Listing, after: LibrarySnapshot, StoryTranslation?)
    case excerpts([StoryIndex: SearchExcerpt], ListRequest)
    case hints([QueryHint], ListRequest)
    /// A filter is being typed; typing is cancelled.
    case typeFilter(String), endFilter
    case configured(Settings, after: Settings, set: String?)
    /// Finds the same list again.
    case renew
    case renumber(StoryTranslation)
    /// Another library replaces this one: only the request is kept.
    case startOver

    /// Whether the reader moves to another row.
    var isMove: Bool {
      switch self {
      case .move, .page, .select, .goTo, .follow, .fold, .foldAll, .endSearch: true
      default: false
      }
    }
  }

  /// The parts of the state outside this feature that it needs.
  struct Environment {
    let snapshot: LibrarySnapshot
    /// The number of the latest snapshot, in which lists are found.
    let latestSnapshot: Int
    let settings: Settings
    let marks: MarkTable
    /// The number of unread stories in the list; nil while they are counted.
    let unreadCount: Int?
    /// The pane's lines and columns.
    let size: Size
    let focus: Pane
    /// Whether a key has been pressed.
    let hasInteracted: Bool
    /// Whether a key has been pressed, or there was time to begin reading: from then on nothing moves by itself.
    let isSettled: Bool
    /// The open story of the list, or the one from which the open story was followed.
    let base: StoryIndex?
    /// The open story as it is shown; nil if there is none.
    let story: StoryView?
    /// The keys of a command, for messages.
    let hint: (Command) -> String

    /// Borrowed, because a copy of a library increments forty reference counts.
    var library: Library { _read { yield snapshot.library } }
    var frame: ShownList.Frame { ShownList.Frame(snapshot: snapshot, size: size) }
  }

  /// The result of an action, for the root to carry out.
  struct Outcome {
    var message: Message?
    var effects: [ReaderEffect] = []
    var story = StoryChange.none
    /// The list takes the focus.
    var focuses = false
    /// The selected story is opened.
    var opens = false
    /// Another list is on the screen, whose stories have to be counted.
    var isOtherList = false
    /// The list is of another snapshot of the library.
    var isOtherLibrary = false
  }

  /// What the story pane has to do.
  enum StoryChange {
    case none
    /// The selected story is shown.
    case show
    /// The selected story is shown, with the words of the search highlighted.
    case showMatch
    /// The story stays open; there may be a longer copy of it.
    case refresh
    /// There is no story to show.
    case hide
    /// The search ends, and the story that was open before it is shown again.
    case endSearch(SearchOrigin?)
    /// The story that was open before a filter was typed is shown again.
    case comeBack(SearchOrigin)
  }
}
