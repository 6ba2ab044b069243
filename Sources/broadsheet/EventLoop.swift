import Terminal
import Display
import Glibc
import Views
import Reader
import StoryLibrary
import Threads
import Understanding

/// Waits for events, passes them to the state as actions, carries out its effects and shows the result. Sleeps when
/// nothing happens.
struct EventLoop {
  enum Ending {
    case quit
    case signal(Int32)
    case terminalLost
  }

  var state: ReaderState
  let terminal: TerminalDevice
  let themes: ThemeChoice
  let marks: MarkService
  let inbox: Inbox
  let library: LibraryService
  let bodies: BodyFetcher
  let matches: MatchCounter
  let lists: ListService
  let related: RelatedService
  let understanding: UnderstandingService
  let session: SessionState
  var configuration: ConfigurationService
  let storyActions: StoryActions
  let log: LogFile?
  var ending: Ending?
  private var hasStartedLoading = false
  var needsPainting = true
  /// Whether the memory of the catalogue's rows is being released, and how much was left after the last time.
  private var (isReleasing, keptMemory) = (false, 0)
  /// When the screen stops changing by itself, on the clock of ``now``; nil until it shows stories.
  private var settlingTime: Int?
  /// The text to read before the next painting. If keys are typed ahead, only the last text is read.
  var wantedBody: (story: StoryIndex, location: BodyLocation)?
  /// The story whose text was last read ahead, and the snapshot that it belongs to.
  private var ahead: (story: StoryIndex?, snapshot: Int) = (nil, 0)
  /// Whether the sections will be counted once the folders have been scanned.
  private var countsLater = false
  /// The last reading position that was saved, or could not be saved, during a pause.
  private var triedPlace: [ReaderEffect] = []

  /// How many bytes of the catalogue's rows are read before they are released: those of a few screens.
  private static let mostFileMemory = 3 << 20
  /// How long the first screen waits for stories, in milliseconds, like all times here.
  private static let patience = 30
  /// How long the first stories may still move on the screen: no user starts to read faster than this.
  private static let settling = 300
  /// The length of a pause after which the reading position is saved, in case the machine crashes.
  private static let restBeforeSaving = 1_000
  /// How long a digit waits for a key to repeat before it follows a related story.
  private static let restBeforeFollowing = 500
  /// The length of a pause after which texts are read ahead: keys that were typed ahead come without any.
  private static let restBeforeReadingAhead = 10
  /// The length of a pause after which folders that cannot be watched are scanned again.
  private static let restBeforeReloading = 30_000

  init(
    state: ReaderState, terminal: TerminalDevice, themes: ThemeChoice, marks: MarkService,
    library: LibraryService,
    session: SessionState, configuration: ConfigurationService, inbox: Inbox, log: LogFile?
  ) {
    self.state = state
    self.library = library
    self.terminal = terminal
    self.themes = themes
    self.marks = marks
    self.session = session
    self.configuration = configuration
    self.inbox = inbox
    bodies = BodyFetcher(inbox: inbox)
    matches = MatchCounter(inbox: inbox)
    let index = CurrentRelatedIndex(path: library.relatedPath)
    understanding = UnderstandingService(related: index, inbox: inbox)
    storyActions = StoryActions(inbox: inbox, pages: library.paths)
    lists = ListService(indexPath: library.indexPath, related: index, inbox: inbox)
    related = RelatedService(index, inbox: inbox) { library.compareAnew() }
    self.log = log
  }

  /// Runs until the user quits or a signal ends the program.
  mutating func run() -> Ending {
    ThreadPriority.answerAtOnce()
    terminal.use(themes.palette)
    claimTerminal()
    if let snapshot = library.open() {
      apply(.published(snapshot))
      // The first text is read while the marks are.
      if let wantedBody { bodies.readAhead([wantedBody.story], in: state.snapshot) }
    } else {
      startLoading()
    }
    waitForFirstStories()
    if let complaint = configuration.complaint { apply(.warning(complaint)) }
    while true {
      fetchWantedBody()
      if needsPainting, terminal.isReadyToPaint { paint() }
      library.readAnewIfDamaged()
      if let ending {
        library.stop()
        storyActions.stopCommand()
        storyActions.removeFiles()
        return ending
      }
      startLoading()
      wait()
    }
  }

  private mutating func paint() {
    terminal.paint(Screen.draw(state))
    needsPainting = false
    if settlingTime == nil, !state.library.isEmpty { settlingTime = EventLoop.now + EventLoop.settling }
    releaseMemory()
  }

  /// Releases the rows of the catalogue that were read, unless they are few. What the screen shows is read again and
  /// may be more than a few rows: it does not count.
  private mutating func releaseMemory() {
    let memory = state.library.fileMemory
    keptMemory = min(keptMemory, memory)
    guard !isReleasing, memory - keptMemory > EventLoop.mostFileMemory else { return }
    isReleasing = true
    library.releaseMemory(except: state.storiesOnScreen)
  }

  /// The story whose text the next key will probably show; nil if it has been read ahead. None while files may have
  /// changed without being noticed.
  private mutating func storyAhead() -> (story: StoryIndex?, snapshot: Int)? {
    guard state.loading == nil, !library.cannotWatch else {
      bodies.forget()
      ahead = (nil, 0)
      return nil
    }
    let next = (story: state.nextStory, snapshot: state.snapshot.number)
    return next == ahead ? nil : next
  }

  /// Counts the unread stories of the sections, but not while the folders are only scanned, which also needs memory.
  mutating func countSections() {
    countsLater = state.loading?.bytes == 0 && !state.library.isEmpty
    if !countsLater { lists.countSections(in: state) }
  }

  /// Starts to scan the folders, after the first screen.
  private mutating func startLoading() {
    guard !hasStartedLoading else { return }
    hasStartedLoading = true
    library.load()
  }

  /// Waits a moment for the first stories, because an empty screen that is then filled would flicker.
  private mutating func waitForFirstStories() {
    let deadline = EventLoop.now + EventLoop.patience
    var hasMarks = false
    while EventLoop.now < deadline, state.library.isEmpty || !hasMarks || !state.isComplete {
      _ = EventLoop.poll([inbox.descriptor], timeout: max(1, deadline - EventLoop.now))
      hasMarks = emptyInbox() || hasMarks
    }
  }

  // MARK: Waiting

  private mutating func wait() {
    let place = state.unsavedPlace()
    // If a position could not be saved, saving is not tried again until it changes.
    let isPlaceUnsaved = !place.isEmpty && place != triedPlace
    let rest =
      isPlaceUnsaved ? EventLoop.restBeforeSaving : library.cannotWatch ? EventLoop.restBeforeReloading : -1
    let reading = state.readingTime.map { max(0, Int($0 - state.now)) * 1_000 } ?? -1
    let isDigitPending = state.pendingRelated != nil
    let following = isDigitPending ? EventLoop.restBeforeFollowing : -1
    let settling = state.isSettled ? -1 : settlingTime.map { max(0, $0 - EventLoop.now) } ?? -1
    let next = storyAhead()
    let readingAhead = next == nil ? -1 : EventLoop.restBeforeReadingAhead
    let timeout = [rest, reading, following, settling, readingAhead].filter { $0 >= 0 }.min() ?? -1
    let wakeup = terminal.wait(
      for: [marks.watch, inbox.descriptor, library.descriptor, configuration.descriptor],
      milliseconds: timeout
    )
    let ready = wakeup.ready
    apply(.clock(Int64(time(nil))), isVisible: false)
    if !state.isSettled, let settlingTime, settlingTime <= EventLoop.now {
      apply(.settled, isVisible: false)
      if wakeup.isTimeout { return }
    }
    if wakeup.isTimeout, let next {
      ahead = next
      if let story = next.story { bodies.readAhead([story], in: state.snapshot) }
      return
    }
    handleTerminal()
    if ready.contains(marks.watch) { marks.lookForChanges() }
    if ready.contains(library.descriptor) { library.readChanges() }
    if ready.contains(configuration.descriptor) { applyConfiguration() }
    if ready.contains(inbox.descriptor) { emptyInbox() }
    if wakeup.isTimeout, isDigitPending {
      apply(.paused)
    } else if wakeup.isTimeout, isPlaceUnsaved {
      triedPlace = place
      place.forEach { carryOut($0) }
    } else if wakeup.isTimeout, library.cannotWatch, state.loading == nil {
      library.reload()
    }
  }

  private static func poll(_ descriptors: [Int32], timeout: Int) -> Set<Int32> {
    var entries = descriptors.filter { $0 >= 0 }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard Glibc.poll(&entries, nfds_t(entries.count), Int32(timeout)) > 0 else { return [] }
    return Set(entries.filter { $0.revents != 0 }.map(\.fd))
  }

  /// Milliseconds on a monotonic clock.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  // MARK: Events

  /// Handles all pending events of the terminal before anything is drawn.
  private mutating func handleTerminal() {
    while ending == nil, let event = terminal.nextEvent() {
      switch event {
      case .input(let event): handle(event)
      case .resized(let size): apply(.resized(size))
      case .stop: suspend()
      // ^C first ends a running command; while a line is being typed, it cancels that line.
      case .end(SIGINT) where storyActions.isRunning: storyActions.stopCommand()
      case .end(SIGINT) where state.prompt != nil: apply(.key(.control("C")))
      case .end(let number): leave(.signal(number))
      case .lost: leave(.terminalLost)
      }
    }
  }

  private mutating func handle(_ event: InputEvent) {
    // Keys for the story need its text; keys that only move through the list do not.
    if state.focus != .list { fetchWantedBody() }
    switch event {
    case .key(let key): apply(.key(key))
    case .mouse(let event): apply(.mouse(event, time: EventLoop.now))
    case .paste(let text): apply(.pasted(text))
    }
  }

  /// - Returns: whether marks have arrived.
  @discardableResult
  private mutating func emptyInbox() -> Bool {
    let contents = inbox.removeAll()
    if let snapshot = contents.snapshot {
      if snapshot.library.revision != state.library.revision { bodies.forget() }
      if snapshot.load.progress == nil, state.loading != nil { log?.note(problemsOf: snapshot) }
      apply(.published(snapshot))
      if isReleasing { (isReleasing, keptMemory) = (false, state.library.fileMemory) }
      if countsLater { countSections() }
      related.addArrivals(of: snapshot)
    }
    contents.actions.forEach { apply($0) }
    contents.tasks.forEach { carryOut($0) }
    return contents.hasMarks
  }

  mutating func apply(_ action: ReaderAction, isVisible: Bool = true) {
    if isVisible { needsPainting = true }
    log?.note(action)
    for effect in state.reduce(action) { carryOut(effect) }
  }
}
