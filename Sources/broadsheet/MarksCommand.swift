import ArgumentParser
import Configuration
import Glibc
import Marks

struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks", abstract: "Export marks and notes as JSON lines, or import them.",
    discussion: """
      `export` writes one JSON object per line for each mark, the oldest change first. `import` reads such lines in \
      any order: of two changes to one mark the later one is kept, and importing twice changes nothing.

      A line has `time` (UTC), `id` (as list prints it), `headline` and other fields that identify the story, and one of \
      `read`, `starred`, `archived` (true or false), `label` (with `added`, which is false if it was removed), `place` \
      (bytes) and `note` (null if it was deleted). `read` can have `seen`, the version that was read. Unknown names are \
      ignored.
      """)

  /// What to do with the marks.
  enum Action: String, CaseIterable, ExpressibleByArgument {
    case export
    case `import`
  }

  @Argument(help: ArgumentHelp("What to do: export or import.", valueName: "action"))
  var action: Action

  @Argument(
    help: "The file to write or read (default, and for -: standard output or input).",
    completion: .file())
  var file: String?

  func run() throws {
    do {
      let marks = try OpenedMarks(UserFolders().marks, syncFolder: Settings.ofUser().syncFolder)
      switch action {
      case .export: try export(marks)
      case .import: try importMarks(into: marks)
      }
    } catch let error as MarkError {
      throw Failure.input(ErrorMessages.message(error))
    }
  }

  private var path: String? { file == "-" ? nil : file }

  private func export(_ marks: OpenedMarks) throws {
    let data = MarkLines.data(of: try marks.store.records())
    guard let path else { return Output.text(String(decoding: data, as: UTF8.self)) }
    try MarkLines.write(data, to: path)
  }

  private func importMarks(into marks: OpenedMarks) throws {
    let reading =
      try path.map { path throws(MarkError) in try MarkReading(path: path) }
      ?? MarkReading(descriptor: STDIN_FILENO, name: "standard input")
    let count = try marks.store.merge(reading.records)
    try marks.exchange()
    let read = reading.records.count
    Output.line("\(read) mark\(read == 1 ? "" : "s") read, \(count) new")
    guard let first = reading.badLines.first else { return }
    let name = path.map { Output.harmless($0) } ?? "standard input"
    let more = reading.badLines.count > 1 ? " (and \(reading.badLines.count - 1) more)" : ""
    throw Failure.input("\(name): line \(first)\(more): not a mark in the format of export; skipped")
  }
}
