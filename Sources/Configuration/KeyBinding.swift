public import Display

/// Keys for a command in a pane.
public struct KeyBinding: Hashable, Sendable {
  /// Where the keys work. A binding of one pane overrides one of all panes there.
  public var pane: KeyPane
  /// The keys.
  public var keys: KeySequence
  /// The name of a built-in or external command; nil to unbind the keys.
  public var command: String?

  /// A binding of keys in a pane.
  public init(_ pane: KeyPane, _ keys: KeySequence, _ command: String?) {
    self.pane = pane
    self.keys = keys
    self.command = command
  }
}

/// Where keys can be bound.
public enum KeyPane: String, WordValue {
  case everywhere, list, story, related

  /// What the word means.
  public var help: String {
    switch self {
    case .everywhere: "in all panes"
    case .list: "in the list of stories"
    case .story: "in the story"
    case .related: "in the related stories"
    }
  }
}
