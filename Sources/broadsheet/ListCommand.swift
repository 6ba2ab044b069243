import ArgumentParser
import Configuration
import Display
import Export
import Marks
import Queries
import StoryLibrary

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List stories, one per line, newest first.",
    discussion: QueryArguments.help)

  @Argument(
    help: ArgumentHelp(
      "A query, and folders or pages (default: the configured folders, or the samples).",
      valueName: "query|path"),
    completion: .file())
  var arguments: [String] = []

  @Flag(help: "Only unread stories.")
  var unread = false

  @Flag(help: "Print one JSON object per line.")
  var json = false

  @Option(
    help: ArgumentHelp("Sort by \(QueryArguments.sortNames).", valueName: "name"),
    completion: .list(StorySort.Key.allCases.map(\.rawValue)), transform: QueryArguments.sortKey)
  var sort = StorySort.Key.date

  @Flag(help: "Reverse the order.")
  var reverse = false

  @Option(
    help: ArgumentHelp("Print at most this many stories.", valueName: "number"),
    transform: QueryArguments.storyCount)
  var limit: Int?

  func run() throws {
    let settings = Settings.ofUser()
    let arguments = try QueryArguments(arguments)
    let loaded = LoadedLibrary(LoadedLibrary.paths(arguments.folders, settings: settings))
    defer { loaded.save() }
    let (library, marks) = (loaded.library, LoadedLibrary.marks(settings))
    let selection = StorySelection(query: arguments.query, sort: StorySort(sort, isReversed: reverse))
    let stories = selection.stories(in: loaded.scope(marks, for: arguments.query)).stories
      .filter { !unread || !marks.mark(for: library.identity(of: $0)).read }
    try StoryPrinter(library: library, marks: marks, isJSON: json).print(stories.prefix(limit ?? .max))
    if LoadedLibrary.complain(about: library) { throw Failure(kind: .input, messages: []) }
    try arguments.checkNames(in: library, marks)
    if stories.isEmpty, let word = arguments.pathLikeQuery {
      Output.complain("\(Output.harmless(word)): no such file or folder, and no story matches it as a query")
    }
  }
}

/// Prints stories one per line: ID, time, marks, source, title; or as JSON.
struct StoryPrinter {
  let library: Library
  let marks: MarkTable
  let isJSON: Bool

  func print(_ stories: some Sequence<StoryIndex>) throws {
    if isJSON {
      let encoder = JSONLine()
      for story in stories { Output.line(try encoder.string(json(story))) }
    } else {
      Output.lines(stories.lazy.map { line(library[$0], mark(of: $0)) })
    }
  }

  /// Prints one story.
  func print(_ index: StoryIndex) throws {
    if isJSON {
      Output.line(try JSONLine().string(json(index)))
    } else {
      Output.line(line(library[index], mark(of: index)))
    }
  }

  func json(_ index: StoryIndex) -> StoryJSON {
    StoryJSON(library[index], mark: mark(of: index), library: library)
  }

  private func mark(of index: StoryIndex) -> Mark { marks.mark(for: library.identity(of: index)) }

  private func line(_ story: Story, _ mark: Mark) -> String {
    let signs = (mark.starred ? "★" : " ") + (mark.read ? " " : "●")
    let time = padded(story.published?.iso8601 ?? "-", 20)
    return "\(story.id)  \(time)  \(signs)  \(padded(story.source ?? "-", 24))  \(story.title)"
  }

  private static let blanks = String(repeating: " ", count: 24)

  private func padded(_ text: String, _ columns: Int) -> String {
    text + StoryPrinter.blanks.prefix(max(0, columns - DisplayWidth.columns(of: text)))
  }
}
