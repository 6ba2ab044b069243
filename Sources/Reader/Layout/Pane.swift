/// The three parts of the newspaper.
public enum Pane: CaseIterable, Hashable, Sendable {
  /// All stories.
  case list
  /// The story that is being read.
  case story
  /// The related stories.
  case related

  /// The next one, for `Tab`; the first after the last.
  public var next: Pane {
    switch self {
    case .list: .story
    case .story: .related
    case .related: .list
    }
  }

  /// The one before, for `Shift-Tab`.
  public var previous: Pane { next.next }
}
