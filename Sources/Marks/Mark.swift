public import StoryLibrary

/// What a reader did to one story: a value, equal wherever it was read from.
public struct Mark: Hashable, Sendable {
  /// Whether the story was read.
  public var read: Bool
  /// Whether the story was starred, to find it again.
  public var starred: Bool
  /// Where the reader stopped: an offset in the story's text, in UTF-8 bytes. 0 is the top.
  public var place: Int

  /// What a story has of which nothing is known: unread, not starred, at the top.
  public init(read: Bool = false, starred: Bool = false, place: Int = 0) {
    self.read = read
    self.starred = starred
    self.place = place
  }
}

/// One thing done to any number of stories at once. It is written as a whole or not at all, and undone as a
/// whole: marking ten thousand stories read is one change.
public struct MarkChange: Hashable, Sendable {
  /// What is done to each story of a change.
  public enum Kind: Hashable, Sendable {
    /// Marks stories read (`true`) or unread (`false`).
    case read(Bool)
    /// Stars stories (`true`) or takes their stars away (`false`).
    case starred(Bool)
  }

  /// The stories to change. A story given twice is changed once.
  public var stories: [StoryIdentity]
  /// What is done to them.
  public var kind: Kind

  /// The change that does `kind` to each of `stories`.
  public init(_ kind: Kind, _ stories: [StoryIdentity]) {
    self.stories = stories
    self.kind = kind
  }
}

/// What one step of the history did, enough for a message such as "Undone: 3 stories marked read".
public struct MarkStep: Hashable, Sendable {
  /// What was done, also when the step was undone just now: undoing a `.read(true)` makes stories unread again.
  public let kind: MarkChange.Kind
  /// How many stories it changed, at least 1. Stories that were so already are not counted.
  public let count: Int
  /// One of these stories: the only one when `count` is 1.
  public let story: StoryIdentity

  /// A step as the store would tell it.
  public init(kind: MarkChange.Kind, count: Int, story: StoryIdentity) {
    self.kind = kind
    self.count = count
    self.story = story
  }
}
