import Display
import Search
import StoryLibrary

/// What can happen to the story that is read, and what the rest of the reader is to do then.
extension StoryState {
  /// What can happen to it.
  enum Action {
    /// A story of the list is shown; another one is followed from that.
    case start(StoryIndex), follow(StoryIndex)
    /// Goes along the trail, to where the reader was on each story.
    case go(by: Int)
    /// Comes back to what was read before a search.
    case restore(StoryIndex, base: StoryIndex, top: StoryPosition)
    /// Another story is about to be shown.
    case leave(related: Int, focus: Pane)
    /// Another library: nothing stays.
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
    /// The reader goes into the story.
    case entered
    /// Whatever the reader did: a story that is in its pane, with the reader in it, is opened, however it came there.
    case opened
    case move(Command, times: Int), scroll(by: Int)
    /// The whole page, or the story alone.
    case toggleWholePage
    /// Shows a place of one of the story's own paragraphs.
    case goToPassage(paragraph: Int?, byte: Int)
    /// It is known anew which stories are related to it.
    case compared
    /// Which of the story's paragraphs are in others that were read.
    case readElsewhere([Bool])
    case find(FindAction)
    /// Something about the numbers of links in the text.
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
    /// A link in the text leads to this story.
    var follows: StoryIndex?
    /// Another story is shown, whose related stories are needed.
    var isOtherStory = false
    /// It is known now where its page leads.
    var isText = false
  }
}
