/// How panes are laid out.
public enum LayoutMode: String, WordValue {
  /// As many panes as fit on the terminal; as an option, the layout that was last used.
  case auto
  /// List, story and related stories side by side.
  case columns
  /// The list at the top, the story and its related stories below.
  case stacked
  /// One pane at a time.
  case single

  /// What the word means.
  public var help: String {
    switch self {
    case .auto: "as many panes as there is room for"
    case .columns: "list, story and related stories side by side"
    case .stacked: "the list above, the story and the related stories below"
    case .single: "one pane at a time"
    }
  }
}
