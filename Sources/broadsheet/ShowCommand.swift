public import ArgumentParser
import Configuration
import Folders
public import Export
import Glibc
import Marks
import PageFormats
import StoryLibrary

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a story.",
    discussion: "Name a story by its page's file, or by its ID as list prints it.")

  @Argument(
    help: ArgumentHelp("A page's file, or a story's ID (16 hexadecimal digits).", valueName: "file|id"),
    completion: .file())
  var story: String

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("A folder to search for the ID; can be repeated.", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  @Option(help: "Print as text, markdown, html or json.")
  var format = ExportFormat.text

  @Flag(help: "Same as --format json.")
  var json = false

  @Flag(help: "Print the whole page, not just the story.")
  var whole = false

  private var chosen: ExportFormat { json ? .json : format }

  func run() throws {
    if let id = StoryID(story), !FilePath.exists(story) {
      try show(id)
    } else {
      try showFile()
    }
  }

  private func showFile() throws {
    do {
      var pages: [Page] = []
      try SavedPage.read(story) { pages.append($0) }
      Output.line(try string(of: pages))
    } catch let error as PageFileError {
      throw Failure.input(ErrorMessages.message(error.problem))
    }
  }

  private func string(of pages: [Page]) throws -> String {
    let stories = pages.flatMap { page in
      page.kind == .topic ? page.related.map { StoryText($0) } : [StoryText(page, isWhole: whole)]
    }
    return switch chosen {
    case .text: PlainTextExport.string(of: stories)
    case .markdown: MarkdownExport.string(of: stories)
    case .html: HTMLExport.string(of: stories)
    case .json:
      try pages.map { try JSONLine().string(PageJSON(file: Output.harmless(story), page: $0)) }
        .joined(separator: "\n")
    }
  }

  private func show(_ id: StoryID) throws {
    let settings = Settings.ofUser()
    let paths = LoadedLibrary.paths(folders, settings: settings)
    let loaded = LoadedLibrary(paths)
    defer { loaded.save() }
    let library = loaded.library
    guard let index = library.index(ofTyped: id), let location = library.bodyLocation(of: index) else {
      throw Failure.input(
        "\(id): no such story in \(paths.map { Output.harmless($0) }.joined(separator: ", "))")
    }
    let found = library[index]
    do {
      let body = try BodyReader.read(location)
      let mark = LoadedLibrary.marks(settings).mark(for: found.identity)
      Output.line(try StoryExport(found, body, mark: mark, in: library, isWhole: whole).string(as: chosen))
    } catch let error as PageFileError {
      throw Failure.input(ErrorMessages.message(error.problem))
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
