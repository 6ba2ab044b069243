/// The sections of the help screen.
enum CommandTopic: CaseIterable {
  case move, read, find, arrange, mark, export, window, own

  /// The title on the help screen.
  var heading: String {
    switch self {
    case .move: "Move"
    case .read: "Read"
    case .find: "Find"
    case .arrange: "Filter and sort"
    case .mark: "Mark"
    case .export: "Save, copy, open"
    case .window: "Window and program"
    case .own: "Your own commands"
    }
  }
}

extension Command {
  /// The section of the help screen that lists the command.
  var topic: CommandTopic {
    switch self {
    case .down, .up, .nextStory, .previousStory, .nextPane, .previousPane, .rightPane, .leftPane: .move
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .end, .nextSection, .previousSection: .move
    case .section: .move
    case .readOn, .open, .follow, .follow1to9, .back, .forward, .nextUnread, .previousUnread: .read
    case .wholePage, .numberLinks: .read
    case .info, .digest, .thread: .read
    case .find, .findHeadline, .nextMatch, .previousMatch, .search: .find
    case .filter, .only, .sort, .reverseSort, .group, .foldAll: .arrange
    case .toggleRead, .markAllRead, .toggleStar, .archive, .label, .note, .editNote, .undo, .redo: .mark
    case .pick, .pickRange, .unpick: .mark
    case .pipe, .save, .saveAnyway, .openOutside, .edit, .copy: .export
    case .zoom, .narrower, .wider, .nextLayout, .commandLine, .set, .reload, .nextTheme, .help: .window
    case .redraw, .suspend, .cancel, .close, .quit: .window
    case .external: .own
    }
  }
}
