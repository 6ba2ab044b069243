import ArgumentParser
import Glibc
import Marks
import PageDump
import StoryLibrary

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one story as text.",
    discussion: "A story is named by the file of its page, or by its identity as list prints it.")

  @Argument(help: "A page's file, or a story's identity (16 hexadecimal digits).")
  var story: String

  @Option(name: .customLong("in"), help: "A folder to look for an identity in; may be given again.")
  var folders: [String] = []

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    if let id = StoryID(story), access(story, F_OK) != 0 {
      try show(id)
    } else {
      try showFile()
    }
  }

  private func showFile() throws {
    do {
      let page = try SavedPage.read(story)
      if json {
        Output.line(try JSONLine().string(PageJSON(file: Output.harmless(story), page: page)))
      } else {
        let entries = page.kind == .topic ? page.related : [page.story]
        Output.line(entries.map { StoryText.text(of: $0) }.joined(separator: "\n\n"))
      }
    } catch let error as PageFileError {
      throw Failure.input(ErrorMessages.prose(error.problem))
    }
  }

  private func show(_ id: StoryID) throws {
    let settings = try Settings(file: UserFolders().settingsFile)
    let paths = LoadedLibrary.paths(folders, settings: settings)
    let loaded = LoadedLibrary(paths)
    defer { loaded.keep() }
    let library = loaded.library
    guard let index = library.index(of: id), let location = library.bodyLocation(of: index) else {
      throw Failure.input(
        "\(id): no such story in \(paths.map { Output.harmless($0) }.joined(separator: ", "))")
    }
    let found = library[index]
    do {
      let body = try BodyReader.read(location)
      let mark = LoadedLibrary.marks().mark(for: found.identity)
      if json {
        Output.line(try JSONLine().string(StoryJSON(found, mark: mark, library: library, body: body)))
      } else {
        let entry = Entry(
          title: found.title, source: found.source, when: found.when, published: found.published,
          topics: body.topics, body: body.paragraphs)
        Output.line(StoryText.text(of: entry, note: mark.note))
      }
    } catch let error as PageFileError {
      throw Failure.input(ErrorMessages.prose(error.problem))
    }
  }
}

/// A story as plain text: headline, byline, paragraphs and the reader's note with a blank line between.
enum StoryText {
  static func text(of entry: Entry, note: String? = nil) -> String {
    let time = entry.published?.iso8601 ?? entry.when
    let byline = ([entry.source, time] + entry.topics.map { "#" + $0 }).compactMap { $0 }
    var parts = [entry.title ?? "(no title)"]
    if !byline.isEmpty { parts[0] += "\n" + byline.joined(separator: " · ") }
    let noteLines = note.map { "✎ " + Output.harmlessLines($0).replacing("\n", with: "\n  ") }
    return (parts + entry.body + [noteLines].compactMap { $0 }).joined(separator: "\n\n")
  }
}
