public import Display

/// Everything a reader can do.
public enum Command: Hashable, Sendable {
  case down, up, nextStory, previousStory
  case nextPane, previousPane, rightPane, leftPane
  case pageDown, pageUp, halfPageDown, halfPageUp, top, end
  case open, follow, follow1to9(Int), back, forward
  case nextUnread, previousUnread
  case toggleRead, markAllRead, toggleStar, undo, redo
  case reload, nextTheme, help, redraw, suspend, cancel, close, quit
}

/// One row of the table of commands: the one source of the keymap, the help screen and the manual.
public struct CommandRow: Sendable {
  /// What its keys do.
  public let command: Command
  /// How it is called in full, for a command line and a configuration.
  public let name: String
  /// What it does, for the help screen: no full stop.
  public let help: String
  /// The keys it has without any configuration; the first is the one that hints show.
  public let keys: [Key]
  /// Where the keys work.
  public let panes: Set<Pane>

  init(
    _ command: Command, _ name: String, _ help: String, _ keys: [Key],
    in panes: Set<Pane> = Set(Pane.allCases)
  ) {
    self.command = command
    self.name = name
    self.help = help
    self.keys = keys
    self.panes = panes
  }
}

extension CommandRow {
  /// The table, in the order of the help screen.
  public static let table: [CommandRow] = moving + reading + marking + program

  private static let moving: [CommandRow] = [
    CommandRow(.down, "down", "down: the next story, or a line of text", ["j", .down]),
    CommandRow(.up, "up", "up", ["k", .up]),
    CommandRow(.nextStory, "next-story", "next story of the list, from any pane", ["J"]),
    CommandRow(.previousStory, "previous-story", "previous story of the list", ["K"]),
    CommandRow(.nextPane, "next-pane", "next pane", [.tab]),
    CommandRow(.previousPane, "previous-pane", "previous pane", [.backTab]),
    CommandRow(.leftPane, "left-pane", "pane on the left", ["h", .left]),
    CommandRow(.rightPane, "right-pane", "pane on the right", ["l", .right]),
    CommandRow(.pageDown, "page-down", "page down", [" ", .control("F"), .pageDown]),
    CommandRow(.pageUp, "page-up", "page up", ["b", .control("B"), .pageUp]),
    CommandRow(.halfPageDown, "half-page-down", "half a page down", [.control("D")]),
    CommandRow(.halfPageUp, "half-page-up", "half a page up", [.control("U")]),
    CommandRow(.top, "top", "to the top", ["g", .home]),
    CommandRow(.end, "end", "to the end", ["G", .end]),
    CommandRow(.nextUnread, "next-unread", "next unread story", ["n"]),
    CommandRow(.previousUnread, "previous-unread", "previous unread story", ["p"]),
  ]

  private static let reading: [CommandRow] =
    [
      CommandRow(.open, "open", "open the story; it is marked read", [.enter], in: [.list]),
      CommandRow(.follow, "follow", "follow the related story; it is marked read", [.enter], in: [.related]),
      CommandRow(.down, "line-down", "a line down", [.enter], in: [.story]),
    ]
    + (1...9).map { number in
      CommandRow(
        .follow1to9(number), "follow-\(number)", "follow related story \(number)",
        [.character(Character("\(number)"))], in: [.story, .related])
    } + [
      CommandRow(.back, "back", "back to the story before", [.control("O"), .backspace, "H"]),
      CommandRow(.forward, "forward", "forward again", ["L"]),
    ]

  private static let marking: [CommandRow] = [
    CommandRow(.toggleRead, "toggle-read", "mark read, or unread again", ["r"]),
    CommandRow(.toggleStar, "toggle-star", "star, or take the star away", ["s"]),
    CommandRow(.markAllRead, "mark-all-read", "mark all shown stories read (asks first)", ["A"]),
    CommandRow(.undo, "undo", "undo the last change of marks", ["u"]),
    CommandRow(.redo, "redo", "redo it", [.control("R")]),
  ]

  private static let program: [CommandRow] = [
    CommandRow(.reload, "reload", "look for new, changed and gone pages", ["R"]),
    CommandRow(.nextTheme, "next-theme", "next theme", ["T"]),
    CommandRow(.help, "help", "these keys", ["?", .function(1)]),
    CommandRow(.redraw, "redraw", "draw the screen anew", [.control("L")]),
    CommandRow(.suspend, "suspend", "suspend; fg comes back", [.control("Z")]),
    CommandRow(.cancel, "cancel", "close what is open; back to the list; stop loading", [.escape]),
    CommandRow(.close, "close", "the same; in the list, quit", ["q"]),
    CommandRow(.quit, "quit", "quit at once", ["Q"]),
  ]
}
