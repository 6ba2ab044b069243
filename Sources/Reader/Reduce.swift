import Display
import StoryLibrary

extension ReaderState {
  /// Takes in what happened and says what is to be done about it. Pure: the same state and action always give
  /// the same.
  public mutating func reduce(_ action: ReaderAction) -> [ReaderEffect] {
    switch action {
    case .key(let key): return press(key)
    case .resized(let size): return resize(to: size)
    case .clock(let seconds): now = seconds
    case .opened(let library): return open(library)
    case .startedOver: return startOver()
    case .kept(let kept): return take(kept)
    case .loadStarted: beginLoading()
    case .loaded(let batches): take(batches)
    case .showStories: return showStories()
    case .foundFiles(let count): loading?.found = count
    case .loadProblems(let problems): library.add(problems: problems)
    case .loadFinished(let isWhole): finishLoading(isWhole: isWhole)
    case .bodyRead(let story, let location, let body): receive(body, of: story, from: location)
    case .bodyFailed(let story, let location, let reason):
      if isShown(story, at: location) { self.story?.fail(reason, at: location) }
    case .marksChanged(let update): take(update)
    case .notice(let text): message = .notice(text)
    case .warning(let text): message = .warning(text)
    }
    return []
  }

  private mutating func press(_ key: Key) -> [ReaderEffect] {
    hasBegun = true
    message = nil
    switch overlay {
    case .question(let question): return answer(question, with: key)
    case .help(let top): return pressInHelp(key, top: top)
    case nil: return keymap.command(for: key, in: focus).map { perform($0) } ?? unknown(key)
    }
  }

  private mutating func unknown(_ key: Key) -> [ReaderEffect] {
    message = .notice("\(key) does nothing here · ? shows the keys")
    return []
  }

  private mutating func answer(_ question: Question, with key: Key) -> [ReaderEffect] {
    overlay = nil
    switch question {
    case .markAllRead:
      guard key == "y" || key == "Y" else {
        message = .notice("Nothing was marked")
        return []
      }
      return markAllRead()
    }
  }

  private mutating func pressInHelp(_ key: Key, top: Int) -> [ReaderEffect] {
    let visible = max(1, screen.rows - 2)
    let page = max(1, visible - 1)
    switch keymap.command(for: key, in: focus) {
    case .down, .nextStory: overlay = .help(top: top + 1)
    case .up, .previousStory: overlay = .help(top: max(0, top - 1))
    case .pageDown, .halfPageDown: overlay = .help(top: top + page)
    case .pageUp, .halfPageUp: overlay = .help(top: max(0, top - page))
    case .top: overlay = .help(top: 0)
    case .end: overlay = .help(top: .max)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return leaveStory() + [.quit]
    default: overlay = nil
    }
    if case .help(let wanted) = overlay {
      let help = HelpText(focus: focus, columns: screen.columns)
      overlay = .help(top: help.clamped(top: wanted, visible: visible))
    }
    return []
  }

  private mutating func resize(to size: Size) -> [ReaderEffect] {
    screen = size
    list.fit(count: library.order.count, visible: visibleStories)
    relayStory()
    relayRelated()
    return []
  }

  /// Fits the story to its pane; the line on top stays on top.
  mutating func relayStory() {
    guard layout.frames[.story] != nil else { return }
    let (columns, rows) = (storyColumns, storyRows)
    story?.resize(width: columns, rows: rows)
  }

  /// Makes the related pane's rows anew and keeps what was selected.
  mutating func relayRelated() {
    guard let index = story?.index, let frame = layout.frames[.related] else { return }
    var fresh = RelatedList(of: index, in: library, width: frame.content.columns)
    fresh.keepSelection(of: related, visible: frame.content.rows)
    related = fresh
  }
}
