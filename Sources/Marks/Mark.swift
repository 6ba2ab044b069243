public import StoryLibrary

/// The reader's marks on one story.
public struct Mark: Hashable, Sendable {
  /// Whether the story was read.
  public var read: Bool
  /// Whether the story was starred, to find it again.
  public var starred: Bool
  /// Whether the story was archived: lists only show it on request.
  public var archived: Bool
  /// The reader's own labels, in order.
  public var labels: [String]
  /// Where the reader stopped: an offset in the story's text, in UTF-8 bytes. 0 is the top.
  public var place: Int
  /// The reader's note about the story; nil for none, never empty.
  public var note: String?
  /// Whether the story's page was saved with different text since it was read.
  public var isChanged: Bool

  /// The longest note, in UTF-8 bytes.
  public static let noteLimit = 65_536

  /// By default the marks of a new story: unread, neither starred nor archived, at the top, without labels and note.
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

/// One change to any number of stories. It is written and undone as a whole: marking ten thousand stories read is one
/// change.
public struct MarkChange: Hashable, Sendable {
  /// The kind of change.
  public enum Kind: Hashable, Sendable {
    /// Marks stories read (`true`) or unread (`false`).
    case read(Bool)
    /// Stars stories (`true`) or removes their stars (`false`).
    case starred(Bool)
    /// Archives stories (`true`) or unarchives them (`false`).
    case archived(Bool)
    /// Adds and removes labels.
    case labels(LabelChange)
    /// Writes this note on stories, replacing an existing one; nil or an empty text deletes it. The text is stored as
    /// it is, with line breaks: callers sanitize it.
    case note(String?)
  }

  /// The stories to change. A story given twice is changed once.
  public var stories: [StoryIdentity]
  /// The kind of change.
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
    /// Stories were starred (`true`) or their stars removed (`false`).
    case starred(Bool)
    /// Stories were archived (`true`) or unarchived (`false`).
    case archived(Bool)
    /// Labels were added, removed, or both.
    case labelsAdded, labelsRemoved, labelsChanged
    /// Notes were added to stories that had none.
    case noteWritten
    /// Notes were replaced.
    case noteChanged
    /// Notes were deleted.
    case noteDeleted
  }

  /// The kind of change, even if the step was just undone: undoing `.read(true)` marks stories unread again.
  public let kind: Kind
  /// How many stories it changed, at least 1.
  public let count: Int
  /// One of these stories: the only one if `count` is 1. For a note, the version of the story that has the note.
  public let story: StoryIdentity

  /// A step.
  public init(kind: Kind, count: Int, story: StoryIdentity) {
    self.kind = kind
    self.count = count
    self.story = story
  }
}
