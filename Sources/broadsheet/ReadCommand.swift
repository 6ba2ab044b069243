import ArgumentParser
import Configuration
import Terminal
import Display
import Foundation
import Queries
import Reader
import StoryLibrary
import Themes

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open pages for reading; the command can be left out.",
    discussion: "If the output is not a terminal, the list of stories is printed instead.")

  @Argument(
    help: ArgumentHelp(
      "Folders or pages (default: the configured folders, or the samples).", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: "The colour theme; it is remembered.", completion: .shellCommand("broadsheet describe themes"))
  var theme: String?

  @Flag(help: "Leave the mouse to the terminal, for selecting text.")
  var noMouse = false

  @Option(
    help: ArgumentHelp(
      "Append what happens to a file, for bug reports; no text or file name is in it.", valueName: "file"),
    completion: .file())
  var log: String?

  /// Choices for one run.
  struct Choices {
    var theme: String?
    /// Whether clicks and the wheel are for Broadsheet.
    var mouse = true
    /// The file to append a log to.
    var log: String?
  }

  func run() throws {
    try ReadCommand.run(paths, Choices(theme: theme, mouse: !noMouse, log: log))
  }

  static func run(_ given: [String], _ choices: Choices) throws {
    // Before there is any other thread, which else would be ended by them together with the program.
    if Output.isTerminal { ProgramSignals.block() }
    let user = UserFolders()
    let store = ThemeStore(user)
    let configuration = ConfigurationService(
      file: user.configurationFile, ConfigurationContext(user, store), leavesMouse: !choices.mouse)
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

  /// What to say of the paths that are not there, with where they were named. Where none is there, that is all there is to
  /// say, before the screen is taken.
  private static func missingPaths(_ paths: [String], areConfigured: Bool) throws(Failure) -> [String] {
    let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
    let place =
      areConfigured ? " (folders in \((UserFolders().configurationFile as NSString).lastPathComponent))" : ""
    let messages = missing.map {
      "\(Output.harmless($0)): no such file or folder\(place)\(areConfigured ? "" : suggestion(for: $0))"
    }
    guard missing.count < paths.count else { throw Failure(kind: .input, messages: messages) }
    return messages
  }

  /// Somebody who mistypes a command has named a folder that does not exist.
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
    let inbox = Inbox()
    let user = UserFolders()
    let marks = MarkService(path: user.marks, syncFolder: configuration.settings.syncFolder, inbox: inbox)
    let catalogue = Catalogue.kept(for: paths, by: user)
    let lastSession = SessionFile(in: user.state, of: catalogue)
    let library = LibraryService(
      paths: paths, catalogue: catalogue, for: .reading, program: RelatedIndexer.thisProgram
    ) {
      inbox.receive($0)
    }
    let session = SessionState(folder: user.state)
    let terminal: TerminalDevice
    do throws(TerminalError) {
      terminal = try TerminalDevice(
        environment: ProcessEnvironment.variables,
        crashNotice: "broadsheet crashed; what you marked is safe")
    } catch {
      throw Failure.input(ErrorMessages.message(error))
    }
    let environment = ProcessEnvironment.variables
    log?.note(terminal: terminal.size, colors: "\(terminal.colorDepth)", environment: environment)
    log?.note("paths: \(paths.count)")
    let look = session.look
    let state = ReaderState(
      screen: terminal.size, paths: paths.map { Output.harmless($0) },
      isOfSamples: paths == [SharedFiles().samples],
      now: Int64(time(nil)), zone: .system,
      settings: configuration.settings, context: configuration.context, shape: look.shape,
      history: session.history, saveFormat: look.format,
      session: configuration.settings.resume ? lastSession.read() : nil)
    if !complaints.isEmpty { inbox.receive([.warning(complaints.joined(separator: " · "))]) }
    if let type = terminal.substituteType {
      let wanted = Output.harmless(environment["TERM"] ?? "")
      inbox.receive([.warning("Unknown terminal type \(wanted) (TERM); using \(type)")])
    }
    var loop = EventLoop(
      state: state, terminal: terminal, themes: themes, marks: marks, library: library, session: session,
      configuration: configuration, inbox: inbox, log: log)
    let ending = loop.run()
    terminal.restore()
    if loop.configuration.settings.resume, let session = loop.state.session { lastSession.write(session) }
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
  /// How long what was marked last may take to be written, in milliseconds.
  fileprivate var patience: Int {
    switch self {
    case .quit: 4_000
    // Whoever closes a terminal or ends a machine does not wait that long.
    case .terminalLost, .signal: 500
    }
  }
}
