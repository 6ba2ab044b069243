import Configuration
import Reader

/// The configuration while the reader runs: the file, read again when it changes, and later changes by `:set`.
struct ConfigurationService {
  private let file: String
  let context: ConfigurationContext
  private var watch: ConfigurationWatch
  /// The settings in effect.
  private(set) var settings: Settings
  /// The problems of the file, for the status line.
  private(set) var problems: [ConfigurationProblem]
  /// The mouse is off for this run (`--no-mouse`).
  private var isMouseOff: Bool

  /// Reads a file; if it contains nothing usable, all settings have their defaults.
  init(file: String, _ context: ConfigurationContext, isMouseOff: Bool) {
    (self.file, self.context, self.isMouseOff) = (file, context, isMouseOff)
    // Before reading, so that no change is missed.
    watch = ConfigurationWatch(file: file)
    let reading = ConfigurationReading(file: file, context)
    (settings, problems) = (reading.settings ?? Settings(), reading.problems)
  }

  /// Readable when the file may have changed.
  var descriptor: Int32 { watch.descriptor }

  /// Whether Broadsheet uses the mouse.
  var usesMouse: Bool { settings.mouse && !isMouseOff }

  /// Reads the file again if it has changed. If it contains nothing usable, the settings do not change.
  /// - Returns: whether it has changed.
  mutating func reread() -> Bool {
    guard watch.changed() else { return false }
    let reading = ConfigurationReading(file: file, context)
    (settings, problems) = (reading.settings ?? settings, reading.problems)
    return true
  }

  /// Changes a setting until the program ends or the file changes: `name=value`. An invalid setting changes nothing.
  mutating func set(_ text: String) -> ConfigurationProblem? {
    let problem = settings.set(text, context)
    // A later `:set mouse=true` overrides `--no-mouse`.
    if problem == nil, ConfigurationService.name(in: text) == "mouse" { isMouseOff = false }
    return problem
  }

  /// The name of the option in `name=value`.
  static func name(in text: String) -> String {
    let name = String(text.drop { $0 == " " }.prefix { $0 != "=" })
    return ConfigurationOption.named(name)?.name ?? name
  }

  /// A message about the first problem, with the number of further ones; nil if there are none.
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

  /// Sets the terminal's modes for the mouse and for right-to-left text.
  func claimTerminal() {
    terminal.ask(
      mouse: configuration.usesMouse, ordersText: configuration.settings.textOrder == .visual)
  }

  /// Applies changed settings. The option `name`, which was set explicitly, is applied even if its value is the same.
  /// - Returns: why the theme could not be used; nil on success.
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

  /// Changes the theme, also for later runs.
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
