import Display
import StoryLibrary

extension ReaderState {
  /// Takes in what happened and says what is to be done about it. Pure: the same state and action always give
  /// the same.
  public mutating func reduce(_ action: ReaderAction) -> [ReaderEffect] {
    switch action {
    case .key(let key): return press(key)
    case .mouse(let event, let time): return take(event, time: time)
    case .pasted(let text): return paste(text)
    case .configured(let settings, let name): return use(settings, set: name)
    case .published(let snapshot): return take(snapshot)
    case .selected(let listing, let request, let snapshot): return take(listing, for: request, in: snapshot)
    case .answered(let answer, let number): return take(answer, from: number)
    case .commandEnded(let result): take(result)
    case .noteEdited(let text, let story): return write(note: text, on: story)
    case .fileExists(let path, let story):
      // The library may have numbered its stories anew since it was asked.
      if let index = library.index(of: story.id) { overlay = .question(.overwrite(path, index)) }
    case .resized(let size): return reduce(panes: .resized(size))
    case .clock(let seconds): return take(clock: seconds)
    case .matchesCounted(let result): return handle(result)
    case .marksChanged(let update): return take(update)
    case .notice(let text): message = .notice(text)
    case .warning(let text): message = .warning(text)
    }
    return []
  }

  private mutating func press(_ key: Key) -> [ReaderEffect] {
    hasInteracted = true
    message = nil
    if prompt != nil { return pressInPrompt(key) }
    switch overlay {
    case .question(let question): return answer(question, with: key)
    case .help(let view): return perform(commands.keymap.command(for: key, in: focus), inHelp: view)
    case .pager(let view): return perform(commands.keymap.command(for: key, in: focus), inPager: view)
    case nil: return pressInPanes(key)
    }
  }

  private mutating func pressInPanes(_ key: Key) -> [ReaderEffect] {
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch commands.keymap.meaning(of: keys, in: focus) {
    case .command(let command): return perform(command)
    case .unfinished: pendingKeys = keys
    case .nothing where keys.count > 1 && key == .escape: break
    case .nothing: message = .notice("\(KeySequence(keys)) does nothing here · \(hint(.help)) shows the keys")
    }
    return []
  }

  private mutating func answer(_ question: Question, with key: Key) -> [ReaderEffect] {
    overlay = nil
    let isYes = key == "y" || key == "Y"
    switch question {
    case .markAllRead where isYes: return markAllRead()
    case .overwrite(let path, let story) where isYes: return [.save(path, story, overwrites: true)]
    case .markAllRead: message = .notice("Nothing was marked")
    case .overwrite: message = .notice("Nothing was saved")
    }
    return []
  }

  /// Something happens to the panes: everything is fitted to where they are then.
  mutating func reduce(panes action: PanesState.Action) -> [ReaderEffect] {
    let before = panes.layout
    let outcome = panes.reduce(action)
    if panes.layout != before { relayoutPanes() }
    let effects = panes.layout == before ? [] : wantedExcerpts()
    switch outcome {
    case .nothing: return effects
    case .keep(let shape): return [.keepShape(shape)] + effects
    case .say(let text, let shape):
      message = .notice(text)
      return (shape.map { [.keepShape($0)] } ?? []) + effects
    }
  }

  /// Fits everything to where the panes are now.
  mutating func relayoutPanes() {
    list.fit(count: listCount, visible: visibleStories)
    relayoutStory()
    relayoutRelated()
    relayoutOverlay()
  }

  /// Fits the story to its pane; the line on top stays on top.
  mutating func relayoutStory() {
    guard layout.frames[.story] != nil else { return }
    story?.resize(to: panes.story)
  }

  /// Makes the related pane's rows anew and keeps what was selected.
  mutating func relayoutRelated() {
    guard let index = story?.index, let frame = layout.frames[.related] else { return }
    var fresh = RelatedList(of: index, in: library, width: frame.content.columns)
    fresh.keepSelection(of: related, visible: frame.content.rows)
    related = fresh
  }
}
