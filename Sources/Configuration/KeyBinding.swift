public import Display

/// Keys that do something in a pane.
public struct KeyBinding: Hashable, Sendable {
  /// Where the keys work. What is bound in one pane counts there against what is bound everywhere.
  public var pane: KeyPane
  /// The keys.
  public var keys: KeySequence
  /// The name of a command of the table or of an external one; nil takes from the keys what they do.
  public var command: String?

  /// These keys do this in that pane.
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
