import ArgumentParser
import Display
import Export
import Marks
import StoryLibrary

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the stories of some folders, one a line, newest first.")

  @Argument(help: "Folders or pages; without any the configured folder, else the samples.")
  var folders: [String] = []

  @Flag(help: "Only stories that are not read.")
  var unread = false

  @Flag(help: "One JSON object a line.")
  var json = false

  func run() throws {
    let settings = try Settings(file: UserFolders().settingsFile)
    let loaded = LoadedLibrary(LoadedLibrary.paths(folders, settings: settings))
    defer { loaded.keep() }
    let library = loaded.library
    let marks = LoadedLibrary.marks()
    try StoryPrinter(library: library, marks: marks, isJSON: json).printAll { !unread || !$0.read }
    if LoadedLibrary.complain(about: library) { throw Failure(kind: .input, messages: []) }
  }
}

/// Prints stories one a line: identity, time, signs, source, title; or as JSON.
struct StoryPrinter {
  let library: Library
  let marks: MarkTable
  let isJSON: Bool

  func printAll(where isWanted: (Mark) -> Bool) throws {
    let stories = library.order.map { (index: $0, mark: marks.mark(for: library.identity(of: $0))) }
      .filter { isWanted($0.mark) }
    if isJSON {
      let encoder = JSONLine()
      for story in stories {
        let json = StoryJSON(library[story.index], mark: story.mark, library: library)
        Output.line(try encoder.string(json))
      }
    } else {
      Output.lines(stories.lazy.map { line(library[$0.index], $0.mark) })
    }
  }

  /// One story, in the same way.
  func print(_ index: StoryIndex) throws {
    if isJSON {
      Output.line(try JSONLine().string(json(index)))
    } else {
      Output.line(line(library[index], marks.mark(for: library.identity(of: index))))
    }
  }

  func json(_ index: StoryIndex) -> StoryJSON {
    StoryJSON(library[index], mark: marks.mark(for: library.identity(of: index)), library: library)
  }

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
