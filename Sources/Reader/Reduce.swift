import Display
import StoryLibrary

extension ReaderState {
  /// Handles an action and returns its effects. Pure: the same state and action always give
  /// the same.
  public mutating func reduce(_ action: ReaderAction) -> [ReaderEffect] {
    let effects = route(action)
    // A story that appears in its pane because the library changed was not opened by the user, nor was one found while
    // words are being typed.
    switch action {
    case .key, .mouse, .paused, .walked: return prompt == nil ? effects + reduce(story: .opened) : effects
    default: return effects
    }
  }

  private mutating func route(_ action: ReaderAction) -> [ReaderEffect] {
    switch action {
    case .key(let key): return press(key)
    case .paused: return followNumber()
    case .settled: isSettled = true
    case .mouse(let event, let time): return handle(event, time: time)
    case .pasted(let text): return reduce(prompt: .paste(text))
    case .configured(let settings, let name): return use(settings, set: name)
    case .published(let snapshot): return receive(snapshot)
    case .selected(let listing, let request, let snapshot):
      return receive(listing, for: request, in: snapshot)
    case .walked(let walk): return reduce(list: .walked(walk))
    case .answered(let answer, let number): return receive(answer, from: number)
    case .compared: return receiveComparison()
    case .commandEnded(let result): return reduce(overlay: .ended(result))
    case .noteEdited(let text, let story): return reduce(marks: .note(text, story))
    case .picked(let stories, let range): return reduce(list: .picked(stories, range))
    case .folderMissing(let path, let folder, let stories):
      return reduce(overlay: .ask(.makeFolder(folder, forSaving: path, stories)))
    case .folderRead(let path, let names): return reduce(prompt: .folder(path, names))
    case .fileExists(let path, let stories): return reduce(overlay: .ask(.overwrite(path, stories)))
    case .resized(let size): return reduce(panes: .resized(size))
    case .clock(let seconds):
      now = seconds
      return reduce(story: .tick)
    case .matchesCounted(let result): return reduce(story: .counted(result))
    case .marksChanged(let update): return reduce(marks: .changed(update)) + reduce(story: .marksChanged)
    case .marksReplaced(let table): return reduce(marks: .replaced(table)) + reduce(story: .marksChanged)
    case .marked(let step, let outcome): return reduce(marks: .written(step, outcome))
    case .themes(let names, let current): return reduce(overlay: .showThemes(names, current: current))
    case .notice(let text): message = .notice(text)
    case .warning(let text): message = .warning(text)
    }
    return []
  }
}
