import Configuration
import Display
import Marks
import StoryLibrary

/// What the open story needs of the rest.
extension StoryState {
  /// The parts of the state outside this feature that it needs.
  struct Environment {
    let snapshot: LibrarySnapshot
    let marks: MarkTable
    let settings: Settings
    /// Seconds since 1970 (UTC).
    let now: Int64
    /// The size of the story's lines.
    let size: Size
    /// Whether the story's pane has the focus.
    let isFocused: Bool
    /// Whether a key has been pressed.
    let hasInteracted: Bool
    /// Whether nothing on the screen may move by itself any more.
    let isSettled: Bool
    /// The words of the current search of all stories.
    let search: ListRequest?
    /// The keys of a command, for messages.
    let hint: (Command) -> String

    /// Borrowed, because a copy of a library increments forty reference counts.
    var library: Library { _read { yield snapshot.library } }
  }
}

extension StoryState.Environment {
  func mark(of story: StoryIndex) -> Mark { marks.mark(for: library.identity(of: story)) }

  func markRead(_ story: StoryIndex) -> [ReaderEffect] {
    let mark = mark(of: story)
    // Rereading a changed story acknowledges the change.
    if mark.read, !mark.isChanged { return [] }
    return [.mark(MarkChange(.read(true), [library.identity(of: story)]), announced: false)]
  }
}
