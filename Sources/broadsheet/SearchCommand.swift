import ArgumentParser
import Configuration
import Export
import Glibc
import Marks
import Queries
import Search
import StoryLibrary
import Understanding

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search stories, best matches first.",
    discussion: """
      Shows the words in context below each story. Stories with all words come first; those that have some only in the \
      folded text of their pages follow, and say so. Exits with 1 if nothing is found.

      Further words may follow the first, up to the first argument that is a file or a folder.

      \(QueryArguments.help)
      """)

  @Argument(help: "The words or query to search for.")
  var query: String

  @Argument(
    help: ArgumentHelp(
      "Folders or pages (default: the configured folders, or the samples).", valueName: "path"),
    completion: .file())
  var folders: [String] = []

  @Flag(help: "Print one JSON object per line, with the positions of the words.")
  var json = false

  @Flag(help: "Only list the stories, without excerpts.")
  var titles = false

  @Option(
    help: ArgumentHelp("Print at most this many stories.", valueName: "number"),
    transform: QueryArguments.storyCount)
  var limit: Int?

  func run() throws {
    let settings = Settings.ofUser()
    let arguments = try QueryArguments(query: query, folders)
    guard !arguments.query.isEmpty else { throw Failure.input("the query is empty") }
    let paths = LoadedLibrary.paths(arguments.folders, settings: settings)
    var loaded = LoadedLibrary(paths, trustsFolders: true)
    defer { loaded.save() }
    let marks = LoadedLibrary.marks(settings)
    let selection = StorySelection(query: arguments.query.findingFolded, sort: StorySort(.relevance))
    var scope = loaded.scope(marks, for: arguments.query)
    var found = selection.stories(in: scope)
    if let new = loaded.replacementIfDamaged(paths) {
      loaded = new
      scope = loaded.scope(marks, for: arguments.query)
      found = selection.stories(in: scope)
    }
    try print(found, WordMatcher(selection.query.words), scope)
    let isIncomplete = LoadedLibrary.complain(about: loaded.library)
    try arguments.checkNames(in: loaded.library, marks)
    if isIncomplete || found.stories.isEmpty { throw Failure(kind: .input, messages: []) }
  }

  private func print(_ found: SelectedStories, _ matcher: WordMatcher, _ scope: QueryScope) throws {
    let printer = StoryPrinter(library: scope.library, marks: scope.marks, isJSON: json)
    let encoder = JSONLine()
    for story in found.stories.prefix(limit ?? .max) {
      guard !scope.library.isDamaged else { return }
      if titles {
        try printer.print(story)
        continue
      }
      let places = FoundWords(of: story, in: scope.library, matcher: matcher)
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
    commandName: "index", abstract: "Update the word index and the index of related stories.",
    discussion: """
      The reader does this in the background. Pages that are not indexed yet are scanned: a search finds the same, but \
      takes longer.
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders or pages (default: the configured folders, or the samples).", valueName: "path"),
    completion: .file())
  var folders: [String] = []

  /// Used when the reader runs this command: only updates the index of related stories.
  @Flag(help: .hidden)
  var background = false

  func run() throws {
    if background { nice(RelatedIndexer.niceness) }
    let settings = Settings.ofUser()
    let loaded = LoadedLibrary(LoadedLibrary.paths(folders, settings: settings))
    if background {
      _ = RelatedIndex.upToDate(loaded.library, keptIn: loaded.relatedPath, keepsParts: true)
      return
    }
    // Searches read it in this order.
    let saved = loaded.save()
    do throws(SearchError) {
      var builder = try IndexBuilder(saved, index: loaded.indexPath)
      let count = builder.left
      while try builder.step() {}
      Output.line("indexed \(count) of \(loaded.library.pageCount) pages")
      let related = RelatedIndex.upToDate(loaded.library, keptIn: loaded.relatedPath)
      Output.line("compared \(related.storyCount) stories")
    } catch {
      throw Failure.input(ErrorMessages.message(error))
    }
    if LoadedLibrary.complain(about: loaded.library) { throw Failure(kind: .input, messages: []) }
  }
}
