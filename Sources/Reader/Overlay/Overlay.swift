/// The views that can cover the panes.
public enum Overlay: Hashable, Sendable {
  /// The help screen.
  case help(HelpView)
  /// The output of a command.
  case pager(PagerView)
  /// A digest, or the versions of a story.
  case sheet(SheetView)
  /// The changes between two versions.
  case difference(DifferenceView)
  /// The list of themes to choose from.
  case themes(ThemePicker)
  /// A question that `y` confirms.
  case question(Question)
}

/// An action that needs confirmation.
public enum Question: Hashable, Sendable {
  /// Whether to mark all stories of the list as read. Their number is that of the list, also when it changes.
  case markAllRead
  /// The existing file that would be replaced.
  case overwrite(String, ChosenStories)
  /// The missing folder of the file in which stories would be saved.
  case makeFolder(String, forSaving: String, ChosenStories)
}
