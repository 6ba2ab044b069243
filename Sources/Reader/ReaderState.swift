public import Configuration
public import Display
public import Export
public import PageFormats
public import StoryLibrary

/// The whole state of the reader, from which the screen is drawn.
///
/// Each feature has a state and a reducer of its own. What happens comes here, is handed to the feature that it is
/// about (`reduce(list:)`, `reduce(story:)` …), and what that says is to be done about it is handed on.
public struct ReaderState: Sendable {
  var loadingState: LoadingState
  var listState: ListState
  var reading = StoryState()
  var relatedState = RelatedState()
  var marksState = MarksState()
  var panes: PanesState
  var typing: PromptState
  var cover = OverlayState()
  var pointer = MouseState()
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
  /// Keys that were pressed and wait for others.
  public internal(set) var pendingKeys: [Key] = [] { didSet { menuTop = 0 } }
  /// The first row that is shown of what can follow them.
  public internal(set) var menuTop = 0
  /// What happened last; nil when nothing is to be said.
  public internal(set) var message: Message?
  /// The format that stories were saved in last.
  public internal(set) var saveFormat: ExportFormat
  /// The folders being read, as they are shown.
  public let paths: [String]
  /// They are the samples that Broadsheet comes with.
  public let isOfSamples: Bool
  /// The reader has pressed a key.
  var hasInteracted = false
  /// From now on, nothing on the screen moves by itself: the reader has pressed a key, or may have begun to read.
  public internal(set) var isSettled = false

  /// A state of no stories yet.
  public init(
    screen: Size, paths: [String], isOfSamples: Bool = false, now: Int64, zone: LocalZone = .utc,
    settings: Settings = Settings(),
    context: ConfigurationContext = ConfigurationContext(home: "/", themes: { [] }),
    shape: PaneShape = PaneShape(), history: PromptHistory = PromptHistory(),
    saveFormat: ExportFormat = .text, session: LastSession? = nil
  ) {
    (self.paths, self.isOfSamples) = (paths.map { ReaderState.shown($0, home: context.home) }, isOfSamples)
    self.now = now
    self.zone = zone
    self.settings = settings
    self.context = context
    self.saveFormat = saveFormat
    commands = CommandTable(settings)
    panes = PanesState(screen: screen, shape: shape, settings: settings)
    typing = PromptState(history)
    loadingState = LoadingState(began: now)
    listState = ListState(settings, resuming: session)
  }

  /// `~/news` for a folder in the reader's home.
  private static func shown(_ path: String, home: String) -> String {
    if path == home { return "~" }
    return home.count > 1 && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  /// The story that marks and commands are about: the selection of the list or of the related pane there, and the one
  /// that is read in the story pane. Nil for a heading.
  public var target: StoryIndex? {
    switch focus {
    case .list: selectedStory
    case .story: story?.index
    case .related: related.selectedLink == nil ? related.selectedStory ?? story?.index : nil
    }
  }
}

/// A message in the status line, until the next key.
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
