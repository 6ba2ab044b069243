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
  /// What finding means in a pane: in the list its headlines, elsewhere the story.
  public static func find(in pane: Pane) -> Command { pane == .list ? .findHeadline : .find }

  /// How many rows a moving command goes down, more than any list has for `end`; nil for other commands.
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

/// What of a story is copied to the clipboard.
public enum CopiedPart: CaseIterable, Hashable, Sendable {
  /// Its headline.
  case title
  /// Its web address or, if that is unknown, the path of its page.
  case address
  /// The headline, the byline and the text.
  case text
}

/// The kinds of arguments on the command line, for completion.
public enum CommandArgument: Hashable, Sendable {
  /// Words to find in a story.
  case pattern
  /// A query for stories.
  case query
  /// A section's name.
  case section
  /// `name=value` of a setting.
  case setting
  /// Labels to add and to remove.
  case labels
  /// A theme's name.
  case theme
  /// A command for the shell.
  case shell
  /// A file to write.
  case file
  /// Any text.
  case text
}
