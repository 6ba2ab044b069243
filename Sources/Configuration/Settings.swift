public import Display
public import Queries

/// Everything that can be configured, as plain values.
public struct Settings: Hashable, Sendable {
  /// The folders to read if none is given, with `~` resolved; empty if none is configured.
  public var folders: [String] = []
  /// Named queries, shown as tabs.
  public var sections: [Section] = []
  /// How the list is sorted.
  public var sort = StorySort.newestFirst
  /// How the list is grouped.
  public var group = StoryGrouping.none
  /// How panes are laid out.
  public var layout = LayoutMode.auto
  /// The maximum length of a story's lines, in columns: 20 to 120.
  public var lineWidth = 72
  /// The theme; nil for the one that was last chosen, otherwise one that suits the terminal.
  public var theme: String?
  /// Whether Broadsheet or the terminal reorders right-to-left text.
  public var textOrder = TextOrder.visual
  /// Whether Broadsheet uses the mouse.
  public var mouse = true
  /// Whether to restore the last session with the same library.
  public var resume = true
  /// When a story counts as read.
  public var read = ReadRule.open
  /// Whether Space opens the next unread story at the end of a story.
  public var spaceReadsOn = true
  /// Whether to dim paragraphs that were read in another story.
  public var dimsKnown = true
  /// The reading speed of the user, in words per minute: 50 to 1,000.
  public var readingSpeed = 230
  /// The folder suggested for saving a story, with `~` resolved; `.` is the folder where Broadsheet was started.
  public var saveFolder = "."
  /// The folder in which machines exchange marks, with `~` resolved; nil for none.
  public var syncFolder: String?
  /// Bindings that override the table of commands, including those of external commands; those for all panes come
  /// first. No two of them conflict.
  public var keys: [KeyBinding] = []
  /// Programs that stories can be piped to.
  public var commands: [ExternalCommand] = []

  /// All settings with their defaults.
  public init() {}
}

extension Settings {
  /// A named query, shown as a tab.
  public struct Section: Hashable, Sendable {
    /// Unique among the sections.
    public var name: String
    /// The stories in it.
    public var query: StoryQuery
    /// Nil for the value of the whole list.
    public var sort: StorySort?
    /// Nil for the value of the whole list.
    public var group: StoryGrouping?

    /// A section, by default sorted and grouped like the whole list.
    public init(name: String, query: StoryQuery, sort: StorySort? = nil, group: StoryGrouping? = nil) {
      (self.name, self.query, self.sort, self.group) = (name, query, sort, group)
    }
  }
}
