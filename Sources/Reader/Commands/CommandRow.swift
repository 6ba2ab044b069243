public import Display
import Queries

/// A row of the command table, which is the source of the keymap, help screen, command line and manual.
public struct CommandRow: Hashable, Sendable {
  /// The command that its keys run.
  public let command: Command
  /// The name on the command line and in the configuration.
  public let name: String
  /// The description on the help screen, without a full stop.
  public let help: String
  /// The key sequences; hints show the first one.
  public internal(set) var keys: [KeySequence]
  /// The panes in which the keys work.
  public internal(set) var panes: Set<Pane>
  /// The argument that may follow the name on the command line, if any.
  public let argument: CommandArgument?

  init(
    _ command: Command, _ name: String, _ help: String, _ keys: [KeySequence],
    in panes: Set<Pane> = Set(Pane.allCases), takes argument: CommandArgument? = nil
  ) {
    self.command = command
    self.name = name
    self.help = help
    self.keys = keys
    self.panes = panes
    self.argument = argument
  }
}

extension CommandRow {
  /// The table, in the order of the help screen.
  public static let table: [CommandRow] =
    moving + reading + finding + arranging + marking + exporting + program

  private static let moving: [CommandRow] = [
    CommandRow(.down, "down", "next story, or a line down", [["j"], [.down]]),
    CommandRow(.up, "up", "previous story, or a line up", [["k"], [.up]]),
    CommandRow(.nextStory, "next-story", "next story in the list, from any pane", [["J"]]),
    CommandRow(.previousStory, "previous-story", "previous story in the list, from any pane", [["K"]]),
    CommandRow(.nextPane, "next-pane", "next pane", [[.tab]]),
    CommandRow(.previousPane, "previous-pane", "previous pane", [[.backTab]]),
    CommandRow(.leftPane, "left-pane", "pane to the left", [["h"], [.left]]),
    CommandRow(.rightPane, "right-pane", "pane to the right", [["l"], [.right]]),
    CommandRow(.readOn, "read-on", "page down; at the end of a story, the next unread one", [[" "]]),
    CommandRow(.pageDown, "page-down", "page down", [[.control("F")], [.pageDown]]),
    CommandRow(.pageUp, "page-up", "page up", [["b"], [.control("B")], [.pageUp]]),
    CommandRow(.halfPageDown, "half-page-down", "half a page down", [[.control("D")]]),
    CommandRow(.halfPageUp, "half-page-up", "half a page up", [[.control("U")]]),
    CommandRow(.top, "top", "to the top", [["g"], [.home]]),
    CommandRow(.end, "end", "to the end", [["G"], [.end]]),
    CommandRow(
      .nextUnread, "next-unread", "next unread story; while finding or searching, next match", [["n"]]
    ),
    CommandRow(.previousUnread, "previous-unread", "previous unread story, or previous match", [["p"]]),
  ]

  private static let reading: [CommandRow] =
    [
      CommandRow(.open, "open", "open the story; on a heading, fold it", [[.enter]], in: [.list]),
      CommandRow(.follow, "follow", "follow the related story", [[.enter]], in: [.related]),
      CommandRow(.down, "line-down", "a line down", [[.enter]], in: [.story]),
    ]
    + (1...9).map { number in
      CommandRow(
        .follow1to9(number), "follow-\(number)", "follow related story \(number)",
        [[.character(Character("\(number)"))]], in: [.story, .related])
    } + [
      CommandRow(
        .numberLinks, "number-links", "number the links in the text; its number follows a link", [["f"]]),
      CommandRow(.wholePage, "whole-page", "show the whole page, or the story alone", [["W"]]),
      CommandRow(
        .back, "back", "back to the story opened before", [[.control("O")], [.backspace], ["H"]]),
      CommandRow(.forward, "forward", "forward again", [["L"]]),
    ]

  private static let finding: [CommandRow] = [
    CommandRow(
      .findHeadline, "find-headline", "find a headline in the list as you type", [["/"]], in: [.list],
      takes: .pattern),
    CommandRow(
      .find, "find", "find in the story as you type", [["/"]], in: [.story, .related], takes: .pattern),
    CommandRow(.nextMatch, "next-match", "next match", []),
    CommandRow(.previousMatch, "previous-match", "previous match", [["N"]]),
    CommandRow(.search, "search", "search all stories as you type", [["\\"]], takes: .query),
    CommandRow(
      .filter, "filter", "filter the list: unread source:nhk since:3d …", [["&"]], takes: .query),
    CommandRow(.only(.unread), "only-unread", "show only unread stories, or all again", [["U"]]),
    CommandRow(.only(.starred), "only-starred", "show only starred stories, or all again", [["*"]]),
    CommandRow(
      .thread, "thread", "list the story's thread, oldest first; again: back to the list", [["t"]]),
    CommandRow(.foldAll, "fold-all", "fold or unfold all headings", [["V"]]),
    CommandRow(.section, "section", "show the section with that name, or All", [], takes: .section),
    CommandRow(.nextSection, "next-section", "next section", [["]"]]),
    CommandRow(.previousSection, "previous-section", "previous section", [["["]]),
  ]

  /// The keys for orders and headings: `S` or `v`, followed by a letter.
  private static let arranging: [CommandRow] =
    StorySort.Key.allCases.map { key in
      return CommandRow(.sort(key), "sort-\(key.rawValue)", key.help, [["S", key.letter]])
    } + [CommandRow(.reverseSort, "reverse", "reverse the order", [["S", "S"]])]
    + StoryGrouping.allCases.map { grouping in
      return CommandRow(
        .group(grouping), "group-\(grouping.rawValue)", grouping.help,
        [["v", grouping.letter]])
    }

  private static let marking: [CommandRow] = [
    CommandRow(.toggleRead, "toggle-read", "mark read or unread", [["r"]]),
    CommandRow(.toggleStar, "toggle-star", "toggle star", [["s"]]),
    CommandRow(.archive, "archive", "archive or unarchive; lists hide archived stories", [["a"]]),
    CommandRow(.label, "label", "add labels, or remove them: flood -rain", [["+"]], takes: .labels),
    CommandRow(.markAllRead, "mark-all-read", "mark all listed stories read (asks first)", [["A"]]),
    CommandRow(.note, "note", "write a note; an empty one deletes it", [["c"]], takes: .text),
    CommandRow(.editNote, "edit-note", "edit the note in $EDITOR", [["C"]]),
    CommandRow(.undo, "undo", "undo the last change to marks and notes", [["u"]]),
    CommandRow(.redo, "redo", "redo what was undone", [[.control("R")]]),
    CommandRow(
      .pick, "select", "select or unselect; commands act on all selected stories", [["x"]], in: [.list]
    ),
    CommandRow(
      .pickRange, "select-range", "select all from the last selected story to this one", [["X"]], in: [.list]),
    CommandRow(.unpick, "select-none", "clear the selection", []),
  ]

  private static let exporting: [CommandRow] = [
    CommandRow(
      .info, "info", "details of the story: files, times, versions and their changes", [["i"]]),
    CommandRow(
      .digest, "digest", "digest: key sentences, names, dates and numbers; Enter goes to each",
      [["D"]]),
    CommandRow(.pipe, "pipe", "pipe the story to a command and show its output", [["|"]], takes: .shell),
    CommandRow(
      .save, "save", "save the story as text, Markdown (.md) or HTML (.html)", [["w"]], takes: .file),
    CommandRow(
      .saveAnyway, "save!", "save without asking: overwrite the file, create its folders", [], takes: .file),
    CommandRow(.openOutside, "open-outside", "open the address in $BROWSER, or the file in $PAGER", [["o"]]),
    CommandRow(.edit, "edit", "open the page's file in $EDITOR", [["e"]]),
    CommandRow(.copy(.title), "copy-title", "copy the headline", [["y", "t"]]),
    CommandRow(.copy(.address), "copy-address", "copy the address, or the file path", [["y", "a"]]),
    CommandRow(.copy(.text), "copy-text", "copy headline, byline and text", [["y", "b"]]),
  ]

  private static let program: [CommandRow] = [
    CommandRow(.zoom, "zoom", "show only the focused pane, or all panes", [["z"]]),
    CommandRow(.narrower, "narrower", "make the focused pane smaller", [["<"]]),
    CommandRow(.wider, "wider", "make the focused pane larger", [[">"]]),
    CommandRow(.nextLayout, "next-layout", "next layout: auto, columns, stacked, single", [["="]]),
    CommandRow(.commandLine, "command-line", "run any command by name", [[":"]]),
    CommandRow(.set, "set", "set an option until you quit: name=value", [], takes: .setting),
    CommandRow(.reload, "reload", "look for new, changed and removed pages", [["R"]]),
    CommandRow(
      .nextTheme, "theme", "choose a theme, previewed as you move, or use the one named", [["T"]],
      takes: .theme),
    CommandRow(.help, "help", "show the keys; / searches them", [["?"], [.function(1)]]),
    CommandRow(.redraw, "redraw", "redraw the screen", [[.control("L")]]),
    CommandRow(.suspend, "suspend", "suspend; fg resumes", [[.control("Z")]]),
    CommandRow(
      .cancel, "cancel", "stop finding; back to the list, then to all stories; stop loading", [[.escape]]),
    CommandRow(.close, "close", "close what is open; in the list, quit", [["q"]]),
    CommandRow(.quit, "quit", "quit at once", [["Q"]]),
  ]
}

extension StorySort.Key {
  /// The key after `S`.
  fileprivate var letter: Key {
    switch self {
    case .date: "d"
    case .title: "t"
    case .source: "s"
    case .length: "l"
    case .related: "r"
    case .unread: "u"
    case .relevance: "m"
    }
  }

  /// The name on the help screen.
  fileprivate var help: String {
    switch self {
    case .date: "sort by time; again: reverse"
    case .title: "sort by headline"
    case .source: "sort by source"
    case .length: "sort by length"
    case .related: "sort by number of related stories"
    case .unread: "sort unread stories first"
    case .relevance: "sort a search by best matches"
    }
  }
}

extension StoryGrouping {
  fileprivate var help: String {
    switch self {
    case .none: "do not group"
    case .source: "group by source"
    case .day: "group by day"
    case .topic: "group by topic"
    case .thread: "group by thread: one event each"
    }
  }

  /// The key after `v`.
  fileprivate var letter: Key {
    switch self {
    case .none: "n"
    case .source: "s"
    case .day: "d"
    case .topic: "t"
    case .thread: "e"
    }
  }
}
