public import Display
public import Queries

/// Everything that can be configured, as plain values.
public struct Settings: Hashable, Sendable {
  /// The folders to read when none is given, with `~` resolved; empty when nothing is configured.
  public var folders: [String] = []
  /// Named queries, shown as tabs.
  public var sections: [Section] = []
  /// How the list is sorted.
  public var sort = StorySort.newestFirst
  /// How the list is grouped.
  public var group = StoryGrouping.none
  /// How panes are laid out.
  public var layout = LayoutMode.auto
  /// The longest line of a story, in columns: 20 to 120.
  public var lineWidth = 72
  /// The theme; nil for the one chosen last, otherwise one that fits the terminal.
  public var theme: String?
  /// Who reorders right-to-left text.
  public var textOrder = TextOrder.visual
  /// Whether Broadsheet uses the mouse.
  public var mouse = true
  /// Whether to restore the last session with the same library.
  public var resume = true
  /// When a story counts as read.
  public var read = ReadRule.open
  /// Whether Space opens the next unread story at the end of one.
  public var spaceReadsOn = true
  /// Whether to dim paragraphs that were read in another story.
  public var dimsKnown = true
  /// How fast the reader reads, in words a minute: 50 to 1,000.
  public var readingSpeed = 230
  /// The folder suggested for saving a story, with `~` resolved; `.` is where Broadsheet was started.
  public var saveFolder = "."
  /// The folder where machines exchange marks, with `~` resolved; nil for none.
  public var syncFolder: String?
  /// Bindings that override the table of commands, with those of external commands; first those for all panes. No two
  /// of them conflict.
  public var keys: [KeyBinding] = []
  /// Programs that stories can be piped to.
  public var commands: [ExternalCommand] = []

  /// Everything at its default.
  public init() {}
}

extension Settings {
  /// A named query, shown as a tab.
  public struct Section: Hashable, Sendable {
    /// Unique among the sections.
    public var name: String
    /// The stories in it.
    public var query: StoryQuery
    /// Nil for that of the whole list.
    public var sort: StorySort?
    /// Nil for that of the whole list.
    public var group: StoryGrouping?

    /// A section, by default sorted and grouped like the whole list.
    public init(name: String, query: StoryQuery, sort: StorySort? = nil, group: StoryGrouping? = nil) {
      (self.name, self.query, self.sort, self.group) = (name, query, sort, group)
    }
  }
}
