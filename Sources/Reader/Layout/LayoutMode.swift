/// How the panes are put on the screen.
public enum LayoutMode: String, CaseIterable, Hashable, Sendable {
  /// Whichever fits the screen.
  case automatic = "auto"
  /// List, story and related stories side by side.
  case columns
  /// The list above, the story and what is related to it below.
  case stacked
  /// One pane at a time.
  case single
}
