import Display
import Search
import StoryLibrary

/// The actions on the open story, and their results.
extension StoryState {
  /// The actions on the open story.
  enum Action {
    /// Shows a story of the list; follows a link or related story from it.
    case start(StoryIndex), follow(StoryIndex)
    /// Moves along the trail of opened stories, to the position in each where the reader left it.
    case go(by: Int)
    /// Goes back to the story that was open before a search.
    case restore(StoryIndex, base: StoryIndex, top: StoryPosition)
    /// Another story is about to be shown.
    case leave(related: Int, focus: Pane)
    /// Another library replaces this one.
    case clear
    /// There is no story to show.
    case hide
    case renumber(StoryTranslation)
    /// A longer copy of the story may have been added.
    case refresh
    case text(StoryText, from: BodyLocation)
    case noText(reason: String, from: BodyLocation)
    case marksChanged
    case resized
    /// The story pane took the focus.
    case entered
    /// The story pane shows the story and has the focus: the story counts as opened, however it was reached.
    case opened
    case move(Command, times: Int), scroll(by: Int)
    /// Shows the whole page, or the story alone again.
    case toggleWholePage
    /// Scrolls to a position in one of the story's paragraphs.
    case goToPassage(paragraph: Int?, byte: Int)
    /// The comparison of stories was updated.
    case compared
    /// Which of the story's paragraphs are in others that were read.
    case readElsewhere([Bool])
    case find(FindAction)
    /// An action on the numbered links.
    case links(LinkAction)
    /// The matches of a long story have been counted.
    case counted(StoryScan.Result)
    /// Time passes.
    case tick
  }

  /// The result of an action, for the root to carry out.
  struct Outcome {
    var effects: [ReaderEffect] = []
    var message: Message?
    /// The story that a link in the text leads to, if it is to be opened.
    var follows: StoryIndex?
    /// Another story is shown, whose related stories are needed.
    var isOtherStory = false
    /// The text was read, and with it the links of the page.
    var isText = false
  }
}
