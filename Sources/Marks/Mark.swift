public import StoryLibrary

/// What a reader did to one story: a value, equal wherever it was read from.
public struct Mark: Hashable, Sendable {
  /// Whether the story was read.
  public var read: Bool
  /// Whether the story was starred, to find it again.
  public var starred: Bool
  /// Whether the story was archived: put away, so that lists show it only when they are asked to.
  public var archived: Bool
  /// The reader's own labels, in order.
  public var labels: [String]
  /// Where the reader stopped: an offset in the story's text, in UTF-8 bytes. 0 is the top.
  public var place: Int
  /// What the reader wrote about the story; nil for nothing, never empty.
  public var note: String?
  /// The story was read, and its page has been saved with another text since.
  public var isChanged: Bool

  /// The longest note that is kept, in UTF-8 bytes.
  public static let noteLimit = 65_536

  /// What a story has of which nothing is known: unread, neither starred nor archived, at the top, without labels and note.
  public init(
    read: Bool = false, starred: Bool = false, archived: Bool = false, labels: [String] = [], place: Int = 0,
    note: String? = nil, isChanged: Bool = false
  ) {
    self.read = read
    self.starred = starred
    self.archived = archived
    self.labels = labels
    self.place = place
    self.note = note
    self.isChanged = isChanged
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
    /// Archives stories (`true`) or brings them back (`false`).
    case archived(Bool)
    /// Adds and removes labels.
    case labels(LabelChange)
    /// Writes this note on stories, in place of the one that is there; nil or an empty text takes it away. The
    /// text is kept as it is, line breaks and all: whoever passes it has sanitized it.
    case note(String?)
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
  /// What a step can have done.
  public enum Kind: Hashable, Sendable {
    /// Stories were marked read (`true`) or unread (`false`).
    case read(Bool)
    /// Stories were starred (`true`) or lost their stars (`false`).
    case starred(Bool)
    /// Stories were archived (`true`) or brought back (`false`).
    case archived(Bool)
    /// Stories got labels, lost some, or both.
    case labelsAdded, labelsRemoved, labelsChanged
    /// Stories that had no note got one.
    case noteWritten
    /// Notes got another text.
    case noteChanged
    /// Notes were taken away.
    case noteDeleted
  }

  /// What was done, also when the step was undone just now: undoing a `.read(true)` makes stories unread again.
  public let kind: Kind
  /// How many stories it changed, at least 1. Stories that were so already are not counted.
  public let count: Int
  /// One of these stories: the only one when `count` is 1. For a note, the copy of the story that it is kept under.
  public let story: StoryIdentity

  /// A step as the store would tell it.
  public init(kind: Kind, count: Int, story: StoryIdentity) {
    self.kind = kind
    self.count = count
    self.story = story
  }
}
