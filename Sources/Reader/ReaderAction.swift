public import Configuration
public import Display
public import Export
public import Marks
public import Queries
public import Search
public import StoryLibrary
public import Understanding

/// The actions on a ``ReaderState``.
public enum ReaderAction: Sendable {
  case key(Key)
  /// No key was pressed for a while after a digit (``ReaderState/pendingRelated``).
  case paused
  /// The first stories have been on the screen for a moment, so the user may be reading them.
  case settled
  /// A mouse event, with its time in milliseconds of any clock.
  case mouse(MouseEvent, time: Int)
  case pasted(String)
  /// The configuration changed. An option that was set by its name takes precedence over the user's earlier
  /// choice.
  case configured(Settings, set: String? = nil)
  /// The library has changed, or loading has progressed.
  case published(LibrarySnapshot)
  /// The requested list, and the library in which it was selected.
  case selected(Listing, ListRequest, in: LibrarySnapshot)
  /// The stories of a long range have been picked.
  case picked(Set<StoryID>, PickedRange)
  /// A finished walk through the list.
  case walked(ListWalk)
  /// The answer to a request, from the snapshot with a number.
  case answered(LibraryAnswer, from: Int)
  /// The index of related stories has been updated.
  case compared
  /// A command that stories were passed to has ended.
  case commandEnded(CommandResult)
  /// A note was written in an editor.
  case noteEdited(String, StoryIndex)
  /// The file in which to save a story already exists.
  case fileExists(String, ChosenStories)
  /// The folder of the file in which to save stories is missing.
  case folderMissing(String, folder: String, ChosenStories)
  /// The contents of a folder, given as typed; names of folders in it end with a slash.
  case folderRead(String, [String])
  case resized(Size)
  /// The time, in seconds since 1970 (UTC).
  case clock(Int64)
  /// The matches in a long story.
  case matchesCounted(StoryScan.Result)
  /// Marks changed on disk, through this process or another.
  case marksChanged(MarkUpdate)
  /// So many marks changed that all of them are replaced.
  case marksReplaced(MarkTable)
  /// Stories were marked, or marks undone or redone: a message reports it.
  case marked(MarkStep, MarkOutcome)
  /// The available themes.
  case themes([String], current: String)
  case notice(String)
  case warning(String)
}

/// A result from a worker thread, found in a snapshot of the library.
public enum LibraryAnswer: Sendable {
  /// A story's text.
  case body(StoryIndex, BodyLocation, StoryText)
  /// A story's text could not be read; the reason is in prose.
  case noBody(StoryIndex, BodyLocation, reason: String)
  /// Excerpts around the words of a search.
  case excerpts([StoryIndex: SearchExcerpt], ListRequest)
  /// The digest of a story.
  case digest(StoryIndex, Digest)
  /// The changes between two versions of a story, or the reason in prose why they cannot be read.
  case difference(StoryIndex, TextDifference)
  case noDifference(StoryIndex, reason: String)
  /// The paragraphs of a story that are in another one that was read.
  case readElsewhere(StoryIndex, [Bool])
  /// The sources and topics in the library.
  case names(LibraryNames)
  /// Queries that would find something, for an empty list.
  case hints([QueryHint], ListRequest)
  /// The number of unread stories of each section.
  case sectionCounts([Int])
  /// The number of unread stories in the library and in the list.
  case unread(UnreadCounts, UnreadScope)
  /// The stories similar to one.
  case alike(StoryIndex, AlikeStories)
}

/// A side effect that the state requests: a value, so that tests can check it.
public enum ReaderEffect: Hashable, Sendable {
  case readBody(StoryIndex, BodyLocation)
  /// Find the stories similar to the one that is shown.
  case findAlike(StoryIndex)
  case countMatches(StoryScan)
  case makeDigest(StoryIndex, StoryToDigest)
  /// Compare two versions of a story.
  case compare(StoryIndex, older: BodyLocation, newer: BodyLocation)
  /// Find the paragraphs of a story that are in others that were read.
  case findRead(StoryIndex, [String])
  /// Write marks; the screen shows them once they are on disk. `announced`: the status line reports it, too.
  case mark(MarkChange, announced: Bool)
  /// Mark many chosen stories.
  case markChosen(ChosenMarks)
  /// Find the stories of a long range to be picked.
  case pick(PickedRange)
  /// Mark all unread stories of a list as read.
  case markAllRead(UnreadStories)
  case undo
  case redo
  case savePlace(StoryIdentity, Int)
  /// Search for new, changed and removed pages.
  case reload
  /// Stop waiting for the remaining pages.
  case stopLoading
  /// List the available themes.
  case listThemes
  /// Use a theme temporarily, until it is chosen or another one is used.
  case previewTheme(String)
  case useTheme(String)
  /// Find the stories of a list in the latest snapshot. The pinned story is included whether it matches or not.
  case select(ListRequest, pinned: StoryIdentity?)
  /// Continue a walk to a distant story in the list.
  case walk(ListWalk)
  case readExcerpts([StoryIndex], ListRequest)
  /// Find out why a list may be empty.
  case explainEmpty(ListRequest)
  case countSections
  /// Count the unread stories of the library and of the list.
  case countUnread
  /// Count the sources and topics of the library.
  case readNames
  /// Save the layout of the panes and the typed lines.
  case saveShape(PaneShape)
  case saveHistory(PromptHistory.Entry)
  /// Change a setting for this session: `name=value` as typed.
  case set(String)
  case copy(CopiedPart, ChosenStories)
  case openOutside(StoryIndex)
  /// Open a web address from a page.
  case openAddress(String)
  case editPage(StoryIndex)
  case editNote(StoryIndex)
  /// Pass stories to a shell command or to an external command of the configuration.
  case pipe(String, ChosenStories)
  case run(ExternalCommand, ChosenStories)
  case stopCommand
  case save(String, ChosenStories, SaveConsent)
  /// Read the contents of a folder, given as typed.
  case readFolder(String)
  /// Remember the format chosen for saving.
  case saveFormat(ExportFormat)
  case redraw
  case suspend
  case quit
}
