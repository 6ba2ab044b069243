import Display
import Queries
import StoryLibrary

/// The line at the bottom in which something is typed: a command, words to find, a query, a note.
public struct Prompt: Hashable, Sendable {
  /// What is done with what is typed.
  public enum Purpose: Hashable, Sendable {
    /// It is a command with its name.
    case command
    /// It is what a command still has to be told.
    case argument(Command, CommandArgument)
    /// It is looked for in the help.
    case help
  }

  /// One of the things that can stand at some place of the line.
  public struct Candidate: Hashable, Sendable {
    /// What would be put in.
    public var text: String
    /// What it is: no full stop.
    public var help: String

    init(_ text: String, _ help: String) { (self.text, self.help) = (text, help) }
  }

  /// What is wrong with what has been typed, and where, in bytes of the line.
  public struct Problem: Hashable, Sendable {
    /// A sentence without a full stop.
    public var text: String
    /// Where.
    public var range: Range<Int>
  }

  /// What is done with the line.
  public let purpose: Purpose
  /// What stands in it.
  public internal(set) var line: LineEditor
  /// What can stand at the cursor.
  public internal(set) var candidates: [Candidate] = []
  /// Which of them has been put in.
  public internal(set) var chosen: Int?
  /// What is wrong; told while typing.
  public internal(set) var problem: Problem?
  /// What the candidates replace, in bytes of the line.
  var replaced = 0..<0
  /// What stood in it when it was opened.
  let given: String
  /// The story that the line is about, where it is about one.
  let story: StoryIdentity?
  /// How far back in the history the line is, and what had been typed before.
  var recall: Recall?

  struct Recall: Hashable, Sendable {
    /// Which of the lines typed before.
    var index: Int
    var typed: LineEditor
  }

  init(_ purpose: Purpose, _ text: String = "", story: StoryIdentity? = nil) {
    (self.purpose, self.story) = (purpose, story)
    given = text
    line = LineEditor(text)
  }

  /// What stands before the line.
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

  /// The list shows what it finds as it is typed: arrows move there.
  var movesInList: Bool {
    switch purpose {
    case .argument(.search, _), .argument(.filter, _): true
    case .command, .argument, .help: false
    }
  }

  /// A query for the list stands in it, and has to be right.
  var isQuery: Bool {
    if case .argument(.filter, _) = purpose { true } else { false }
  }

  /// A source, a topic or a label can stand in it.
  var completesNames: Bool {
    switch purpose {
    case .command, .argument(_, .query), .argument(_, .labels): true
    case .argument, .help: false
    }
  }

  /// Lines of one kind are remembered together.
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
  /// What is wrong with a query, if something is; what may come right while it is typed does not count until then.
  init?(inQuery text: String, isTyping: Bool = false) {
    let problems = StoryQuery(text).problems
    guard let problem = problems.first(where: { !(isTyping && $0.isUnfinished) }) else { return nil }
    (self.text, range) = (problem.error.message, problem.range)
  }
}
