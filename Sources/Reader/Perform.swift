import Export
import Marks
import StoryLibrary

/// Dispatches each command to its feature.
extension ReaderState {
  mutating func perform(_ command: Command) -> [ReaderEffect] { perform(command, times: 1) }

  /// Runs a command; a movement command is repeated the given number of times.
  mutating func perform(_ command: Command, times: Int) -> [ReaderEffect] {
    switch command {
    case .readOn: return readOn(times)
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .end:
      return move(command, times: times)
    case .nextStory: return reduce(list: .move(by: times))
    case .previousStory: return reduce(list: .move(by: -times))
    case .nextUnread: return goToUnreadOrMatch(times)
    case .previousUnread: return goToUnreadOrMatch(-times)
    case .nextMatch: return goToNextMatch(times)
    case .previousMatch: return goToNextMatch(-times)
    case .nextPane: return goToPane(focus.next)
    case .previousPane: return goToPane(focus.previous)
    case .leftPane: return goToPane(panesState.pane(.left) ?? focus)
    case .rightPane: return goToPane(panesState.pane(.right) ?? focus)
    case .open: return open()
    case .follow: return reduce(related: .follow(related.selected))
    case .follow1to9(let number): return reduce(related: .follow(number - 1))
    case .back: return goOnTrail(by: -1)
    case .forward: return goOnTrail(by: 1)
    case .find, .findHeadline, .search, .filter, .note, .label, .pipe, .save, .saveAnyway:
      return ask(for: command)
    case .commandLine: return reduce(prompt: .open(.command))
    case .set: return reduce(prompt: .open(.command, "set "))
    case .section: return reduce(prompt: .open(.command, "section "))
    case .only(let keyword): return reduce(list: .only(keyword))
    case .sort(let key): return reduce(list: .sort(key))
    case .reverseSort: return reduce(list: .reverse)
    case .group(let grouping): return reduce(list: .group(grouping))
    case .foldAll: return reduce(list: .foldAll)
    case .thread: return listThread()
    case .nextSection: return reduce(list: .goToSection(times))
    case .previousSection: return reduce(list: .goToSection(-times))
    case .zoom: return reduce(panes: .zoom)
    case .narrower: return reduce(panes: .widen(-1))
    case .wider: return reduce(panes: .widen(1))
    case .nextLayout: return reduce(panes: .nextLayout)
    case .wholePage: return toggleWholePage()
    case .numberLinks: return numberLinks()
    case .info: return showInfo()
    case .digest: return showDigest()
    case .openOutside, .edit, .editNote: return actOnStory(command)
    case .copy, .external: return actOnChosen(command)
    case .toggleRead: return mark(.toggleRead)
    case .toggleStar: return mark(.toggleStar)
    case .archive: return mark(.toggleArchived)
    case .pick: return reduce(list: .pick)
    case .pickRange: return reduce(list: .pickRange)
    case .unpick: return reduce(list: .unpick)
    case .markAllRead: return reduce(marks: .askToMarkAll)
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .reload: return loading == nil ? [.reload] : []
    case .nextTheme: return [.listThemes]
    case .help: return reduce(overlay: .showHelp)
    case .redraw: return [.redraw]
    case .suspend: return unsavedPlace() + [.suspend]
    case .cancel: return cancel()
    case .close: return close()
    case .quit: return leaveStory() + [.quit]
    }
  }

  /// Runs a command with its argument from the command line or its own prompt.
  mutating func perform(_ command: Command, with text: String) -> [ReaderEffect] {
    switch command {
    case .find: return findTyped(text)
    case .findHeadline: return findHeadline(text)
    case .search: return reduce(list: .search(text))
    case .filter: return reduce(list: .filter(text))
    case .note: return note(text)
    case .label: return label(text)
    case .pipe: return pipe(to: text)
    case .save: return save(to: text, .none)
    case .saveAnyway: return save(to: text, .all)
    case .section: return reduce(list: .sectionNamed(text))
    case .set: return [.set(text)]
    case .nextTheme: return [.useTheme(text)]
    default: return perform(command)
    }
  }

  /// Opens the prompt for a command's argument.
  private mutating func ask(for command: Command) -> [ReaderEffect] {
    guard let argument = commands.rows.first(where: { $0.command == command })?.argument else {
      return []
    }
    let isAboutStory = [.note, .label, .pipe, .save, .saveAnyway].contains(command)
    // A note belongs to a single story, even if several are picked.
    let areSeveral = areSeveralChosen && command != .note
    guard isAboutStory ? target != nil || areSeveral : command != .find || story != nil else {
      sayThereIsNoStory()
      return []
    }
    let story = isAboutStory && !areSeveral ? target.map { library.identity(of: $0) } : nil
    return reduce(prompt: .open(.argument(command, argument), firstText(of: command), story: story))
  }

  /// The initial text of the prompt.
  private func firstText(of command: Command) -> String {
    switch command {
    case .filter: request.filter
    case .search: request.words
    case .note: target.flatMap { mark(of: $0).note } ?? ""
    case .save, .saveAnyway: suggestedFile
    default: ""
    }
  }

  /// The suggested file for saving the chosen stories.
  private var suggestedFile: String {
    let title = areSeveralChosen ? "\(pickedCount) stories" : target.map { library[$0].title }
    return title.map { settings.savePrefix + FileName.suggestion(for: $0, format: saveFormat) } ?? ""
  }

  /// While something is searched for, the keys for unread stories go to matches.
  private mutating func goToUnreadOrMatch(_ steps: Int) -> [ReaderEffect] {
    isFindingHeadlines || find != nil ? goToNextMatch(steps) : reduce(list: .goToUnread(steps))
  }

  /// Goes to a match among the headlines, or in the story.
  private mutating func goToNextMatch(_ steps: Int) -> [ReaderEffect] {
    isFindingHeadlines ? reduce(list: .find(.go(steps))) : goToMatch(steps)
  }

  private mutating func move(_ command: Command, times: Int) -> [ReaderEffect] {
    switch (focus, command) {
    case (.list, .pageDown): reduce(list: .page(by: times))
    case (.list, .pageUp): reduce(list: .page(by: -times))
    case (.list, .top): reduce(list: .select(0))
    case (.list, .end): reduce(list: .select(listCount - 1))
    case (.list, _): reduce(list: .move(by: times * (command.rows(page: visibleStories) ?? 0)))
    case (.story, _): reduce(story: .move(command, times: times))
    case (.related, _): reduce(related: .move(command, times: times))
    }
  }

  /// Goes to the story with a number, from 1; in a story, which has no numbers, to the top or end.
  mutating func goTo(number: Int) -> [ReaderEffect] {
    switch focus {
    case .list, .story: reduce(list: .goTo(number: number))
    case .related: reduce(related: .select(number - 1))
    }
  }

  /// Closes one thing at a time, the last opened first.
  private mutating func cancel() -> [ReaderEffect] {
    if isFindingHeadlines {
      return reduce(list: .find(.end))
    } else if find?.isOfSearch == false {
      return reduce(story: .find(.end))
    } else if areSeveralChosen {
      return reduce(list: .unpick)
    } else if shape.isZoomed {
      return reduce(panes: .zoom)
    } else if focus != .list {
      focus(on: .list)
    } else if isSearching {
      return reduce(list: .endSearch)
    } else if listState.isInThread {
      return reduce(list: .leaveThread)
    } else if !request.filter.isEmpty {
      return reduce(list: .filter(""))
    } else if loading != nil {
      return [.stopLoading]
    }
    return []
  }

  private mutating func close() -> [ReaderEffect] {
    if focus != .list {
      let effects = find?.isOfSearch == false ? reduce(story: .find(.end)) : []
      focus(on: .list)
      return effects
    }
    return isSearching ? reduce(list: .endSearch) : leaveStory() + [.quit]
  }
}
