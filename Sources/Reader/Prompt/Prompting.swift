import Display
import StoryLibrary

/// Typing into the line at the bottom.
extension ReaderState {
  mutating func open(_ purpose: Prompt.Purpose, _ text: String = "") -> [ReaderEffect] {
    prompt = Prompt(purpose, text)
    refreshCandidates()
    // Sources and topics can be completed as soon as they have been counted.
    return prompt?.completesNames == true && namesSnapshot != snapshot.number ? [.readNames] : []
  }

  mutating func take(_ names: LibraryNames, of snapshot: Int) {
    (self.names, namesSnapshot) = (names, snapshot)
    guard prompt?.completesNames == true, prompt?.chosen == nil else { return }
    let problem = prompt?.problem
    refreshCandidates()
    prompt?.problem = problem
  }

  mutating func pressInPrompt(_ key: Key) -> [ReaderEffect] {
    guard var typed = prompt else { return [] }
    switch key {
    case .escape, .control("C"), .control("G"): return cancelPrompt()
    case .enter: return acceptPrompt()
    case .tab: choose(1)
    case .backTab: choose(-1)
    case .up, .control("P"): recall(-1)
    case .down, .control("N"): recall(1)
    case .backspace where typed.line.isEmpty: return cancelPrompt()
    default:
      guard typed.line.take(key) else { return [] }
      prompt = typed
      return promptChanged()
    }
    return promptChanged(byTyping: false)
  }

  /// Pasted text is typed into the line; elsewhere it is not taken for keys.
  mutating func paste(_ text: String) -> [ReaderEffect] {
    guard prompt != nil else {
      message = .notice("Pasted text goes nowhere here · / finds it, : is the command line")
      return []
    }
    prompt?.line.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return promptChanged()
  }

  // MARK: What typing does at once

  private mutating func promptChanged(byTyping: Bool = true) -> [ReaderEffect] {
    if byTyping {
      refreshCandidates()
      prompt?.recall = nil
    }
    guard let prompt else { return [] }
    switch prompt.purpose {
    case .argument(.find, _): return findWhileTyping(prompt.line.text)
    case .argument(.search, _): return searchWhileTyping(prompt.line.text)
    case .argument(.filter, _):
      let problem = problem(inQuery: prompt.line.text, isTyping: true)
      self.prompt?.problem = problem
    case .help: filterHelp(prompt.line.text)
    case .command, .argument: break
    }
    return []
  }

  private mutating func cancelPrompt() -> [ReaderEffect] {
    let closed = prompt
    prompt = nil
    switch closed?.purpose {
    case .argument(.find, _): return endFindingWhileTyping()
    case .argument(.search, _):
      let focus = beforeSearch?.focus ?? self.focus
      let effects = endSearching()
      self.focus(on: focus)
      return effects
    case .help: filterHelp("")
    case .command, .argument, nil: break
    }
    return []
  }

  private mutating func acceptPrompt() -> [ReaderEffect] {
    guard let accepted = prompt else { return [] }
    let text = accepted.line.text
    if case .argument(.filter, _) = accepted.purpose, let problem = problem(inQuery: text) {
      prompt?.problem = problem
      return []
    }
    prompt = nil
    if let story = accepted.story, target.map({ library.identity(of: $0) }) != story {
      message = .warning("The story has gone; nothing was done")
      return []
    }
    var effects: [ReaderEffect] = []
    if let kind = accepted.history, !text.isEmpty {
      history.add(PromptHistory.Entry(kind, text))
      effects.append(.keepHistory(PromptHistory.Entry(kind, text)))
    }
    switch accepted.purpose {
    case .command: return effects + runCommandLine(text)
    case .argument(let command, _): return effects + perform(command, with: text)
    case .help: return effects
    }
  }

  // MARK: Candidates and history

  private mutating func refreshCandidates() {
    guard let current = prompt else { return }
    let completion = Completion(of: current, in: self)
    prompt?.candidates = completion.candidates
    prompt?.replaced = completion.replaced
    prompt?.chosen = nil
    prompt?.problem = nil
  }

  /// Puts the next candidate in, or the one before. The only one is put in for good: what can follow it is offered.
  private mutating func choose(_ step: Int) {
    guard let current = prompt, !current.candidates.isEmpty else { return }
    let count = current.candidates.count
    let next = current.chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    let text = current.candidates[next].text
    prompt?.line.replace(current.replaced, with: text)
    prompt?.replaced = current.replaced.lowerBound..<current.replaced.lowerBound + text.utf8.count
    prompt?.chosen = next
    if count == 1 { refreshCandidates() }
  }

  /// Goes through the lines typed before that begin as this one did.
  private mutating func recall(_ step: Int) {
    guard let current = prompt, let kind = current.history else { return }
    let typed = current.recall?.typed ?? current.line
    let beginning = typed.text == current.given ? "" : typed.text
    let lines = history[kind].filter { $0.hasPrefix(beginning) && $0 != typed.text } + [typed.text]
    let place = (current.recall?.place ?? lines.count - 1) + step
    guard lines.indices.contains(place) else { return }
    prompt?.line = place == lines.count - 1 ? typed : LineEditor(lines[place])
    prompt?.recall = place == lines.count - 1 ? nil : Prompt.Recall(place: place, typed: typed)
    refreshCandidates()
  }
}
