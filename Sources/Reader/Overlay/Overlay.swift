/// What can lie over the panes.
public enum Overlay: Hashable, Sendable {
  /// The keys.
  case help(HelpView)
  /// What a command has printed.
  case pager(PagerView)
  /// A digest, or the versions of a story.
  case sheet(SheetView)
  /// What has changed between two versions.
  case difference(DifferenceView)
  /// The themes, while one is being chosen.
  case themes(ThemePicker)
  /// A question that `y` answers with yes.
  case question(Question)
}

/// Something that is asked before it is done.
public enum Question: Hashable, Sendable {
  /// How many stories would be marked read.
  case markAllRead(count: Int)
  /// The file that a story would be saved over.
  case overwrite(String, ChosenStories)
  /// The missing folder of the file that stories would be saved in.
  case makeFolder(String, forSaving: String, ChosenStories)
}
