public import Display
public import Queries

/// What a reader has chosen in the configuration; it can change while they read.
public struct ReaderOptions: Sendable {
  /// When a story counts as read.
  public enum ReadRule: Hashable, Sendable {
    /// As soon as it is opened or followed.
    case opened
    /// When its end has been on the screen.
    case finished
    /// When it has been shown for so many seconds.
    case after(seconds: Int)
    /// When the reader says so.
    case byHand
  }

  /// A named query, shown as a tab above the list.
  public struct Section: Hashable, Sendable {
    /// What the tab says.
    public var name: String
    /// What its stories have in common, in the language of filters.
    public var query: String
    /// The order of its stories; nil for the list's own.
    public var sort: StorySort?
    /// What they are grouped by.
    public var grouping: StoryGrouping

    /// A section.
    public init(name: String, query: String, sort: StorySort? = nil, grouping: StoryGrouping = .none) {
      (self.name, self.query, self.sort, self.grouping) = (name, query, sort, grouping)
    }
  }

  /// A setting that can be changed on the command line.
  public struct Setting: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// What it does.
    public var help: String
    /// What it can be, where that is one of a few words.
    public var values: [String]

    /// A setting.
    public init(name: String, help: String, values: [String] = []) {
      (self.name, self.help, self.values) = (name, help, values)
    }
  }

  /// The longest line of a story, in columns.
  public var measure = 72
  /// When a story counts as read.
  public var readRule = ReadRule.opened
  /// The tabs above the list.
  public var sections: [Section] = []
  /// The order that the list has without a section's own.
  public var sort = StorySort()
  /// What the list is grouped by.
  public var grouping = StoryGrouping.none
  /// Who puts right-to-left text into its order on the screen.
  public var textOrder = TextOrder.visual
  /// All commands and their keys.
  public var commands = CommandTable.standard
  /// The reader's own commands, by the numbers in ``Command/external(_:)``.
  public var externals: [ExternalCommand] = []
  /// The layout to begin with; automatic for the one that was used last.
  public var layout = LayoutMode.automatic
  /// What `:set` can change, and the names of the themes: asked for when somebody types.
  public var settings: @Sendable () -> [Setting] = { [] }
  /// The same for `:theme`.
  public var themes: @Sendable () -> [String] = { [] }
  /// Where stories are saved, ending in `/`; empty for the current folder.
  public var saveFolder = ""

  /// What there is without a configuration.
  public init() {}
}
