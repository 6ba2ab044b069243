import Configuration
import Export
import Foundation
import Marks
import Subprocess
import Reader
import StoryLibrary
import Synchronization
import Threads

/// Hands stories to commands, files, browsers and editors, and to the clipboard. Texts are read and files written
/// on a thread of its own; what needs the terminal comes back as a task for the event loop.
final class StoryActions: Sendable {
  private let thread = WorkerThread.guarded("story actions")
  private let inbox: Inbox
  private let pages: [String]
  private let programs = ExternalPrograms(environment: ProcessInfo.processInfo.environment)
  /// The commands that are being waited for, by the order in which they were started.
  private let running = Mutex((programs: [Int: PipedProgram](), started: 0))

  /// The folders and files in `pages` are those that are read, which are never written.
  init(inbox: Inbox, pages: [String]) {
    (self.inbox, self.pages) = (inbox, pages)
  }

  // MARK: Commands

  /// Gives a story's text to a command line.
  func pipe(_ line: String, _ story: StoryIndex, in state: ReaderState) {
    start(line, story, in: state, as: .text, isShown: true)
  }

  /// Gives a story as JSON to one of the reader's own commands.
  func run(_ command: ExternalCommand, _ story: StoryIndex, in state: ReaderState) {
    guard command.output == .screen else {
      return start(command.run, story, in: state, as: .json, isShown: command.output == .pager)
    }
    export(story, in: state) { [self] exported in
      let json = try exported.export.string(as: .json)
      inbox.receive(.run(exported.call(command.run), input: Array(json.utf8)))
    }
  }

  private func start(
    _ line: String, _ story: StoryIndex, in state: ReaderState, as format: ExportFormat, isShown: Bool
  ) {
    export(story, in: state) { [self] exported in
      let input = Array((try exported.export.string(as: format) + "\n").utf8)
      running.withLock { running in
        running.started += 1
        let number = running.started
        running.programs[number] = PipedProgram.start(exported.call(line), input: input) { [self] outcome in
          self.running.withLock { $0.programs[number] = nil }
          inbox.receive([.commandEnded(CommandResult(of: line, outcome, isShown: isShown))])
        }
      }
    }
  }

  /// Whether a command is being waited for.
  var isRunning: Bool { running.withLock { !$0.programs.isEmpty } }

  /// Ends the commands that are being waited for.
  func stopCommand() {
    for program in running.withLock({ Array($0.programs.values) }) { program.cancel() }
  }

  // MARK: Files and the clipboard

  /// Saves a story in the format that the file's name ends with; else as text.
  func save(_ story: StoryIndex, to path: String, overwrites: Bool, in state: ReaderState) {
    let identity = state.library.identity(of: story)
    export(story, in: state) { [inbox, pages] exported in
      let text = try exported.export.string(as: ExportFormat(fileName: path) ?? .text)
      do {
        let file = try SavedFile.write(text, to: path, replacing: overwrites, protected: pages)
        inbox.receive([.notice("Saved as \(Output.harmless(file))")])
      } catch SubprocessError.fileExists {
        inbox.receive([.fileExists(path, identity)])
      }
    }
  }

  func copy(_ part: CopiedPart, of story: StoryIndex, in state: ReaderState) {
    export(story, in: state) { [inbox] exported in
      switch part {
      case .title: inbox.receive(.copy(exported.title, notice: "Headline copied"))
      case .address where exported.address != nil:
        inbox.receive(.copy(exported.address ?? "", notice: "Address copied"))
      case .address:
        inbox.receive(.copy(exported.file, notice: "No address in the page; its path was copied"))
      case .text: inbox.receive(.copy(try exported.export.string(as: .text), notice: "Story copied"))
      }
    }
  }

  // MARK: Browsers, pagers, editors

  /// Opens the address of a story's page; the story's text where the page tells none.
  func openOutside(_ story: StoryIndex, in state: ReaderState) {
    export(story, in: state) { [self] exported in
      guard let address = exported.address else {
        return inbox.receive(
          .run(programs.pager, input: Array((try exported.export.string(as: .text) + "\n").utf8)))
      }
      try browse(address)
    }
  }

  /// Opens a web address that a page leads to.
  func open(_ address: String) {
    thread.perform { [self] in
      do {
        try browse(address)
      } catch let error as SubprocessError {
        inbox.receive([.warning(ErrorMessages.message(error))])
      } catch {
        inbox.receive([.warning(Output.harmless("\(error)"))])
      }
    }
  }

  private func browse(_ address: String) throws {
    let browser = try programs.browser(for: address)
    if browser.needsTerminal {
      inbox.receive(.run(browser.call, input: nil))
    } else {
      try browser.call.startInBackground { _ in }
      inbox.receive([.notice("Opened \(Output.harmless(address))")])
    }
  }

  func editPage(_ story: StoryIndex, in state: ReaderState) {
    export(story, in: state) { [self] exported in
      inbox.receive(.run(programs.editor(for: exported.file), input: nil))
    }
  }

  /// The editor for a text of the reader's own.
  func editor(for file: String) -> ProgramCall { programs.editor(for: file) }

  /// What puts standard input on the clipboard where the terminal's own way is not sure.
  var clipboardProgram: ProgramCall? { programs.tmuxClipboard }

  // MARK: The story

  /// A story with what is known of it.
  private struct ExportedStory {
    let export: StoryExport
    let title: String
    let id: String
    /// The first of its pages.
    let file: String
    let address: String?

    func call(_ line: String) -> ProgramCall { ShellCommand.call(line, title: title, id: id, file: file) }
  }

  /// Reads a story's text and goes on with it; what goes wrong is told.
  private func export(
    _ index: StoryIndex, in state: ReaderState, _ body: @escaping @Sendable (ExportedStory) throws -> Void
  ) {
    let (library, mark) = (state.library, state.mark(of: index))
    thread.perform { [inbox] in
      do {
        guard let exported = try StoryActions.read(index, library, mark) else {
          return inbox.receive([.warning("This story's page is gone")])
        }
        try body(exported)
      } catch let error as PageFileError {
        inbox.receive([.warning(ErrorMessages.message(error.problem))])
      } catch let error as SubprocessError {
        inbox.receive([.warning(ErrorMessages.message(error))])
      } catch {
        inbox.receive([.warning(Output.harmless("\(error)"))])
      }
    }
  }

  /// Nil when no page has the story any more.
  private static func read(
    _ index: StoryIndex, _ library: Library, _ mark: Mark
  ) throws(PageFileError) -> ExportedStory? {
    guard let file = library.pagePaths(of: index).first, let location = library.bodyLocation(of: index) else {
      return nil
    }
    let story = library[index]
    let body = try BodyReader.read(location)
    return ExportedStory(
      export: StoryExport(story, body, mark: mark, in: library), title: story.title,
      id: story.id.description, file: file, address: body.address)
  }
}

extension CommandResult {
  /// What came of a command, in words.
  fileprivate init(
    of line: String, _ outcome: Result<PipedProgram.Outcome, SubprocessError>, isShown: Bool
  ) {
    switch outcome {
    case .failure(let error):
      self.init(command: line, lines: [], failure: ErrorMessages.message(error), isShown: isShown)
    case .success(let outcome):
      let cut = outcome.isCut ? ["", "(truncated)"] : []
      let ending = ErrorMessages.message(outcome.ending)
      let failure = ending.map { ([$0] + outcome.errors.suffix(1)).joined(separator: ": ") }
      // Of a command that failed, what it has to say about that is worth more than nothing.
      let lines = outcome.lines + cut + (ending == nil ? [] : outcome.errors)
      self.init(command: line, lines: lines, failure: failure, isShown: isShown || ending != nil)
    }
  }
}
