import Display
import StoryLibrary

extension ReaderState {
  /// Takes in what happened and says what is to be done about it. Pure: the same state and action always give
  /// the same.
  public mutating func reduce(_ action: ReaderAction) -> [ReaderEffect] {
    switch action {
    case .key(let key): return press(key)
    case .mouse(let event, let time): return take(event, time: time)
    case .pasted(let text): return reduce(prompt: .paste(text))
    case .configured(let settings, let name): return use(settings, set: name)
    case .published(let snapshot): return take(snapshot)
    case .selected(let listing, let request, let snapshot): return take(listing, for: request, in: snapshot)
    case .answered(let answer, let number): return take(answer, from: number)
    case .commandEnded(let result): return reduce(overlay: .ended(result))
    case .noteEdited(let text, let story): return write(note: text, on: story)
    case .fileExists(let path, let story):
      // The library may have numbered its stories anew since it was asked.
      if let index = library.index(of: story.id) { return reduce(overlay: .ask(.overwrite(path, index))) }
    case .resized(let size): return reduce(panes: .resized(size))
    case .clock(let seconds):
      now = seconds
      return reduce(story: .tick)
    case .matchesCounted(let result): return reduce(story: .counted(result))
    case .marksChanged(let update): return take(update)
    case .marked(let step, let outcome): tell(step, outcome)
    case .notice(let text): message = .notice(text)
    case .warning(let text): message = .warning(text)
    }
    return []
  }

  private mutating func press(_ key: Key) -> [ReaderEffect] {
    hasInteracted = true
    message = nil
    if prompt != nil { return reduce(prompt: .key(key)) }
    if case .question = overlay { return reduce(overlay: .answer(key)) }
    let keys = pendingKeys + [key]
    pendingKeys = []
    let meaning = meaning(of: keys)
    if meaning == .unfinished {
      pendingKeys = keys
    } else if keys.count > 1, key == .escape, meaning == .nothing {
      // It takes back the keys before it.
    } else if overlay != nil {
      return reduce(overlay: .perform(meaning.command))
    } else if let command = meaning.command {
      return perform(command)
    } else {
      message = .notice("\(KeySequence(keys)) is not bound · \(hint(.help)) shows the keys")
    }
    return []
  }

  /// What keys mean where the reader is. Over the panes, keys that only lead to commands for panes mean nothing.
  private func meaning(of keys: [Key]) -> Keymap.Meaning {
    let meaning = commands.keymap.meaning(of: keys, in: focus)
    guard overlay != nil, meaning == .unfinished else { return meaning }
    let isAwaited = commands.continuations(of: keys, in: focus).contains { cover.handles($0.row.command) }
    return isAwaited ? meaning : .nothing
  }

  /// Something happens to the panes: everything is fitted to where they are then.
  mutating func reduce(panes action: PanesState.Action) -> [ReaderEffect] {
    let before = panes.layout
    let outcome = panes.reduce(action)
    if panes.layout != before { relayoutPanes() }
    let effects = panes.layout == before ? [] : wantedExcerpts()
    switch outcome {
    case .nothing: return effects
    case .changed(let shape): return [.saveShape(shape)] + effects
    case .say(let text, let shape):
      message = .notice(text)
      return (shape.map { [.saveShape($0)] } ?? []) + effects
    }
  }

  /// Fits everything to where the panes are now.
  mutating func relayoutPanes() {
    list.fit(count: listCount, visible: visibleStories)
    relayoutStory()
    relayoutRelated()
    _ = reduce(overlay: .layout)
  }

  /// Fits the story to its pane; the line on top stays on top.
  mutating func relayoutStory() {
    guard layout.frames[.story] != nil else { return }
    _ = reduce(story: .resized)
  }

  /// Makes the related pane's rows anew and keeps what was selected.
  mutating func relayoutRelated() {
    guard let index = story?.index, let frame = layout.frames[.related] else { return }
    var fresh = RelatedList(of: index, in: library, width: frame.content.columns)
    fresh.keepSelection(of: related, visible: frame.content.rows)
    related = fresh
  }
}
