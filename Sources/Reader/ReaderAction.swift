public import Configuration
public import Display
public import Export
public import Marks
public import Queries
public import Search
public import StoryLibrary
public import Understanding

/// What can happen to a ``ReaderState``.
public enum ReaderAction: Sendable {
  case key(Key)
  /// No key was pressed for a while after a digit (``ReaderState/pendingRelated``).
  case paused
  /// The first stories have been on the screen for a moment, so somebody may be reading them.
  case settled
  /// The mouse did something, at a time in milliseconds of any clock.
  case mouse(MouseEvent, time: Int)
  case pasted(String)
  /// The configuration is another now. An option that was set by its name counts, whatever the reader has chosen since
  /// it was set before.
  case configured(Settings, set: String? = nil)
  /// The library has changed, or loading has progressed.
  case published(LibrarySnapshot)
  /// The requested list, and the library in which it was selected.
  case selected(Listing, ListRequest, in: LibrarySnapshot)
  /// Very many stories have been picked.
  case picked(Set<StoryID>, PickedRange)
  /// A way along the list, walked to its end.
  case walked(ListWalk)
  /// The answer to a request, from the snapshot with a number.
  case answered(LibraryAnswer, from: Int)
  /// The index of related stories has been updated.
  case compared
  /// A command that was given a story has ended.
  case commandEnded(CommandResult)
  /// A note was written in an editor.
  case noteEdited(String, StoryIndex)
  /// The file to save a story in is there already.
  case fileExists(String, ChosenStories)
  /// The folder of the file to save stories in is missing.
  case folderMissing(String, folder: String, ChosenStories)
  /// What a folder has, as it was typed; folders in it end with a slash.
  case folderRead(String, [String])
  case resized(Size)
  /// The time, in seconds since 1970 (UTC).
  case clock(Int64)
  /// The matches in a long story.
  case matchesCounted(StoryScan.Result)
  /// Marks changed on disk, here or elsewhere.
  case marksChanged(MarkUpdate)
  /// So many marks changed that all of them are replaced.
  case marksReplaced(MarkTable)
  /// Stories were marked, or marks undone or redone, which is shown as a message.
  case marked(MarkStep, MarkOutcome)
  /// The themes there are, to choose one.
  case themes([String], current: String)
  case notice(String)
  case warning(String)
}

/// An answer of a worker thread from a snapshot of the library.
public enum LibraryAnswer: Sendable {
  /// A story's text.
  case body(StoryIndex, BodyLocation, StoryText)
  /// A story's text could not be read; the reason is prose.
  case noBody(StoryIndex, BodyLocation, reason: String)
  /// Excerpts around the words of a search.
  case excerpts([StoryIndex: SearchExcerpt], ListRequest)
  /// The digest of a story.
  case digest(StoryIndex, Digest)
  /// What has changed between two versions of a story; or why they cannot be read, in prose.
  case difference(StoryIndex, TextDifference)
  case noDifference(StoryIndex, reason: String)
  /// Which paragraphs of a story are in another one that was read.
  case readElsewhere(StoryIndex, [Bool])
  /// The sources and topics there are.
  case names(LibraryNames)
  /// What would find something where a list is empty.
  case hints([QueryHint], ListRequest)
  /// How many stories of each section are not read.
  case sectionCounts([Int])
  /// How many stories are not read, of the library and of the list.
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
  /// Write marks; the screen shows them when they are on disk. `announced`: the status line says so, too.
  case mark(MarkChange, announced: Bool)
  /// Mark many chosen stories.
  case markChosen(ChosenMarks)
  /// Find the stories of a long range, which is to be picked.
  case pick(PickedRange)
  /// Mark all unread stories of a list as read.
  case markAllRead(UnreadStories)
  case undo
  case redo
  case savePlace(StoryIdentity, Int)
  /// Look for new, changed and removed pages.
  case reload
  /// Do not wait for the rest of the pages.
  case stopLoading
  /// Tell which themes there are.
  case listThemes
  /// Use a theme for now, until it is kept or another one used.
  case previewTheme(String)
  case useTheme(String)
  /// Find the stories of a list in the latest snapshot. The pinned one stays in it, whether it fits or not.
  case select(ListRequest, pinned: StoryIdentity?)
  /// Go on to a story that is far away in the list.
  case walk(ListWalk)
  case readExcerpts([StoryIndex], ListRequest)
  /// Find out why a list may be empty.
  case explainEmpty(ListRequest)
  case countSections
  /// Count the unread stories of the library and of the list.
  case countUnread
  /// Count the sources and topics of the library.
  case readNames
  /// Keep how the panes are, and what was typed.
  case saveShape(PaneShape)
  case saveHistory(PromptHistory.Entry)
  /// Change a setting until the end: `name=value` as it was typed.
  case set(String)
  case copy(CopiedPart, ChosenStories)
  case openOutside(StoryIndex)
  /// Open a web address that a page leads to.
  case openAddress(String)
  case editPage(StoryIndex)
  case editNote(StoryIndex)
  /// Give stories to a command line, or to one of the reader's own commands.
  case pipe(String, ChosenStories)
  case run(ExternalCommand, ChosenStories)
  case stopCommand
  case save(String, ChosenStories, SaveConsent)
  /// Find out what a folder has, as it was typed.
  case readFolder(String)
  /// Keep the format that was chosen for saving.
  case saveFormat(ExportFormat)
  case redraw
  case suspend
  case quit
}
