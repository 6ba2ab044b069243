import Display
import Queries
import StoryLibrary

/// The line at the bottom for input: a command, words to find, a query, a note.
public struct Prompt: Hashable, Sendable {
  /// The purpose of the line.
  public enum Purpose: Hashable, Sendable {
    /// A command with its name.
    case command
    /// The argument of a command.
    case argument(Command, CommandArgument)
    /// A pattern to find in the help.
    case help
  }

  /// A completion.
  public struct Candidate: Hashable, Sendable {
    /// The text to insert.
    public var text: String
    /// The description, without a full stop.
    public var help: String

    init(_ text: String, _ help: String) { (self.text, self.help) = (text, help) }
  }

  /// An error in the line, with its range in bytes.
  public struct Problem: Hashable, Sendable {
    /// The message, without a full stop.
    public var text: String
    /// The range in bytes.
    public var range: Range<Int>
  }

  /// The purpose of the line.
  public let purpose: Purpose
  /// The line.
  public internal(set) var line: LineEditor
  /// The completions at the cursor.
  public internal(set) var candidates: [Candidate] = []
  /// The number of the inserted candidate.
  public internal(set) var chosen: Int?
  /// The error in the line, shown while typing.
  public internal(set) var problem: Problem?
  /// The range that the candidates replace, in bytes of the line.
  var replaced = 0..<0
  /// The initial text of the line.
  let given: String
  /// The story that the line is about, if any.
  let story: StoryIdentity?
  /// The position in the history, and the text typed before.
  var recall: Recall?

  struct Recall: Hashable, Sendable {
    /// The number of the line in the history.
    var index: Int
    var typed: LineEditor
  }

  init(_ purpose: Purpose, _ text: String = "", story: StoryIdentity? = nil) {
    (self.purpose, self.story) = (purpose, story)
    given = text
    line = LineEditor(text)
  }

  /// The label before the line.
  public var sign: String {
    switch purpose {
    case .command: ":"
    case .help: "/"
    case .argument(.find, _), .argument(.findHeadline, _): "/"
    case .argument(.search, _): "\\"
    case .argument(.filter, _): "&"
    case .argument(.pipe, _): "|"
    case .argument(.save, _), .argument(.saveAnyway, _): "Save as: "
    case .argument(.note, _): "Note: "
    case .argument(.label, _): "Labels: "
    case .argument: ":"
    }
  }

  /// Whether the list shows the results during typing: arrows move in it.
  var movesInList: Bool {
    switch purpose {
    case .argument(.search, _), .argument(.filter, _): true
    case .command, .argument, .help: false
    }
  }

  /// Whether it contains a query, which has to be valid.
  var isQuery: Bool {
    if case .argument(.filter, _) = purpose { true } else { false }
  }

  /// Whether it can contain a source, a topic or a label.
  var completesNames: Bool {
    switch purpose {
    case .command, .argument(_, .query), .argument(_, .labels): true
    case .argument, .help: false
    }
  }

  /// The key under which lines are remembered together.
  var history: PromptHistory.Kind? {
    switch purpose {
    case .command: .command
    case .argument(.find, _), .argument(.findHeadline, _), .argument(.search, _), .help: .words
    case .argument(.filter, _): .query
    case .argument(.pipe, _): .shell
    case .argument: nil
    }
  }
}

extension Prompt.Problem {
  /// The error in a query, if any, except errors that further typing may correct.
  init?(inQuery text: String, isTyping: Bool = false) {
    let problems = StoryQuery(text).problems
    guard let problem = problems.first(where: { !(isTyping && $0.isUnfinished) }) else { return nil }
    (self.text, range) = (problem.error.message, problem.range)
  }
}
