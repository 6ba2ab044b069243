public import Configuration
public import Display
public import Export
public import PageFormats
public import StoryLibrary

/// The whole state of the reader, from which the screen is drawn.
///
/// Each feature has a state and a reducer of its own. The root routes each action to its feature (`reduce(list:)`,
/// `reduce(story:)` …), and the results to other features and to the effects.
public struct ReaderState: Sendable {
  var loadingState: LoadingState
  var listState: ListState
  var storyState = StoryState()
  var relatedState = RelatedState()
  var marksState = MarksState()
  var panesState: PanesState
  var promptState: PromptState
  var overlayState = OverlayState()
  var mouseState = MouseState()
  /// The configuration, with the changes made by `:set`.
  public internal(set) var settings: Settings {
    didSet { if CommandTable.differs(settings, from: oldValue) { commands = CommandTable(settings) } }
  }
  /// All commands, with their configured keys.
  public private(set) var commands: CommandTable
  /// The possible values of options, for completion.
  let context: ConfigurationContext
  /// The time of the last event, to which ages are relative, in seconds since 1970 (UTC).
  public internal(set) var now: Int64
  /// The time zone in which days and hours are shown.
  public let zone: LocalZone
  /// The keys of an incomplete sequence.
  public internal(set) var pendingKeys: [Key] = [] { didSet { menuTop = 0 } }
  /// The first visible row of the menu of pending keys.
  public internal(set) var menuTop = 0
  /// The message in the status line, if any.
  public internal(set) var message: Message?
  /// The format in which stories were last saved.
  public internal(set) var saveFormat: ExportFormat
  /// The folders of the library, as they are shown.
  public let paths: [String]
  /// Whether the library is the samples that come with Broadsheet.
  public let isOfSamples: Bool
  /// Whether a key has been pressed.
  var hasInteracted = false
  /// Whether nothing on the screen may move by itself any more: a key was pressed, or the user may have begun to read.
  public internal(set) var isSettled = false

  /// A state without stories.
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
    panesState = PanesState(screen: screen, shape: shape, settings: settings)
    promptState = PromptState(history)
    loadingState = LoadingState(began: now)
    listState = ListState(settings, resuming: session)
  }

  /// `~/news` for a folder in the reader's home.
  private static func shown(_ path: String, home: String) -> String {
    if path == home { return "~" }
    return home.count > 1 && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  /// The story that marks and commands apply to: the selection in the list or related pane, and the open story in
  /// the story pane. Nil for a heading.
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
  /// Whether it is an error.
  public var isWarning: Bool
  /// The text, in one line.
  public var text: String

  /// A message about what was done.
  public static func notice(_ text: String) -> Message { Message(isWarning: false, text: text) }
  /// A message about what could not be done, and why.
  public static func warning(_ text: String) -> Message { Message(isWarning: true, text: text) }
}
