import Configuration
import Export
import Folders
import Marks
import Reader
import StoryLibrary
import Subprocess

/// Selected stories with their texts and marks, ready to be saved or passed to other programs.
struct ExportedStories {
  struct Exported {
    let export: StoryExport
    let title: String
    let id: String
    /// The first of its pages.
    let file: String
    let address: String?
  }

  private(set) var stories: [Exported] = []
  /// The number of stories left out because their pages no longer exist.
  private(set) var goneCount = 0

  /// Reads their texts. If there are several stories, those whose pages no longer exist are left out.
  /// - Throws: why a single story cannot be read.
  init(_ chosen: ChosenStories, in library: Library, _ marks: MarkTable) throws(PageFileError) {
    for index in chosen.stories(in: library) {
      guard let file = library.pagePaths(of: index).first, let location = library.bodyLocation(of: index)
      else {
        goneCount += 1
        continue
      }
      let body: StoryBody
      do throws(PageFileError) {
        body = try BodyReader.read(location)
      } catch {
        if chosen.count == 1 { throw error }
        goneCount += 1
        continue
      }
      let story = library[index]
      let mark = marks.mark(for: library.identity(of: index))
      stories.append(
        Exported(
          export: StoryExport(story, body, mark: mark, in: library), title: story.title,
          id: story.id.description, file: file, address: body.address))
    }
  }

  /// All of them in one document.
  func string(as format: ExportFormat) throws -> String {
    try StoryExport.string(of: stories.map(\.export), as: format)
  }

  /// A notice: `Saved`, `3 stories saved (2 pages are gone)`.
  func notice(_ one: String, _ several: String) -> String {
    let what = stories.count == 1 ? one : "\(stories.count) stories \(several)"
    return what + (goneCount == 0 ? "" : " (\(goneCount) \(goneCount == 1 ? "page is" : "pages are") gone)")
  }

  /// The command line of an external command, and its standard input; nil for the keyboard.
  func call(_ command: ExternalCommand, _ files: TemporaryFiles) throws -> (ProgramCall, input: [UInt8]?) {
    let first = stories.first
    let values: [StoryVariable: String?] = [
      .title: first?.title, .id: first?.id, .file: try first.map { try files.file(ofPage: $0.file) },
      .address: first?.address, .count: String(stories.count),
    ]
    let variables = Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
    guard command.input == .path else {
      let format: ExportFormat = command.input == .json ? .json : .text
      let input = Array((try string(as: format) + "\n").utf8)
      return (ShellCommand.call(command.run, variables: variables), input)
    }
    let paths = try stories.map { story in
      let path = try files.file(ofPage: story.file)
      // Many programs treat a name that starts with a hyphen as an option.
      return path.hasPrefix("/") ? path : "./" + path
    }
    return (ShellCommand.call(command.run, arguments: paths, variables: variables), nil)
  }
}

extension TemporaryFiles {
  /// The file of a page; for a page in an archive, a temporary copy of it.
  func file(ofPage path: String) throws -> String {
    guard let archive = CaptureReader.archive(ofPage: path) else { return path }
    var reader = CaptureReader()
    var copy: (bytes: [UInt8], ending: String)?
    _ = reader.read(path, in: nil) { page in
      copy = (Array(page.capture.bytes), page.capture.format.fileExtension)
      return false
    }
    guard let copy else {
      throw PageFileError(problem: FileProblem(path: path, reason: .file(.vanished)))
    }
    let name = [archive, path].map { $0.split(separator: "/").last.map(String.init) ?? "page" }
    return try write(copy.bytes, name: "\(name[0])-\(name[1]).\(copy.ending)")
  }
}
