public import Display
public import Queries

/// Everything that a reader can set: plain values, which the program turns into what its parts need.
public struct Settings: Hashable, Sendable {
  /// What is read when no folder is given, with `~` resolved; empty when nothing is configured.
  public var folders: [String] = []
  /// The parts of the newspaper, in their order.
  public var sections: [Section] = []
  /// How the list is sorted.
  public var sort = StorySort.newestFirst
  /// How the list is grouped.
  public var group = StoryGrouping.none
  /// Where panes go.
  public var layout = LayoutMode.auto
  /// The longest line of a story, in columns: 20 to 120.
  public var lineWidth = 72
  /// The colour scheme; nil is the one chosen last, else one as light or dark as the terminal.
  public var theme: String?
  /// Who puts text from right to left in order.
  public var textOrder = TextOrder.visual
  /// Whether the mouse is Broadsheet's.
  public var mouse = true
  /// When a story counts as read.
  public var read = ReadRule.open
  /// Where saving a story suggests to put it, with `~` resolved; `.` is where Broadsheet was started.
  public var saveFolder = "."
  /// Where machines exchange marks, with `~` resolved; nil for nowhere.
  public var syncFolder: String?
  /// Differences from the keys of the table of commands, with those of external commands; first those that work in
  /// all panes. No two of them contradict each other; against the table's own keys, these count.
  public var keys: [KeyBinding] = []
  /// Programs that a story can be given to.
  public var commands: [ExternalCommand] = []

  /// Everything at its default.
  public init() {}
}

extension Settings {
  /// A part of the newspaper: the stories that a query finds.
  public struct Section: Hashable, Sendable {
    /// No other section has it.
    public var name: String
    /// Which stories are in it.
    public var query: StoryQuery
    /// Nil: as the whole list.
    public var sort: StorySort?
    /// Nil: as the whole list.
    public var group: StoryGrouping?

    /// A section, sorted and grouped as the whole list unless it says otherwise.
    public init(name: String, query: StoryQuery, sort: StorySort? = nil, group: StoryGrouping? = nil) {
      (self.name, self.query, self.sort, self.group) = (name, query, sort, group)
    }
  }
}
