import ArgumentParser
import Configuration
import StoryLibrary

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List what could not be read or understood, and why.",
    discussion:
      "Files skipped on purpose are listed too, but do not count as problems. Exits with 1 if there are problems."
  )

  @Argument(
    help: ArgumentHelp(
      "Folders or pages (default: the configured folders, or the samples).", valueName: "path"),
    completion: .file())
  var folders: [String] = []

  func run() throws {
    let settings = Settings.ofUser()
    let loaded = LoadedLibrary(LoadedLibrary.paths(folders, settings: settings))
    defer { loaded.save() }
    let library = loaded.library
    for problem in library.problems.sorted(by: { $0.path < $1.path }) {
      Output.line(ErrorMessages.message(problem))
    }
    let serious = library.problems.count { !$0.isHarmless }
    let counts = [
      counted(library.pageCount, "page", "pages"), counted(library.order.count, "story", "stories"),
      counted(serious, "problem", "problems"),
    ]
    Output.line(counts.joined(separator: ", "))
    if serious > 0 { throw Failure(kind: .input, messages: []) }
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
