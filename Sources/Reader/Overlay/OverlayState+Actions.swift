import Display
import StoryLibrary

/// What can happen to what lies over the panes, and what the root is to do then.
extension OverlayState {
  /// What can happen to it.
  enum Action {
    case showHelp
    /// Shows all themes, to choose one; a key chooses.
    case showThemes([String], current: String), pickTheme(Key)
    /// Shows only the keys with some words.
    case filterHelp(String)
    case ask(Question)
    /// Shows a text with a title.
    case show(title: String, text: [String])
    /// Shows rows of which some lead somewhere.
    case showSheet(SheetView)
    /// Shows what has changed between two versions.
    case showDifference(DifferenceView)
    /// Enter, in a sheet.
    case choose
    /// A key answers the question.
    case answer(Key)
    /// A command has begun to run: if it takes long, there is something to see and to stop.
    case await(String)
    case ended(CommandResult)
    /// A command of the keymap; nil for a key without one.
    case perform(Command?)
    /// The mouse wheel.
    case scroll(Int)
    /// The screen or the keys have changed.
    case layout
    /// The stories of the library have other numbers, or are of another library.
    case renumber(StoryTranslation?)
  }

  /// What the root is to do.
  enum Outcome: Hashable {
    case nothing
    case say(Message)
    /// A line is to be opened for words to find among the keys.
    case findInHelp(String)
    case confirmed(Question)
    case stopCommand
    /// Where an entry of a sheet leads.
    case go(SheetView.Destination, SheetView)
    /// A theme is shown, chosen for good, or shown no longer.
    case theme(ThemePicker.Outcome)
    /// A command that has nothing to do with what lies over the panes: quit, suspend, redraw.
    case pass(Command)
  }
}
