import ArgumentParser
import Configuration
import Export
import Marks
import Queries
import Search
import StoryLibrary

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the stories that a query finds, best first.",
    discussion: """
      Below each story the words are shown where they stand. Exits with 1 when nothing is found.

      \(QueryArguments.help)
      """)

  @Argument(help: "What to look for.")
  var query: String

  @Argument(
    help: "Folders or pages; without any the configured folder, else the samples.", completion: .file())
  var folders: [String] = []

  @Flag(help: "One JSON object a line, with the places of the words.")
  var json = false

  @Flag(help: "The stories alone, without a look at their texts.")
  var titles = false

  @Option(help: ArgumentHelp("Print at most so many stories.", valueName: "number"))
  var limit: Int?

  func run() throws {
    let settings = Settings.ofUser()
    let arguments = try QueryArguments(query: query, folders: folders)
    guard !arguments.query.isEmpty else { throw Failure.input("there is no word to look for") }
    let loaded = LoadedLibrary(
      LoadedLibrary.paths(arguments.folders, settings: settings), trustsFolders: true)
    defer { loaded.keep() }
    let scope = loaded.scope(LoadedLibrary.marks(settings))
    let found = StorySelection(query: arguments.query, sort: StorySort(.relevance)).stories(in: scope)
    try print(found, WordMatcher(arguments.query.words), scope)
    let isIncomplete = LoadedLibrary.complain(about: loaded.library)
    try arguments.checkNames(in: loaded.library)
    if isIncomplete || found.stories.isEmpty { throw Failure(kind: .input, messages: []) }
  }

  private func print(_ found: SelectedStories, _ matcher: WordMatcher, _ scope: QueryScope) throws {
    let printer = StoryPrinter(library: scope.library, marks: scope.marks, isJSON: json)
    let encoder = JSONLine()
    for story in found.stories.prefix(limit ?? .max) {
      if titles {
        try printer.print(story)
        continue
      }
      let places = FoundPlaces(of: story, in: scope.library, matcher: matcher)
      if json {
        Output.line(
          try encoder.string(SearchJSON(printer.json(story), score: found.score(of: story), places.all)))
      } else {
        try printer.print(story)
        places.excerpts(atMost: 3).forEach { Output.line("    " + $0) }
      }
    }
  }
}

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Bring the index of words up to date, for searching.",
    discussion: """
      Reading does the same in the background. Without an index, searching looks through the pages themselves and \
      finds the same.
      """)

  @Argument(
    help: "Folders or pages; without any the configured folder, else the samples.", completion: .file())
  var folders: [String] = []

  func run() throws {
    let settings = Settings.ofUser()
    let loaded = LoadedLibrary(LoadedLibrary.paths(folders, settings: settings))
    loaded.keep()
    do throws(SearchError) {
      var builder = try IndexBuilder(loaded.library, index: loaded.indexPath)
      let count = builder.left
      while try builder.step() {}
      Output.line("\(count) of \(loaded.library.pageCount) pages were new in the index")
    } catch {
      throw Failure.input(ErrorMessages.prose(error))
    }
    if LoadedLibrary.complain(about: loaded.library) { throw Failure(kind: .input, messages: []) }
  }
}
