import StoryLibrary

/// The root state's handling of the prompt: the effects of typing and of entering the line.
extension ReaderState {
  /// The current prompt.
  public var prompt: Prompt? { promptState.prompt }

  mutating func reduce(prompt action: PromptState.Action) -> [ReaderEffect] {
    let environment = PromptState.Environment(
      commands: commands, settings: settings, context: context, snapshot: snapshot.number,
      labelsRevision: marks.labelsRevision,
      labels: areSeveralChosen ? [] : target.map { mark(of: $0).labels } ?? [],
      target: target.map { library.identity(of: $0) })
    let outcome = promptState.reduce(action, in: environment)
    let listed: [ReaderEffect] = promptState.takeWantedFolder().map { [.readFolder($0)] } ?? []
    return listed + act(on: outcome)
  }

  private mutating func act(on outcome: PromptState.Outcome) -> [ReaderEffect] {
    switch outcome {
    case .nothing: return []
    case .readNames: return [.readNames]
    case .typed(let prompt): return typed(prompt)
    case .cancelled(let prompt): return cancelled(prompt)
    case .inList(let action): return reduce(list: action)
    case .accepted(let prompt, let entry):
      return (entry.map { [.saveHistory($0)] } ?? []) + accepted(prompt)
    case .storyIsGone: message = .warning("The story no longer exists; nothing was changed")
    case .pastedNowhere:
      message = .notice("Nowhere to paste · / finds, : opens the command line")
    }
    return []
  }

  private mutating func typed(_ prompt: Prompt) -> [ReaderEffect] {
    switch prompt.purpose {
    case .argument(.find, _): return reduce(story: .find(.typing(prompt.line.text)))
    case .argument(.findHeadline, _): return reduce(list: .find(.typing(prompt.line.text)))
    case .argument(.search, _): return reduce(list: .typeSearch(prompt.line.text))
    case .argument(.filter, _): return reduce(list: .typeFilter(prompt.line.text))
    case .help: return reduce(overlay: .filterHelp(prompt.line.text))
    case .command, .argument: return []
    }
  }

  private mutating func cancelled(_ prompt: Prompt) -> [ReaderEffect] {
    switch prompt.purpose {
    case .argument(.find, _): return reduce(story: .find(.cancel))
    case .argument(.findHeadline, _): return reduce(list: .find(.cancel))
    case .argument(.search, _):
      let focus = listState.searchOrigin?.focus ?? self.focus
      let effects = reduce(list: .endSearch)
      self.focus(on: focus)
      return effects
    case .argument(.filter, _): return reduce(list: .endFilter)
    case .help: return reduce(overlay: .filterHelp(""))
    case .command, .argument: return []
    }
  }

  private mutating func accepted(_ prompt: Prompt) -> [ReaderEffect] {
    switch prompt.purpose {
    case .command: return runCommandLine(prompt.line.text)
    case .argument(let command, _): return perform(command, with: prompt.line.text)
    case .help: return []
    }
  }
}
