import Configuration
import Export
import Folders
import Foundation
import Marks
import Subprocess
import Reader
import StoryLibrary
import Synchronization
import Threads

/// Sends stories to commands, files, browsers, editors and the clipboard. Texts are read and files written on a
/// separate thread; actions that need the terminal are sent to the event loop as tasks.
final class StoryActions: Sendable {
  private let thread = WorkerThread.guarded("story actions")
  private let inbox: Inbox
  private let pages: [String]
  private let programs = ExternalPrograms(environment: ProcessEnvironment.variables)
  private let files = TemporaryFiles(environment: ProcessEnvironment.variables)
  private let commands = Mutex(Commands())

  /// The requested commands, numbered in the order of the requests.
  private struct Commands: Sendable {
    var running: [Int: PipedProgram] = [:]
    /// The commands whose stories are still being read, and whether they have been stopped meanwhile.
    var waiting: [Int: Bool] = [:]
    var count = 0

    mutating func add() -> Int {
      count += 1
      waiting[count] = false
      return count
    }

    /// Whether a command that has been started was stopped before. It may also have ended already.
    mutating func isStopped(_ number: Int, asItStarts program: PipedProgram) -> Bool {
      guard let isStopped = waiting.removeValue(forKey: number) else { return false }
      running[number] = program
      return isStopped
    }

    mutating func remove(_ number: Int) {
      waiting[number] = nil
      running[number] = nil
    }
  }

  /// The folders and files in `pages` are those of the library, which are never written to.
  init(inbox: Inbox, pages: [String]) {
    (self.inbox, self.pages) = (inbox, pages)
  }

  // MARK: Commands

  /// Sends the text of stories to a command line.
  func pipe(_ line: String, _ stories: ChosenStories, in state: ReaderState) {
    start(ExternalCommand(name: line, run: line), stories, in: state)
  }

  /// Sends stories to one of the user's own commands.
  func run(_ command: ExternalCommand, _ stories: ChosenStories, in state: ReaderState) {
    guard command.output == .screen else { return start(command, stories, in: state) }
    export(stories, in: state) { [self] exported in
      let (call, input) = try exported.call(command, files)
      inbox.receive(.run(call, input: input))
    }
  }

  private func start(_ command: ExternalCommand, _ stories: ChosenStories, in state: ReaderState) {
    let (line, isShown) = (command.run, command.output == .pager)
    let number = commands.withLock { $0.add() }
    export(stories, in: state) { [self] exported in
      let (call, input) = try exported.call(command, files)
      let program = PipedProgram.start(call, input: input ?? []) { [self] outcome in
        commands.withLock { $0.remove(number) }
        inbox.receive([.commandEnded(CommandResult(of: line, outcome, isShown: isShown))])
      }
      if commands.withLock({ $0.isStopped(number, asItStarts: program) }) { program.cancel() }
    }
    // Also if the stories could not be read.
    thread.perform { [self] in commands.withLock { _ = $0.waiting.removeValue(forKey: number) } }
  }

  /// Whether a command is running or about to start.
  var isRunning: Bool { commands.withLock { !$0.running.isEmpty || !$0.waiting.isEmpty } }

  /// Removes the temporary files that were created for other programs.
  func removeFiles() { files.remove() }

  /// Ends the running commands, and those that are about to start.
  func stopCommand() {
    let programs = commands.withLock { commands in
      for number in commands.waiting.keys { commands.waiting[number] = true }
      return Array(commands.running.values)
    }
    for program in programs { program.cancel() }
  }

  // MARK: Files and the clipboard

  /// Saves stories in the format of the file's extension, or as text if the extension is unknown.
  func save(_ stories: ChosenStories, to path: String, _ consent: SaveConsent, in state: ReaderState) {
    export(stories, in: state) { [self] exported in
      let text = try exported.string(as: ExportFormat(fileName: path) ?? .text)
      do {
        let file = try SavedFile.write(
          text, to: path, home: UserFolders().home, replacing: consent.overwrites,
          makingFolders: consent.makesFolders, protected: pages)
        inbox.receive([.notice(exported.notice("Saved", "saved") + " as \(Output.harmless(file))")])
      } catch SubprocessError.fileExists {
        inbox.receive([.fileExists(path, stories)])
      } catch SubprocessError.folderMissing(let folder) {
        inbox.receive([.folderMissing(path, folder: Output.harmless(folder), stories)])
      }
    }
  }

  /// Lists a folder for completion, without names that contain unprintable characters.
  func readFolder(_ path: String) {
    thread.perform { [inbox] in
      let home = UserFolders().home
      let folder = path.hasPrefix("~/") ? home + path.dropFirst() : path.isEmpty ? "." : path
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { Output.harmless($0) == $0 }.sorted().prefix(StoryActions.mostNames)
      let shown = names.map { name in
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        return exists && isFolder.boolValue ? name + "/" : name
      }
      inbox.receive([.folderRead(path, shown)])
    }
  }

  /// The maximum number of names offered as completions.
  private static let mostNames = 10_000

  func copy(_ part: CopiedPart, of stories: ChosenStories, in state: ReaderState) {
    export(stories, in: state) { [inbox] exported in
      let all = exported.stories
      switch part {
      case .title:
        let titles = all.map(\.title).joined(separator: "\n")
        let notice = all.count == 1 ? "Headline copied" : "\(all.count) headlines copied"
        inbox.receive(.copy(titles, notice: notice))
      case .address:
        let addresses = all.map { $0.address ?? CaptureReader.archive(ofPage: $0.file) ?? $0.file }
        let areAll = all.allSatisfy { $0.address != nil }
        let notice =
          all.count == 1
          ? areAll ? "Address copied" : "The page has no address; path copied"
          : areAll ? "\(all.count) addresses copied" : "\(all.count) addresses or paths copied"
        inbox.receive(.copy(addresses.joined(separator: "\n"), notice: notice))
      case .text:
        let notice = exported.notice("Story copied", "copied")
        inbox.receive(.copy(try exported.string(as: .text), notice: notice))
      }
    }
  }

  // MARK: Browsers, pagers, editors

  /// Opens the web address of a story in a browser or, if it has none, its text in a pager.
  func openOutside(_ story: StoryIndex, in state: ReaderState) {
    export(ChosenStories([state.library.identity(of: story).id]), in: state) { [self] exported in
      guard let address = exported.stories.first?.address else {
        return inbox.receive(
          .run(programs.pager, input: Array((try exported.string(as: .text) + "\n").utf8)))
      }
      try browse(address)
    }
  }

  /// Opens a web address to which a page links.
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

  /// Opens a page's file in an editor; for a page in an archive, a copy of it.
  func editPage(_ story: StoryIndex, in state: ReaderState) {
    export(ChosenStories([state.library.identity(of: story).id]), in: state) { [self] exported in
      guard let page = exported.stories.first?.file else { return }
      let file = try files.file(ofPage: page)
      inbox.receive(.run(programs.editor(for: file), input: nil))
      if file != page { inbox.receive([.notice("Editing a copy: pages in archives are never changed")]) }
    }
  }

  /// The command line of the user's editor.
  func editor(for file: String) -> ProgramCall { programs.editor(for: file) }

  /// Copies its standard input to the clipboard, in case the terminal's escape sequence does not work.
  var clipboardProgram: ProgramCall? { programs.tmuxClipboard }

  // MARK: The stories

  /// Reads the texts of stories and passes them to `body`; errors are shown to the user. If there are several stories,
  /// those whose pages no longer exist are left out.
  private func export(
    _ chosen: ChosenStories, in state: ReaderState,
    _ body: @escaping @Sendable (ExportedStories) throws -> Void
  ) {
    let (library, marks) = (state.library, state.marks)
    thread.perform { [inbox] in
      do {
        let exported = try ExportedStories(chosen, in: library, marks)
        guard !exported.stories.isEmpty else {
          let what = chosen.count == 1 ? "This story's page is gone" : "The pages of these stories are gone"
          return inbox.receive([.warning(what)])
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
}

extension CommandResult {
  /// The result of a command, for the user.
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
      // If a command failed, its standard error is shown too.
      let lines = outcome.lines + cut + (ending == nil ? [] : outcome.errors)
      self.init(command: line, lines: lines, failure: failure, isShown: isShown || ending != nil)
    }
  }
}
