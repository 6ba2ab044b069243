import Glibc
import PageFormats

/// The programs that a reader has chosen for things that Broadsheet does not do itself.
public struct ExternalPrograms: Sendable {
  private let environment: [String: String]

  /// - Parameter environment: where `PAGER`, `VISUAL`, `EDITOR`, `BROWSER` and `PATH` are looked up.
  public init(environment: [String: String]) {
    self.environment = environment
  }

  /// `$PAGER` or less, for a text on its standard input: never for a page's own file, as some pagers let the escape
  /// sequences in it through. It needs the terminal.
  public var pager: ProgramCall { ProgramCall(shell: value(of: "PAGER") ?? "less") }

  /// `$VISUAL`, `$EDITOR` or vi, on a file. It needs the terminal.
  public func editor(for file: String) -> ProgramCall {
    call(value(of: "VISUAL") ?? value(of: "EDITOR") ?? "vi", on: file)
  }

  /// What puts standard input on the clipboard around tmux, when we run in one: by its own settings, tmux ignores
  /// the sequences that other terminals take (tmux(1), `set-clipboard` and `allow-passthrough`).
  public var tmuxClipboard: ProgramCall? {
    value(of: "TMUX") == nil ? nil : ProgramCall(["tmux", "load-buffer", "-w", "-"])
  }

  /// As git does it: the value is a command line of the reader's, the file an argument of it.
  private func call(_ command: String, on file: String) -> ProgramCall {
    // Less and vi take a name that begins with a plus or a minus for an order.
    var call = ProgramCall(shell: command + " \"$@\"", arguments: [file.hasPrefix("/") ? file : "./" + file])
    call.name = command
    return call
  }

  // MARK: The browser

  /// A browser on its way.
  public struct Browser: Hashable, Sendable {
    /// The program and the address.
    public var call: ProgramCall
    /// Whether it is to be given the terminal; else it opens a window.
    public var needsTerminal: Bool
  }

  /// Browsers that draw in the terminal also where there is a desktop.
  private static let textBrowsers: Set = [
    "w3m", "lynx", "links", "links2", "elinks", "browsh", "www-browser",
  ]

  /// The first program of `$BROWSER` that is there, else xdg-open. `BROWSER` is a list with colons between; `%s`
  /// stands for the address, which else comes last (xdg-open(1), and Eric Raymond's convention). No shell is
  /// involved, so that quotation marks mean nothing. Without a desktop every browser needs the terminal.
  public func browser(for address: String) throws(SubprocessError) -> Browser {
    guard PageAddress.isWebAddress(address) else { throw .notAWebAddress(address) }
    let commands = (environment["BROWSER"] ?? "").split(separator: ":").map(String.init) + ["xdg-open"]
    for command in commands {
      var words = command.split(separator: " ").map(String.init)
      if words.last == "&" { words.removeLast() }
      guard let program = words.first, exists(program) else { continue }
      let hasPlace = words.contains { $0.contains("%s") }
      let filled = words.map { $0.replacing("%s", with: address) } + (hasPlace ? [] : [address])
      return Browser(call: ProgramCall(filled), needsTerminal: needsTerminal(program))
    }
    throw .noBrowser
  }

  private func needsTerminal(_ program: String) -> Bool {
    let name = program.split(separator: "/").last.map(String.init) ?? program
    let hasDesktop = value(of: "DISPLAY") != nil || value(of: "WAYLAND_DISPLAY") != nil
    return !hasDesktop || ExternalPrograms.textBrowsers.contains(name)
  }

  private func exists(_ program: String) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    let folders = (value(of: "PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  /// A variable that is empty counts as not set.
  private func value(of name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
