import ArgumentParser
import Export
import Marks
import Search
import StoryLibrary

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the stories with all of some words, best first.",
    discussion: """
      Case and accents make no difference, nor do the forms of an Arabic letter; \"words in quotes\" must stand \
      one after another. Below each story the words are shown where they stand. Exits with 1 when nothing is found.
      """)

  @Argument(help: "Words.")
  var query: String

  @Argument(help: "Folders or pages; without any the configured folder, else the samples.")
  var folders: [String] = []

  @Flag(help: "One JSON object a line, with the places of the words.")
  var json = false

  @Flag(help: "The stories alone, without a look at their texts.")
  var titles = false

  @Option(help: "Print at most so many stories.")
  var limit: Int?

  func run() throws {
    let settings = try Settings(file: UserFolders().settingsFile)
    let query = SearchQuery(query)
    guard !query.isEmpty else { throw Failure.input("there is no word to look for") }
    let loaded = LoadedLibrary(LoadedLibrary.paths(folders, settings: settings), trustsFolders: true)
    defer { loaded.keep() }
    let index = WordIndex(existing: loaded.indexPath)
    let found = StorySearch(query, in: loaded.library, index: index).run()
    try print(found.prefix(limit ?? .max), WordMatcher(query), loaded.library)
    if LoadedLibrary.complain(about: loaded.library) || found.isEmpty {
      throw Failure(kind: .input, messages: [])
    }
  }

  private func print(
    _ stories: ArraySlice<FoundStory>, _ matcher: WordMatcher, _ library: Library
  ) throws {
    let printer = StoryPrinter(library: library, marks: LoadedLibrary.marks(), isJSON: json)
    let encoder = JSONLine()
    for found in stories {
      if titles {
        try printer.print(found.index)
        continue
      }
      let places = FoundPlaces(of: found.index, in: library, matcher: matcher)
      if json {
        Output.line(try encoder.string(SearchJSON(printer.json(found.index), score: found.score, places.all)))
      } else {
        try printer.print(found.index)
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

  @Argument(help: "Folders or pages; without any the configured folder, else the samples.")
  var folders: [String] = []

  func run() throws {
    let settings = try Settings(file: UserFolders().settingsFile)
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
