import Export
import Marks
import StoryLibrary

/// What each command does.
extension ReaderState {
  mutating func perform(_ command: Command) -> [ReaderEffect] {
    switch command {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .end: return move(command)
    case .nextStory: return moveInList(by: 1)
    case .previousStory: return moveInList(by: -1)
    case .nextUnread where find != nil: return goToMatch(1)
    case .previousUnread where find != nil: return goToMatch(-1)
    case .nextUnread: return goToUnread(1)
    case .previousUnread: return goToUnread(-1)
    case .nextMatch: return goToMatch(1)
    case .previousMatch: return goToMatch(-1)
    case .nextPane: return goToPane(focus.next)
    case .previousPane: return goToPane(focus.previous)
    case .leftPane: return goToPane(panes.pane(.left) ?? focus)
    case .rightPane: return goToPane(panes.pane(.right) ?? focus)
    case .open: return open()
    case .follow: return follow(related.selected)
    case .follow1to9(let number): return follow(number - 1)
    case .back: return goOnTrail(by: -1)
    case .forward: return goOnTrail(by: 1)
    case .find, .search, .filter, .note, .pipe, .save: return ask(for: command)
    case .commandLine: return reduce(prompt: .open(.command))
    case .set: return reduce(prompt: .open(.command, "set "))
    case .section: return reduce(prompt: .open(.command, "section "))
    case .sort(let key): return sort(by: key)
    case .reverseSort: return sort(by: request.sort.key)
    case .group(let grouping): return group(by: grouping)
    case .foldAll: foldAll()
    case .nextSection: return goToSection(1)
    case .previousSection: return goToSection(-1)
    case .zoom: return reduce(panes: .zoom)
    case .narrower: return reduce(panes: .widen(-1))
    case .wider: return reduce(panes: .widen(1))
    case .nextLayout: return reduce(panes: .nextLayout)
    case .wholePage: return toggleWholePage()
    case .info: return showInfo()
    case .openOutside, .edit, .editNote, .copy, .external: return actOnStory(command)
    case .toggleRead, .toggleStar, .markAllRead, .undo, .redo: return change(command)
    case .reload: return loading == nil ? [.reload] : []
    case .nextTheme: return [.nextTheme]
    case .help: return reduce(overlay: .showHelp)
    case .redraw: return [.redraw]
    case .suspend: return unsavedPlace() + [.suspend]
    case .cancel: return cancel()
    case .close: return close()
    case .quit: return leaveStory() + [.quit]
    }
    return []
  }

  /// Does a command with what it was told on the command line or in a line of its own.
  mutating func perform(_ command: Command, with text: String) -> [ReaderEffect] {
    switch command {
    case .find: return findTyped(text)
    case .search: return search(for: text)
    case .filter: return filter(text)
    case .note: return write(note: text)
    case .pipe: return pipe(to: text)
    case .save: return save(to: text)
    case .section: return goToSection(named: text)
    case .set: return [.set(text)]
    case .nextTheme: return [.useTheme(text)]
    default: return perform(command)
    }
  }

  /// Opens the line in which a command is told what it needs.
  private mutating func ask(for command: Command) -> [ReaderEffect] {
    guard let argument = commands.rows.first(where: { $0.command == command })?.argument else {
      return []
    }
    let isAboutStory = [.note, .pipe, .save].contains(command)
    guard isAboutStory ? target != nil : command != .find || story != nil else {
      sayThereIsNoStory()
      return []
    }
    let story = isAboutStory ? target.map { library.identity(of: $0) } : nil
    return reduce(prompt: .open(.argument(command, argument), firstText(of: command), story: story))
  }

  /// What stands in that line to begin with.
  private func firstText(of command: Command) -> String {
    switch command {
    case .filter: request.filter
    case .search: request.words
    case .note: target.flatMap { mark(of: $0).note } ?? ""
    case .save:
      target.map { settings.savePrefix + FileName.suggestion(for: library[$0].title, format: .text) }
        ?? ""
    default: ""
    }
  }

  private mutating func move(_ command: Command) -> [ReaderEffect] {
    switch focus {
    case .list: return moveInList(command)
    case .story: return reduce(story: .move(command))
    case .related:
      let item = related.selected + (command.rows(page: max(1, panes.related.rows / 3)) ?? 0)
      related.select(item, visible: panes.related.rows)
    }
    return []
  }

  private mutating func moveInList(_ command: Command) -> [ReaderEffect] {
    switch command {
    case .pageDown: pageInList(by: 1)
    case .pageUp: pageInList(by: -1)
    case .top: selectInList(0)
    case .end: selectInList(listCount - 1)
    default: moveInList(by: command.rows(page: visibleStories) ?? 0)
    }
  }

  /// One thing at a time: what was opened last is closed first.
  private mutating func cancel() -> [ReaderEffect] {
    if find?.isOfSearch == false {
      return reduce(story: .find(.end))
    } else if shape.isZoomed {
      return reduce(panes: .zoom)
    } else if focus != .list {
      focus(on: .list)
    } else if isSearching {
      return endSearching()
    } else if !request.filter.isEmpty {
      return select { $0.filter = "" }
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
    if isSearching { return endSearching() }
    return leaveStory() + [.quit]
  }
}
