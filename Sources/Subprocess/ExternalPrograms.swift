import Glibc
import PageFormats

/// The user's pager, editor and browser.
public struct ExternalPrograms: Sendable {
  private let environment: [String: String]

  /// - Parameter environment: the variables with `PAGER`, `VISUAL`, `EDITOR`, `BROWSER` and `PATH`.
  public init(environment: [String: String]) {
    self.environment = environment
  }

  /// `$PAGER` or less, for a text on its standard input: never for a page's own file, because some pagers pass the
  /// escape sequences in it through. It needs the terminal.
  public var pager: ProgramCall { ProgramCall(shell: value(of: "PAGER") ?? "less") }

  /// `$VISUAL`, `$EDITOR` or vi, on a file. It needs the terminal.
  public func editor(for file: String) -> ProgramCall {
    call(value(of: "VISUAL") ?? value(of: "EDITOR") ?? "vi", on: file)
  }

  /// A program that copies its standard input to the clipboard, if we run in tmux: by default, tmux ignores the
  /// sequences that other terminals accept (tmux(1), `set-clipboard` and `allow-passthrough`).
  public var tmuxClipboard: ProgramCall? {
    value(of: "TMUX") == nil ? nil : ProgramCall(["tmux", "load-buffer", "-w", "-"])
  }

  /// As in git: the value is a shell command line, to which the file is added as an argument.
  private func call(_ command: String, on file: String) -> ProgramCall {
    // To less and vi, a name that begins with a plus or a minus is an option.
    var call = ProgramCall(shell: command + " \"$@\"", arguments: [file.hasPrefix("/") ? file : "./" + file])
    call.name = command
    return call
  }

  // MARK: The browser

  /// The call of a browser.
  public struct Browser: Hashable, Sendable {
    /// The program and the address.
    public var call: ProgramCall
    /// Whether it runs in the terminal; otherwise it opens a window.
    public var needsTerminal: Bool
  }

  /// Browsers that run in the terminal even if there is a desktop.
  private static let textBrowsers: Set = [
    "w3m", "lynx", "links", "links2", "elinks", "browsh", "www-browser",
  ]

  /// The first program of `$BROWSER` that exists, otherwise xdg-open. `BROWSER` is a list separated by colons; `%s` is
  /// replaced by the address, which is otherwise the last argument (xdg-open(1), and Eric Raymond's convention). No
  /// shell is involved, so quotation marks have no special meaning. Without a desktop, every browser needs the
  /// terminal.
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

  /// The value of a variable; nil if it is empty.
  private func value(of name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
