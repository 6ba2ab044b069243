import Display
import StoryLibrary

/// The actions on the overlay, and their results.
extension OverlayState {
  /// The actions on the overlay.
  enum Action {
    case showHelp
    /// Shows all themes to choose from; handles a key in that list.
    case showThemes([String], current: String), pickTheme(Key)
    /// Filters the help by words.
    case filterHelp(String)
    case ask(Question)
    /// Shows a text with a title.
    case show(title: String, text: [String])
    /// Shows rows, some of which lead somewhere.
    case showSheet(SheetView)
    /// Shows the changes between two versions.
    case showDifference(DifferenceView)
    /// Follows the selected row of a sheet.
    case choose
    /// A key answers a question.
    case answer(Key)
    /// An external command was started; if it takes long, this shows that it is running and can be stopped.
    case await(String)
    case ended(CommandResult)
    /// A command of the keymap; nil for a key without one.
    case perform(Command?)
    /// The mouse wheel.
    case scroll(Int)
    /// The screen size or the keymap changed.
    case layout
    /// The numbers of stories changed, or (nil) the library did.
    case renumber(StoryTranslation?)
  }

  /// The result of an action, for the root to carry out.
  enum Outcome: Hashable {
    case nothing
    case say(Message)
    /// Opens a prompt for words to find in the help.
    case findInHelp(String)
    case confirmed(Question)
    case stopCommand
    /// Goes to the target of a sheet's row.
    case go(SheetView.Destination, SheetView)
    /// A theme is previewed, chosen, or its preview ends.
    case theme(ThemePicker.Outcome)
    /// A command that the overlay does not handle: quit, suspend, redraw.
    case pass(Command)
  }
}
