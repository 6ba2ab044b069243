import Configuration
import Display
import Marks
import Search
import StoryLibrary

/// The open story: the trail to it, the part that is on the screen, and the search in it.
public struct StoryState: Sendable {
  /// The stories that were opened.
  public private(set) var trail = Trail()
  /// The list's story that is shown, or from which the shown one was followed. It is kept while no story is shown.
  private(set) var base: StoryIndex?
  /// The story that is about to be left, with its position.
  private var departure: Trail.Step?
  /// The contents of the pane.
  public private(set) var view: StoryView?
  /// The search in the story.
  var find: StoryFind?
  /// The first visible row before a search was typed: Esc returns to it.
  var findOrigin: StoryPosition?
  /// The first visible row while the matches of a search of all stories are being counted in a long story.
  var awaitsCount: StoryPosition?
  /// The number of the last requested count of matches.
  var scanNumber = 0
  /// Whether the story has not been entered yet, so that its scroll position is not saved.
  private var isPreview = false
  /// The time since which the story is shown, in seconds since 1970 (UTC); nil once it has been counted as read.
  private var shownSince: Int64?
  /// The opened story that has the focus.
  private var opened: StoryIndex?
  /// The text for which the paragraphs read elsewhere were last requested.
  private var checked: BodyLocation?

  init(scanNumber: Int = 0) { self.scanNumber = scanNumber }

  mutating func reduce(_ action: Action, in environment: Environment) -> Outcome {
    switch action {
    case .start(let story): return start(story, environment)
    case .follow(let story): return follow(story, environment)
    case .go(let offset): return goOnTrail(by: offset, environment)
    case .restore(let story, let base, let top): return restore(story, base, top, environment)
    case .leave(let related, let focus): return leave(related: related, focus: focus, environment)
    case .clear: self = StoryState(scanNumber: scanNumber)
    case .hide: return hide()
    case .renumber(let translation): renumber(translation)
    case .refresh: return Outcome(effects: requestText(environment))
    case .text(let text, let location): return receive(text, from: location, environment)
    case .noText(let reason, let location): view?.fail(reason, at: location)
    case .marksChanged: return Outcome(effects: showMark(environment))
    case .resized: view?.resize(to: environment.size)
    case .entered: isPreview = false
    case .opened: return open(environment)
    case .move(let command, let times): return move(command, times: times, environment)
    case .scroll(let rows): scroll(by: rows)
    case .toggleWholePage: return toggleWholePage(environment)
    case .goToPassage(let paragraph, let byte): goToPassage(paragraph, byte, environment)
    case .compared: return findReadAgain(environment)
    case .readElsewhere(let isRead): view?.set(isRead: isRead)
    case .find(let action): return find(action, environment)
    case .links(let action): return number(action, environment)
    case .counted(let result): return receive(result, environment)
    case .tick: return Outcome(effects: readIfShownLongEnough(environment))
    }
    return Outcome()
  }

  // MARK: Which story

  /// Shows a story of the list.
  private mutating func start(_ story: StoryIndex, _ environment: Environment) -> Outcome {
    base = story
    return Outcome(effects: show(story, environment), isOtherStory: true)
  }

  /// Shows a story that was followed from another one.
  private mutating func follow(_ story: StoryIndex, _ environment: Environment) -> Outcome {
    // A story that was not opened is added to the trail once another one has been followed from it.
    if let departure { trail.open(departure) }
    trail.open(Trail.Step(story, base: base ?? story))
    return Outcome(effects: show(story, environment), isOtherStory: true)
  }

  private mutating func goOnTrail(by offset: Int, _ environment: Environment) -> Outcome {
    guard let step = trail.go(by: offset, from: view?.index) else { return Outcome() }
    base = step.base
    let effects = show(step.story, environment)
    if let top = step.top { view?.returnTo(top) }
    return Outcome(effects: effects, isOtherStory: true)
  }

  private mutating func hide() -> Outcome {
    (view, find) = (nil, nil)
    return Outcome(isOtherStory: true)
  }

  private mutating func scroll(by rows: Int) {
    view?.scroll(by: rows)
    isPreview = false
  }

  /// Shows a story from where the reader left it.
  private mutating func show(_ index: StoryIndex, _ environment: Environment) -> [ReaderEffect] {
    let mark = environment.mark(of: index)
    view = StoryView(
      environment.library[index], size: environment.size, place: mark.place, note: mark.note)
    (shownSince, isPreview, checked) = (environment.now, !environment.isFocused, nil)
    // A search in the previous story ends; the words of a search of all stories stay highlighted.
    if find?.isOfSearch == false { find = nil }
    return requestText(environment)
  }

  private mutating func leave(related: Int, focus: Pane, _ environment: Environment) -> Outcome {
    departure = view.map { view in
      var step = Trail.Step(view.index, base: base ?? view.index)
      (step.top, step.related, step.focus) = (view.rowToReturnTo, related, focus)
      return step
    }
    if let departure { trail.leave(departure) }
    return Outcome(effects: unsavedPlace(environment))
  }

  private mutating func restore(
    _ story: StoryIndex, _ base: StoryIndex, _ top: StoryPosition, _ environment: Environment
  ) -> Outcome {
    self.base = base
    if view?.index == story {
      view?.scroll(to: top)
      isPreview = false
      return Outcome()
    }
    let effects = show(story, environment)
    view?.returnTo(top)
    return Outcome(effects: effects, isOtherStory: true)
  }

  private mutating func renumber(_ translation: StoryTranslation) {
    trail.renumber(translation)
    base = base.flatMap { translation.story($0) }
    if let index = view?.index, let new = translation.story(index) { view?.renumber(new) }
    opened = opened.flatMap { translation.story($0) }
  }

  // MARK: Its text

  /// Requests the text, unless it has been read or requested.
  private mutating func requestText(_ environment: Environment) -> [ReaderEffect] {
    guard let index = view?.index, let location = environment.library.bodyLocation(of: index),
      view?.awaitBody(at: location) == true
    else { return [] }
    return [.readBody(index, location)]
  }

  private mutating func receive(
    _ text: StoryText, from location: BodyLocation, _ environment: Environment
  ) -> Outcome {
    let (isFirst, isReturning) = (view?.body == nil, view?.rowToReturnTo != nil)
    view?.set(text, from: location)
    finish(environment)
    let effects =
      environment.search != nil && isFirst
      ? findWords(goesThere: !isReturning, environment) : scanAgain()
    return Outcome(effects: effects + readIfFinished(environment) + findRead(environment), isText: true)
  }

  // MARK: Marks

  /// The changes that have to be written before the session pauses or ends.
  func unsavedPlace(_ environment: Environment) -> [ReaderEffect] {
    guard let view, !isPreview else { return [] }
    let identity = environment.library.identity(of: view.index)
    let isSaved = view.placeToKeep == environment.marks.mark(for: identity).place
    return isSaved ? [] : [.savePlace(identity, view.placeToKeep)]
  }

  private mutating func showMark(_ environment: Environment) -> [ReaderEffect] {
    guard let index = view?.index else { return [] }
    let mark = environment.mark(of: index)
    // The first marks may arrive after the first story: it scrolls to where the user left it.
    if !environment.isSettled { view?.go(toPlace: mark.place) }
    return view?.set(note: mark.note) == true ? scanAgain() : []
  }

  /// Whether the end of the text has been shown.
  private mutating func finish(_ environment: Environment) {
    if environment.isFocused, view?.showsEndOfText == true { view?.finish() }
  }

  /// Whether the end of the story is on the screen, with nothing more to load.
  var isAtEnd: Bool { view.map { $0.showsEnd && $0.isRead } ?? false }

  /// Whether the end of the story is on the screen and the story has the focus.
  func readIfFinished(_ environment: Environment) -> [ReaderEffect] {
    guard environment.settings.read == .end, environment.isFocused, let view, view.body != nil, view.showsEnd
    else { return [] }
    return environment.markRead(view.index)
  }

  /// The story is shown, and has the focus if the reader opened it.
  private mutating func open(_ environment: Environment) -> Outcome {
    finish(environment)
    return Outcome(effects: countAsOpened(environment) + findRead(environment))
  }

  /// Adds a focused story to the trail, and counts it as read if the settings say that opening it is enough.
  private mutating func countAsOpened(_ environment: Environment) -> [ReaderEffect] {
    let index = environment.isFocused ? view?.index : nil
    defer { opened = index }
    if let index { trail.open(Trail.Step(index, base: base ?? index)) }
    guard environment.settings.read == .open, let index, index != opened else { return [] }
    return environment.markRead(index)
  }

  /// Requests, once, which paragraphs of a focused story were read elsewhere.
  private mutating func findRead(_ environment: Environment) -> [ReaderEffect] {
    guard environment.settings.dimsKnown, environment.isFocused, let view, let body = view.body,
      checked != view.location
    else { return [] }
    checked = view.location
    return [.findRead(view.index, body.paragraphs)]
  }

  /// The stories have been compared again.
  private mutating func findReadAgain(_ environment: Environment) -> Outcome {
    checked = nil
    return Outcome(effects: findRead(environment))
  }

  private mutating func goToPassage(_ paragraph: Int?, _ byte: Int, _ environment: Environment) {
    guard let position = view?.document.position(ofParagraph: paragraph, byte: byte) else { return }
    scroll(to: position, below: environment.size.rows / 4)
    isPreview = false
  }

  /// When the story will count as read without another key, in seconds since 1970 (UTC); nil for never.
  func readingTime(_ environment: Environment) -> Int64? {
    guard case .after(let seconds) = environment.settings.read, let shownSince, environment.hasInteracted
    else { return nil }
    return shownSince + Int64(seconds)
  }

  private mutating func readIfShownLongEnough(_ environment: Environment) -> [ReaderEffect] {
    guard let time = readingTime(environment), environment.now >= time, let index = view?.index else {
      return []
    }
    shownSince = nil
    return environment.markRead(index)
  }

  // MARK: Moving

  private mutating func move(_ command: Command, times: Int, _ environment: Environment) -> Outcome {
    let before = view?.top
    // Rows are laid out one by one.
    let times = min(times, StoryState.mostTimes)
    switch command {
    case .top: view?.scrollToStart()
    case .end: view?.scrollToEnd()
    default: view?.scroll(by: times * (command.rows(page: max(1, environment.size.rows - 1)) ?? 0))
    }
    var outcome = Outcome(effects: readIfFinished(environment))
    if command == .pageDown, view?.top == before {
      let (next, close) = (environment.hint(.nextStory), environment.hint(.close))
      outcome.message = .notice("End of the story · \(next) next story · \(close) list")
    }
    return outcome
  }

  private static let mostTimes = 100

  mutating func scroll(to position: StoryPosition, below rows: Int = 0) {
    view?.scroll(to: position, below: rows)
  }

  mutating func show(all: Bool) { view?.show(all: all) }

  mutating func set(links: NumberedLinks?) { view?.set(links: links) }

  /// A story that was only shown next to the list has not been read up to that point.
  mutating func preview() { isPreview = true }
}
