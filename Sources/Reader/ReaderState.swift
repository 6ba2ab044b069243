public import Configuration
public import Display
public import Marks
public import PageFormats
public import Search
public import StoryLibrary

/// All that Broadsheet knows while somebody reads: what the screen shows is made from this and nothing else.
public struct ReaderState: Sendable {
  /// The stories found so far: what is on the screen is of this snapshot and of no other.
  public internal(set) var snapshot: LibrarySnapshot
  /// How far loading has come.
  public internal(set) var load: LoadState
  /// What is known to be on disk.
  public internal(set) var marks = MarkTable()
  /// Where the panes are.
  var panes: PanesState
  /// What the reader has configured, and set since.
  public internal(set) var settings: Settings {
    didSet { if CommandTable.differs(settings, from: oldValue) { commands = CommandTable(settings) } }
  }
  /// All commands, with the keys that the settings give them.
  public private(set) var commands: CommandTable
  /// What options can be set to: for completion.
  let context: ConfigurationContext
  /// Seconds since 1970 (UTC), as of the last event: ages count from it.
  public internal(set) var now: Int64
  /// Where the reader is: days and hours are shown in it.
  public let zone: LocalZone
  /// The rows of the list.
  public internal(set) var listing = Listing.everything
  /// Which stories the list is to show: what ``listing`` has, or will have when they have been found.
  public internal(set) var request = ListRequest()
  /// How many stories of each section are not read, as far as they have been counted.
  public internal(set) var sectionCounts: [Int] = []
  /// The list's selection and scrolling.
  public internal(set) var list = ListCursor()
  var reading = StoryState()
  /// What stands beside that story.
  public internal(set) var related = RelatedList()
  /// What the words of a search stand in, as far as it has been read.
  public internal(set) var excerpts: [StoryIndex: SearchExcerpt] = [:]
  /// Keys that were pressed and wait for others.
  public internal(set) var pendingKeys: [Key] = []
  var typing: PromptState
  var cover = OverlayState()
  /// What happened last; nil when nothing is to be said.
  public internal(set) var message: Message?
  /// The folders being read, for the screen that says that there is nothing.
  public internal(set) var paths: [String]
  /// The reader has pressed a key: from now on, nothing on the screen moves by itself.
  var hasInteracted = false
  var pointer = MouseState()
  /// The number of the latest snapshot: a list that is being found in it may be awaited.
  var latestSnapshot = 0
  /// The list before a search.
  var beforeSearch: SearchOrigin?
  /// How many stories are not read, as far as they have been counted, and in what.
  var unread = UnreadCounts()
  var countedScope: UnreadScope?
  /// What was asked for when the list on the screen was found.
  var listed = ListRequest()
  /// How many lists have been shown.
  var listNumber = 0
  /// The best match is opened as soon as it is there.
  var opensFirstMatch = false

  /// A state of no stories yet.
  public init(
    screen: Size, paths: [String], now: Int64, zone: LocalZone = .utc, settings: Settings = Settings(),
    context: ConfigurationContext = ConfigurationContext(home: "/", themes: { [] }),
    shape: PaneShape = PaneShape(), history: PromptHistory = PromptHistory()
  ) {
    self.paths = paths
    self.now = now
    self.zone = zone
    self.settings = settings
    self.context = context
    commands = CommandTable(settings)
    panes = PanesState(screen: screen, shape: shape, settings: settings)
    typing = PromptState(history)
    snapshot = .empty(began: now)
    load = snapshot.load
    (request.sort, request.grouping) = (settings.sort, settings.group)
  }

  /// The stories found so far.
  public var library: Library { snapshot.library }

  /// How far loading has come; nil when nothing is being loaded.
  public var loading: LoadProgress? { load.progress }
}

/// What happened, for the status line; gone with the next key.
public struct Message: Hashable, Sendable {
  /// Whether something went wrong.
  public var isWarning: Bool
  /// One line of prose.
  public var text: String

  /// What was done.
  public static func notice(_ text: String) -> Message { Message(isWarning: false, text: text) }
  /// What could not be done, and why.
  public static func warning(_ text: String) -> Message { Message(isWarning: true, text: text) }
}

extension ReaderState {
  /// Where the panes are.
  public var layout: PaneLayout { panes.layout }
  /// The size of the terminal.
  public var screen: Size { panes.screen }
  /// The pane that keys go to.
  public var focus: Pane { panes.focus }
  /// How the reader wants the panes.
  public var shape: PaneShape { panes.shape }

  /// Rows of one story in the list.
  public static let rowsPerStory = PanesState.rowsPerStory
  /// Stories that fit into the list pane.
  public var visibleStories: Int { panes.visibleStories }
  /// Columns of the story's lines.
  public var storyColumns: Int { panes.story.columns }

  /// How many rows the list has.
  public var listCount: Int { listing.count(in: library) }

  /// What stands at a place of the list; nil outside of it.
  public func row(at place: Int) -> Listing.Row? {
    0..<listCount ~= place ? listing.row(place, in: library) : nil
  }

  /// The story under the list's cursor; nil for a heading.
  public var selectedStory: StoryIndex? { row(at: list.selected)?.story }

  /// The story that marks and commands are about: the selection of the list or of the related pane there, and the one
  /// that is read in the story pane. Nil for a heading.
  public var target: StoryIndex? {
    switch focus {
    case .list: selectedStory
    case .story: trail.current
    case .related: related.selectedStory ?? trail.current
    }
  }

  /// What the reader did to a story.
  public func mark(of story: StoryIndex) -> Mark { marks.mark(for: library.identity(of: story)) }
}
