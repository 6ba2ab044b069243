public import Queries

/// Everything a reader can do.
public enum Command: Hashable, Sendable {
  case down, up, nextStory, previousStory
  case nextPane, previousPane, rightPane, leftPane
  case readOn, pageDown, pageUp, halfPageDown, halfPageUp, top, end
  case open, follow, follow1to9(Int), back, forward
  case nextUnread, previousUnread
  case find, findHeadline, nextMatch, previousMatch, search
  case filter, only(QueryKeyword), sort(StorySort.Key), reverseSort, group(StoryGrouping), foldAll, thread
  case section, nextSection, previousSection
  case toggleRead, markAllRead, toggleStar, archive, label, note, editNote, undo, redo
  case pick, pickRange, unpick
  case wholePage, numberLinks
  case info, digest, pipe, save, saveAnyway, openOutside, edit, copy(CopiedPart)
  case zoom, narrower, wider, nextLayout
  case commandLine, set, reload, nextTheme, help, redraw, suspend, cancel, close, quit
  /// An external command, by its index in the configuration.
  case external(Int)
}

extension Command {
  /// What to search in a pane: the headlines in the list, the story in the other panes.
  public static func find(in pane: Pane) -> Command { pane == .list ? .findHeadline : .find }

  /// The number of rows that a movement command goes down, practically unlimited for `end`; nil for other commands.
  func rows(page: Int) -> Int? {
    switch self {
    case .down: 1
    case .up: -1
    case .pageDown: page
    case .pageUp: -page
    case .halfPageDown: max(1, page / 2)
    case .halfPageUp: -max(1, page / 2)
    case .top: -1_000_000_000
    case .end: 1_000_000_000
    default: nil
    }
  }
}

/// The part of a story that is copied to the clipboard.
public enum CopiedPart: CaseIterable, Hashable, Sendable {
  /// Its headline.
  case title
  /// Its web address or, if that is unknown, the path of its page.
  case address
  /// The headline, the byline and the text.
  case text
}

/// The kinds of command-line arguments, for completion.
public enum CommandArgument: Hashable, Sendable {
  /// Words to find in a story.
  case pattern
  /// A query that selects stories.
  case query
  /// The name of a section.
  case section
  /// A setting as `name=value`.
  case setting
  /// Labels to add and remove.
  case labels
  /// The name of a theme.
  case theme
  /// A shell command.
  case shell
  /// The path of a file to write.
  case file
  /// Any text.
  case text
}
