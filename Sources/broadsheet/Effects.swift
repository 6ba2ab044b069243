import Display
import Reader
import StoryLibrary

/// Carries out the effects of the state.
extension EventLoop {
  mutating func fetchWantedBody() {
    guard let (story, location) = wantedBody else { return }
    wantedBody = nil
    if let action = bodies.fetch(story, at: location, in: state.snapshot.number) { apply(action) }
  }

  mutating func carryOut(_ effect: ReaderEffect) {
    log?.note(effect)
    switch effect {
    case .readBody(let story, let location): wantedBody = (story, location)
    case .findAlike(let story): related.find(story, in: state.snapshot)
    case .countMatches(let scan): matches.count(scan)
    case .makeDigest(let story, let text): understanding.makeDigest(of: story, text, in: state.snapshot)
    case .compare(let story, let older, let newer):
      understanding.compare(older, newer, of: story, in: state.snapshot)
    case .findRead(let story, let paragraphs):
      understanding.findRead(paragraphs, of: story, in: state.snapshot, state.marks)
    case .mark, .markAllRead, .markChosen, .undo, .redo, .savePlace: marks.perform(effect)
    case .reload:
      library.reload()
    case .stopLoading: library.stopLoading()
    case .select(let request, let pinned): lists.select(request, pinned: pinned, in: library.snapshot, state)
    case .walk(let walk): lists.walk(walk)
    case .pick(let range): lists.find(range)
    case .readExcerpts(let stories, let request): lists.readExcerpts(of: stories, request, in: state)
    case .countUnread: lists.countUnread(in: state)
    case .explainEmpty(let request): lists.explainEmpty(request, in: state)
    case .countSections: countSections()
    case .readNames: lists.readNames(in: state)
    case .saveShape(let shape): session.save(shape, state.saveFormat)
    case .saveFormat(let format): session.save(state.shape, format)
    case .readFolder(let path): storyActions.readFolder(path)
    case .saveHistory(let entry): session.save(entry)
    case .listThemes: apply(.themes(themes.names, current: Output.harmless(themes.name)))
    case .previewTheme(let name):
      themes.preview(name)
      terminal.use(themes.palette)
    case .useTheme(let name): choose(theme: name)
    case .copy(let part, let stories): storyActions.copy(part, of: stories, in: state)
    case .openOutside(let story): storyActions.openOutside(story, in: state)
    case .openAddress(let address): storyActions.open(address)
    case .editPage(let story): storyActions.editPage(story, in: state)
    case .editNote(let story): editNote(of: story)
    case .pipe(let line, let stories): storyActions.pipe(line, stories, in: state)
    case .run(let command, let stories): storyActions.run(command, stories, in: state)
    case .stopCommand: storyActions.stopCommand()
    case .save(let path, let stories, let consent):
      storyActions.save(stories, to: path, consent, in: state)
    case .set(let text): set(text)
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .quit: ending = .quit
    }
  }

  mutating func suspend() {
    terminal.suspend()
    apply(.resized(terminal.size))
  }

  mutating func leave(_ ending: Ending) {
    state.unsavedPlace().forEach { carryOut($0) }
    self.ending = ending
    needsPainting = false
  }
}
