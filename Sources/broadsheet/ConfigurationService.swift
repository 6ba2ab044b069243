import Configuration
import Reader

/// The configuration while somebody reads: the file, read again when it changes, and what was set on the command line
/// since.
struct ConfigurationService {
  private let file: String
  let context: ConfigurationContext
  private var watch: ConfigurationWatch
  /// What counts now.
  private(set) var settings: Settings
  /// What is wrong with the file, for the status line; empty when nothing is.
  private(set) var problems: [ConfigurationProblem]
  /// The mouse was switched off for this run.
  private var leavesMouse: Bool

  /// Reads a file; where nothing in it can be used, everything is at its default.
  init(file: String, _ context: ConfigurationContext, leavesMouse: Bool) {
    (self.file, self.context, self.leavesMouse) = (file, context, leavesMouse)
    // Before reading, so that no change is missed.
    watch = ConfigurationWatch(file: file)
    let reading = ConfigurationReading(file: file, context)
    (settings, problems) = (reading.settings ?? Settings(), reading.problems)
  }

  /// Readable when the file may have changed.
  var descriptor: Int32 { watch.descriptor }

  /// Whether clicks and the wheel are for Broadsheet.
  var usesMouse: Bool { settings.mouse && !leavesMouse }

  /// Reads the file again if it has changed. What cannot be used leaves everything as it was.
  /// - Returns: whether it has changed.
  mutating func reread() -> Bool {
    guard watch.changed() else { return false }
    let reading = ConfigurationReading(file: file, context)
    (settings, problems) = (reading.settings ?? settings, reading.problems)
    return true
  }

  /// Changes a setting until the end, or until the file changes: `name=value`. What is wrong with it changes nothing.
  mutating func set(_ text: String) -> ConfigurationProblem? {
    let problem = settings.set(text, context)
    // What is said now counts more than what was said at the start.
    if problem == nil, ConfigurationService.name(in: text) == "mouse" { leavesMouse = false }
    return problem
  }

  /// The option that `name=value` is about.
  static func name(in text: String) -> String {
    let name = String(text.drop { $0 == " " }.prefix { $0 != "=" })
    return ConfigurationOption.named(name)?.name ?? name
  }

  /// The first problem in a sentence, and how many there are; nil when nothing is wrong.
  var complaint: String? {
    guard let first = problems.first else { return nil }
    let name = file.split(separator: "/").last.map { String($0) } ?? file
    let more = problems.count > 1 ? " · \(problems.count - 1) more: broadsheet config" : ""
    return ErrorMessages.message(first, in: name) + more
  }
}

extension EventLoop {
  /// The configuration's file may have changed.
  mutating func applyConfiguration() {
    let before = configuration.settings
    guard configuration.reread() else { return }
    let failure = useConfiguration(since: before)
    apply((configuration.complaint ?? failure).map { .warning($0) } ?? .notice("Configuration reloaded"))
  }

  /// `:set name=value`.
  mutating func set(_ text: String) {
    let before = configuration.settings
    if let problem = configuration.set(text) {
      return apply(.warning(ErrorMessages.message(problem, in: nil)))
    }
    let failure = useConfiguration(since: before, set: ConfigurationService.name(in: text))
    apply(failure.map { .warning($0) } ?? .notice("Set \(Output.harmless(text)) until you quit"))
  }

  /// What the terminal is to do beside drawing.
  func claimTerminal() {
    terminal.ask(
      mouse: configuration.usesMouse, ordersText: configuration.settings.textOrder == .visual)
  }

  /// An option that was set by its name counts, whatever was chosen since it was set before.
  /// - Returns: why the theme could not be used; nil when all is well.
  private mutating func useConfiguration(since before: Settings, set name: String? = nil) -> String? {
    claimTerminal()
    marks.sync(in: configuration.settings.syncFolder)
    apply(.configured(configuration.settings, set: name))
    let theme = configuration.settings.theme
    guard theme != before.theme || name == "theme" else { return nil }
    do throws(Failure) {
      try themes.use(theme ?? themes.automatic)
      terminal.use(themes.palette)
      return nil
    } catch {
      return error.messages.joined(separator: " · ")
    }
  }

  /// Changes the colours, also for the next run.
  mutating func choose(theme name: String) {
    do throws(Failure) {
      try themes.choose(name)
      terminal.use(themes.palette)
      apply(.notice("Theme: \(Output.harmless(name))"))
    } catch {
      apply(.warning(error.messages.joined(separator: " · ")))
    }
  }
}
