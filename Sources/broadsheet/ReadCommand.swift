import ArgumentParser
import CLinux
import Configuration
import Terminal
import Display
import Folders
import Foundation
import Queries
import Reader
import StoryLibrary
import Themes

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open pages for reading (the default command).",
    discussion: "If the output is not a terminal, the list of stories is printed instead.")

  @Argument(
    help: ArgumentHelp(
      "Folders or pages (default: the configured folders, or the samples).", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: "The colour theme, also for later runs.", completion: .shellCommand("broadsheet describe themes"))
  var theme: String?

  @Flag(help: "Leave the mouse to the terminal, for selecting text.")
  var noMouse = false

  @Option(
    help: ArgumentHelp(
      "Append a log to a file, for bug reports; it contains no text and no file names.", valueName: "file"),
    completion: .file())
  var log: String?

  /// Options for one run.
  struct Choices {
    var theme: String?
    /// Whether Broadsheet handles clicks and the wheel.
    var mouse = true
    /// The file to append a log to.
    var log: String?
  }

  func run() throws {
    try ReadCommand.run(paths, Choices(theme: theme, mouse: !noMouse, log: log))
  }

  static func run(_ given: [String], _ choices: Choices) throws {
    // Before any other thread starts: threads inherit the mask, and a signal to a thread without it ends the program.
    if Output.isTerminal { ProgramSignals.block() }
    let user = UserFolders()
    let store = ThemeStore(user)
    let configuration = ConfigurationService(
      file: user.configurationFile, ConfigurationContext(user, store), isMouseOff: !choices.mouse)
    let settings = configuration.settings
    let themes = ThemeChoice(user: user, store: store, configured: settings.theme)
    if let theme = choices.theme { try themes.choose(theme) }
    let paths = LoadedLibrary.paths(given, settings: settings)
    let missing = try missingPaths(paths, areConfigured: given.isEmpty && !settings.folders.isEmpty)
    guard Output.isTerminal else {
      var list = ListCommand()
      list.arguments = paths
      list.unread = false
      list.json = false
      list.sort = .date
      list.reverse = false
      list.limit = nil
      return try list.run()
    }
    let log = try choices.log.map { path throws(Failure) in try LogFile(path: path) }
    try read(paths, configuration, themes: themes, log: log, complaints: missing)
  }

  /// Large arrays return to the system when they are freed: by default `malloc` would keep more and more of them, for
  /// each thread that needed one. Call it before any other thread starts.
  private static func returnMemory() {
    mallopt(M_MMAP_THRESHOLD, 256 << 10)
    mallopt(M_TRIM_THRESHOLD, 1 << 20)
  }

  /// Messages about paths that do not exist, stating where they were named.
  /// - Throws: these messages, if none of the paths exists.
  private static func missingPaths(_ paths: [String], areConfigured: Bool) throws(Failure) -> [String] {
    let missing = paths.filter { !FilePath.exists($0) }
    let place =
      areConfigured ? " (folders in \((UserFolders().configurationFile as NSString).lastPathComponent))" : ""
    let messages = missing.map {
      "\(Output.harmless($0)): no such file or folder\(place)\(areConfigured ? "" : suggestion(for: $0))"
    }
    guard missing.count < paths.count else { throw Failure(kind: .input, messages: messages) }
    return messages
  }

  /// A mistyped command is parsed as a folder that does not exist.
  private static func suggestion(for word: String) -> String {
    let commands = Broadsheet.configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay)
      .compactMap(\.commandName)
    let nearest = word.contains("/") ? nil : NearestWord.nearest(to: word, in: commands)
    return nearest.map { "; did you mean broadsheet \($0)?" } ?? ""
  }

  private static func read(
    _ paths: [String], _ configuration: ConfigurationService, themes: ThemeChoice, log: LogFile?,
    complaints: [String]
  ) throws {
    let user = UserFolders()
    let catalogue = Catalogue.kept(for: paths, by: user)
    // Without a catalogue, all pages are loaded, which is faster if `malloc` keeps its memory.
    if FilePath.exists(catalogue.path) { returnMemory() }
    let inbox = Inbox()
    let marks = MarkService(path: user.marks, syncFolder: configuration.settings.syncFolder, inbox: inbox)
    let lastSession = SessionFile(in: user.state, of: catalogue)
    let library = LibraryService(
      paths: paths, catalogue: catalogue, for: .reading, program: RelatedIndexer.thisProgram
    ) {
      inbox.receive($0)
    }
    let session = SessionState(folder: user.state)
    let terminal = try terminal(log: log)
    log?.note("paths: \(paths.count)")
    let look = session.look
    let state = ReaderState(
      screen: terminal.size, paths: paths.map { Output.harmless($0) },
      isOfSamples: paths == [SharedFiles().samples],
      now: Int64(time(nil)), zone: .system,
      settings: configuration.settings, context: configuration.context, shape: look.shape,
      history: session.history, saveFormat: look.format,
      session: configuration.settings.resume ? lastSession.read() : nil)
    let warnings = [complaints.joined(separator: " · "), warning(about: terminal)].compactMap { $0 }
    inbox.receive(warnings.filter { !$0.isEmpty }.map { .warning($0) })
    var loop = EventLoop(
      state: state, terminal: terminal, themes: themes, marks: marks, library: library, session: session,
      configuration: configuration, inbox: inbox, log: log)
    let ending = loop.run()
    terminal.restore()
    if loop.configuration.settings.resume, let session = loop.state.session { lastSession.write(session) }
    try finish(ending, marks, session, log)
  }

  /// Claims the terminal.
  private static func terminal(log: LogFile?) throws(Failure) -> TerminalDevice {
    let environment = ProcessEnvironment.variables
    do throws(TerminalError) {
      let terminal = try TerminalDevice(
        environment: environment, crashNotice: "broadsheet crashed; your marks are saved")
      log?.note(terminal: terminal.size, colors: "\(terminal.colorDepth)", environment: environment)
      return terminal
    } catch {
      throw .input(ErrorMessages.message(error))
    }
  }

  /// A warning if another terminal type than `TERM` is used; otherwise nil.
  private static func warning(about terminal: TerminalDevice) -> String? {
    terminal.substituteType.map { type in
      let wanted = Output.harmless(ProcessEnvironment.variables["TERM"] ?? "")
      return "Unknown terminal type \(wanted) (TERM); using \(type)"
    }
  }

  /// Writes all pending data, and ends the program by the signal that requested it, if any.
  /// - Throws: a failure if marks could not be written.
  private static func finish(
    _ ending: EventLoop.Ending, _ marks: MarkService, _ session: SessionState, _ log: LogFile?
  ) throws(Failure) {
    let unsaved = marks.finish(patience: ending.patience)
    unsaved.forEach { Output.complain($0) }
    session.finish()
    log?.note("end: \(ending)")
    log?.finish()
    if case .signal(let number) = ending { ProgramSignals.end(by: number) }
    if !unsaved.isEmpty { throw Failure(kind: .input, messages: []) }
  }
}

extension EventLoop.Ending {
  /// How long to wait for the last marks to be written, in milliseconds.
  fileprivate var patience: Int {
    switch self {
    case .quit: 4_000
    // After the terminal was closed or when the machine shuts down, there is little time.
    case .terminalLost, .signal: 500
    }
  }
}
