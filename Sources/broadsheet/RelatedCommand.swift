import ArgumentParser
import Configuration
import Export
import Folders
import Glibc
import StoryLibrary
import Understanding

struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related", abstract: "List the stories most similar to one, and why.",
    discussion: """
      Name a story by its page's file, or by its ID as list prints it; the folders to search follow. Each related story \
      is listed with what it has in common: names, numbers and rare words.
      """)

  @Argument(
    help: ArgumentHelp(
      "A page's file or a story's ID, then folders or pages (default: the configured folders, or the samples).",
      valueName: "file|id|path"),
    completion: .file())
  var arguments: [String] = []

  @Flag(help: "List them for every story; name only folders or pages.")
  var all = false

  @Flag(help: "Print one JSON object per story.")
  var json = false

  func run() throws {
    guard all || !arguments.isEmpty else {
      throw Failure.usage("no story named: \(RelatedCommand.expected)")
    }
    if !all, FilePath.exists(arguments[0] + "/.") {
      let name = Output.harmless(arguments[0])
      throw Failure.usage("\(name) is a folder, not a story: \(RelatedCommand.expected)")
    }
    let folders = all ? arguments : Array(arguments.dropFirst())
    let paths = LoadedLibrary.paths(folders, settings: Settings.ofUser())
    let loaded = LoadedLibrary(paths)
    loaded.save()
    let library = loaded.library
    let stories = all ? Array(library.order) : [try story(arguments[0], in: library, paths)]
    let index = RelatedIndex.upToDate(library, keptIn: loaded.relatedPath)
    var finder = RelatedFinder(library, index)
    let printer = RelatedPrinter(library: library, names: PageNames(paths: paths), isTitled: all)
    for story in stories {
      let related = finder.related(to: story)
      json ? try printer.printJSON(story, related) : printer.print(story, related)
    }
    if LoadedLibrary.complain(about: library) { throw Failure(kind: .input, messages: []) }
  }

  private static let expected = "expected its file or ID before the folder, or --all"

  private func story(_ name: String, in library: Library, _ paths: [String]) throws(Failure) -> StoryIndex {
    let found =
      FilePath.exists(name)
      ? library.story(ofPage: name) : StoryID(name).flatMap { library.index(ofTyped: $0) }
    guard let found else {
      let places = paths.map { Output.harmless($0) }.joined(separator: ", ")
      throw .input("\(Output.harmless(name)): no such story in \(places)")
    }
    return found
  }
}

/// Prints related stories.
private struct RelatedPrinter {
  let library: Library
  let names: PageNames
  /// Whether to print the headline of the story that they are related to.
  let isTitled: Bool

  func print(_ story: StoryIndex, _ related: [RelatedStory]) {
    if isTitled { Output.line(library[story].title) }
    let indent = isTitled ? "  " : ""
    for other in related {
      Output.line(indent + library[other.story].title)
      Output.line(indent + "  shares: " + other.reasons.map(\.text).joined(separator: ", "))
    }
  }

  /// Prints one line for each of the story's own pages.
  func printJSON(_ story: StoryIndex, _ related: [RelatedStory]) throws {
    let encoder = JSONLine()
    let rows = related.map { other in
      RelatedJSON.Row(
        file: names.pages(of: other.story, in: library)[0],
        id: library.identity(of: other.story).id.description,
        title: library[other.story].title, score: (other.score * 1_000).rounded() / 1_000,
        why: other.reasons.map { RelatedJSON.Why(kind: $0.kind.rawValue, text: $0.text) })
    }
    for page in names.pages(of: story, in: library) {
      Output.line(
        try encoder.string(
          RelatedJSON(file: page, id: library.identity(of: story).id.description, related: rows)))
    }
  }
}

/// A line of `related --json`.
private struct RelatedJSON: Encodable {
  /// Empty for a story without a page of its own.
  let file: String
  let id: String
  let related: [Row]

  struct Row: Encodable {
    let file: String
    let id: String
    let title: String
    let score: Double
    let why: [Why]
  }

  struct Why: Encodable {
    let kind: String
    let text: String
  }
}

extension Library {
  /// The story of a page's file as typed; nil if the page is not in the library.
  fileprivate func story(ofPage path: String) -> StoryIndex? {
    let paths = RootPaths.canonical([path])
    let number = fileNumbers.first { file($0).map { paths.contains($0.path) } ?? false }
    return number.flatMap { story(ofFile: $0, entry: 0) }
  }
}
