/// The three panes of the newspaper.
public enum Pane: CaseIterable, Hashable, Sendable {
  /// The list of stories.
  case list
  /// The open story.
  case story
  /// The related stories.
  case related

  /// The next pane, for `Tab`; after the last, the first.
  public var next: Pane {
    switch self {
    case .list: .story
    case .story: .related
    case .related: .list
    }
  }

  /// The previous pane, for `Shift-Tab`.
  public var previous: Pane { next.next }
}
