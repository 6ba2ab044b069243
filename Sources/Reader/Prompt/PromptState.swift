import Configuration
import Display
import Queries
import StoryLibrary

/// The prompt, if any: editing, completion and history.
struct PromptState: Sendable {
  private(set) var prompt: Prompt?
  private(set) var history: PromptHistory
  /// The sources and topics for completion, and the number of the snapshot in which they were counted.
  private var names = LibraryNames()
  private var namesSnapshot: Int?
  /// The number of changes of labels at that time.
  private var namesLabels: Int?
  /// The files of the folder for completion, and the last requested folder.
  private var folder: (path: String, names: [String])?
  private var askedFolder: String?
  /// The folder that has to be read for completing files.
  private(set) var wantedFolder: String?

  /// The parts of the state outside this feature that it needs.
  struct Environment {
    let commands: CommandTable
    let settings: Settings
    let context: ConfigurationContext
    /// The number of the library's snapshot.
    let snapshot: Int
    /// The number of changes of labels so far, and the labels of the story that commands apply to.
    let labelsRevision: Int
    let labels: [String]
    /// The story that commands apply to.
    let target: StoryIdentity?
  }

  /// The actions on the prompt.
  enum Action {
    /// Opens a prompt with some text, possibly for a story.
    case open(Prompt.Purpose, String = "", story: StoryIdentity? = nil)
    case key(Key)
    case paste(String)
    /// The sources and topics of a snapshot have been counted.
    case names(LibraryNames, snapshot: Int)
    /// The files of a folder have been read.
    case folder(String, [String])
  }

  /// The result of an action, for the root to carry out.
  enum Outcome {
    case nothing
    /// The sources and topics have to be counted.
    case readNames
    /// The line has changed.
    case typed(Prompt)
    case cancelled(Prompt)
    /// An action on the list that shows the results.
    case inList(ListState.Action)
    /// The line was entered; it may have to be remembered.
    case accepted(Prompt, PromptHistory.Entry?)
    /// The story that the line was about no longer exists.
    case storyIsGone
    /// There is no prompt for the pasted text.
    case pastedNowhere
  }

  init(_ history: PromptHistory) {
    self.history = history
  }

  mutating func reduce(_ action: Action, in environment: Environment) -> Outcome {
    switch action {
    case .open(let purpose, let text, let story):
      prompt = Prompt(purpose, text, story: story)
      (folder, askedFolder) = (nil, nil)
      refreshCandidates(environment)
      // Sources and topics can be completed as soon as they have been counted.
      let areKnown =
        namesSnapshot == environment.snapshot && namesLabels == environment.labelsRevision
      return prompt?.completesNames == true && !areKnown ? .readNames : .nothing
    case .key(let key): return press(key, environment)
    case .paste(let text): return paste(text, environment)
    case .names(let names, let snapshot):
      (self.names, namesSnapshot, namesLabels) = (names, snapshot, environment.labelsRevision)
      guard prompt?.completesNames == true, prompt?.chosen == nil else { return .nothing }
      let problem = prompt?.problem
      refreshCandidates(environment)
      prompt?.problem = problem
    case .folder(let path, let names):
      folder = (path, names)
      guard prompt?.chosen == nil else { return .nothing }
      refreshCandidates(environment)
    }
    return .nothing
  }

  /// The folder to read, returned only once.
  mutating func takeWantedFolder() -> String? {
    guard let wanted = wantedFolder, wanted != askedFolder else { return nil }
    askedFolder = wanted
    return wanted
  }

  private mutating func press(_ key: Key, _ environment: Environment) -> Outcome {
    guard var typed = prompt else { return .nothing }
    switch key {
    case .escape, .control("C"), .control("G"): return cancel()
    case .enter: return accept(environment)
    case .tab: choose(1, environment)
    case .backTab: choose(-1, environment)
    case .up where typed.movesInList: return .inList(.move(by: -1))
    case .down where typed.movesInList: return .inList(.move(by: 1))
    case .pageUp where typed.movesInList: return .inList(.page(by: -1))
    case .pageDown where typed.movesInList: return .inList(.page(by: 1))
    case .up, .control("P"): recall(-1, environment)
    case .down, .control("N"): recall(1, environment)
    case .backspace where typed.line.isEmpty: return cancel()
    default:
      guard typed.line.handle(key) else { return .nothing }
      prompt = typed
      return edited(environment)
    }
    return changed()
  }

  /// Inserts pasted text into the line.
  private mutating func paste(_ text: String, _ environment: Environment) -> Outcome {
    guard prompt != nil else { return .pastedNowhere }
    prompt?.line.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return edited(environment)
  }

  private mutating func edited(_ environment: Environment) -> Outcome {
    refreshCandidates(environment)
    prompt?.recall = nil
    return changed()
  }

  private mutating func changed() -> Outcome {
    guard let current = prompt else { return .nothing }
    if current.isQuery { prompt?.problem = Prompt.Problem(inQuery: current.line.text, isTyping: true) }
    return .typed(current)
  }

  private mutating func cancel() -> Outcome {
    guard let cancelled = prompt else { return .nothing }
    prompt = nil
    return .cancelled(cancelled)
  }

  private mutating func accept(_ environment: Environment) -> Outcome {
    guard let accepted = prompt else { return .nothing }
    let text = accepted.line.text
    if accepted.isQuery, let problem = Prompt.Problem(inQuery: text) {
      prompt?.problem = problem
      return .nothing
    }
    prompt = nil
    if let story = accepted.story, story != environment.target { return .storyIsGone }
    guard let kind = accepted.history, !text.isEmpty else { return .accepted(accepted, nil) }
    let entry = PromptHistory.Entry(kind, text)
    history.add(entry)
    return .accepted(accepted, entry)
  }

  // MARK: Candidates and history

  private mutating func refreshCandidates(_ environment: Environment) {
    guard let current = prompt else { return }
    let completion = Completion(of: current, names: names, folder: folder, in: environment)
    wantedFolder = completion.wantedFolder
    prompt?.candidates = completion.candidates
    prompt?.replaced = completion.replaced
    prompt?.chosen = nil
    prompt?.problem = nil
  }

  /// Inserts the next or previous candidate. A single one is accepted, and its continuations are offered.
  private mutating func choose(_ step: Int, _ environment: Environment) {
    guard let current = prompt, !current.candidates.isEmpty else { return }
    let count = current.candidates.count
    let next = current.chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    let text = current.candidates[next].text
    prompt?.line.replace(current.replaced, with: text)
    prompt?.replaced = current.replaced.lowerBound..<current.replaced.lowerBound + text.utf8.count
    prompt?.chosen = next
    if count == 1 { refreshCandidates(environment) }
  }

  /// Goes through the earlier lines that begin with the typed text.
  private mutating func recall(_ step: Int, _ environment: Environment) {
    guard let current = prompt, let kind = current.history else { return }
    let typed = current.recall?.typed ?? current.line
    let beginning = typed.text == current.given ? "" : typed.text
    let lines = history[kind].filter { $0.hasPrefix(beginning) && $0 != typed.text } + [typed.text]
    let index = (current.recall?.index ?? lines.count - 1) + step
    guard lines.indices.contains(index) else { return }
    prompt?.line = index == lines.count - 1 ? typed : LineEditor(lines[index])
    prompt?.recall = index == lines.count - 1 ? nil : Prompt.Recall(index: index, typed: typed)
    refreshCandidates(environment)
  }
}
