import Foundation
import Glibc

/// A real terminal with a program in it: a tmux server of its own with one window, which goes away with the session.
final class TerminalSession: Sendable {
  let desk: ReaderDriver
  private let tmux: String
  private let folder: String

  /// Starts Broadsheet in a new terminal. `environment` has the variables that differ from those of the desk; nil
  /// takes one away.
  convenience init(
    _ desk: ReaderDriver, _ arguments: [String]? = nil, columns: Int = 120, rows: Int = 40,
    environment: [String: String?] = [:]
  ) async throws {
    try await self.init(
      desk, command: [Program.installed.get().path] + (arguments ?? [desk.pages]), columns: columns,
      rows: rows,
      environment: environment)
  }

  /// Starts some command.
  init(
    _ desk: ReaderDriver, command: [String], columns: Int = 120, rows: Int = 40,
    environment: [String: String?] = [:]
  ) async throws {
    self.desk = desk
    tmux = try Program.system("tmux")
    folder = desk.path + "/tmux-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let variables = desk.environment.mapValues { $0 as String? }.merging(environment) { $1 }
      .compactMap { variable in variable.value.map { "\(variable.key)=\($0)" } }
    try await ask(
      [
        "-f", "/dev/null", "start-server", ";", "set", "-g", "status", "off", ";", "new-session", "-d", "-s",
        "main",
      ]
        + ["-x", "\(columns)", "-y", "\(rows)", "env", "-i"] + variables.sorted()
        + ["sh", "-c", Self.script, "sh", folder] + command)
    try await endWithTests()
  }

  /// Writes down the program's number, and its exit code in the end; the terminal stays as the program left it.
  private static let script = """
    echo before the program; folder=$1; shift; trap : INT QUIT
    sh -c 'echo $$ >"$0/id"; exec "$@"' "$folder" "$@"
    echo $? >"$folder/new"; mv "$folder/new" "$folder/status"; exec sleep 1000
    """

  deinit {
    ChildProcess.runAndForget(tmux, ["-S", "\(folder)/tmux-\(getuid())/s", "kill-server"])
  }

  /// Should the tests crash, the server and all in it end too.
  private func endWithTests() async throws {
    let end = "while kill -0 \(getpid()); do sleep 2; done; \(tmux) kill-server; rm -rf '\(desk.path)'"
    try await ask(["run-shell", "-b", end])
  }

  /// Sends a command to tmux.
  @discardableResult
  func ask(_ words: [String]) async throws -> String {
    let finished = try await ChildProcess.run(
      tmux, ["-u", "-L", "s"] + words,
      environment: ["PATH": Program.searchPath, "TMUX_TMPDIR": folder, "LC_ALL": "C.UTF-8", "TERM": "tmux"])
    guard finished.status == 0 else { throw Trouble("tmux \(words): \(finished.errors)") }
    return finished.output
  }

  // MARK: Doing something

  /// Presses keys, by tmux's names: `j`, `Enter`, `C-o`, `BSpace`, `PageDown`.
  func press(_ keys: String...) async throws { try await ask(["send-keys", "-t", "main"] + keys) }

  /// Types a line and Enter.
  func type(_ line: String) async throws {
    try await ask(["send-keys", "-t", "main", "-l", "--", line, ";", "send-keys", "-t", "main", "Enter"])
  }

  func resize(columns: Int, rows: Int) async throws {
    try await ask(["resize-window", "-t", "main", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sends a signal to the program that was started.
  func signal(_ number: Int32) async throws {
    kill(try await processID, number)
  }

  /// Closes the window under the program, as somebody who clicks it away.
  func closeWindow() async throws { try await ask(["kill-server"]) }

  // MARK: Looking

  /// What a tmux format gives, such as `#{pane_pid}`.
  func look(_ format: String) async throws -> String {
    let text = try await ask(["display-message", "-p", "-t", "main", format])
    return text.trimmingCharacters(in: .newlines)
  }

  /// The program's number.
  var processID: pid_t {
    get async throws { try await number(in: "id", "the program's start") }
  }

  /// Waits for the program's end.
  /// - Returns: its exit code, 128 and the number for a signal.
  func exitStatus() async throws -> Int32 { try await number(in: "status", "the program's end") }

  private func number(in name: String, _ what: String) async throws -> Int32 {
    try await Patience.wait(for: what) {
      let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      return text.flatMap { Int32($0.trimmingCharacters(in: .newlines)) }
    }
  }

  func screen() async throws -> Screen {
    Screen(try await ask(["capture-pane", "-p", "-t", "main"]))
  }

  /// The screen with its colours, as escape sequences, once it is the same twice in a row.
  func colours() async throws -> String {
    let look = ["capture-pane", "-e", "-p", "-t", "main"]
    var last = try await ask(look)
    return try await Patience.wait(for: "a screen that stays") {
      let next = try await ask(look)
      defer { last = next }
      return next == last ? next : nil
    }
  }

  /// Waits until the screen is as expected, twice in a row: one look may meet the program while it draws.
  @discardableResult
  func wait(for what: String, until isRight: (Screen) -> Bool) async throws -> Screen {
    var last = Screen("")
    do {
      return try await Patience.wait(for: what) {
        last = try await screen()
        guard isRight(last) else { return nil }
        try await Task.sleep(for: .milliseconds(30))
        return try await screen() == last ? last : nil
      }
    } catch let trouble as Trouble {
      throw Trouble("\(trouble)\n\(last.text)")
    }
  }

  /// Waits for some text on the screen.
  @discardableResult
  func wait(for text: String) async throws -> Screen {
    try await wait(for: text) { $0.text.contains(text) }
  }

  /// Waits until all stories are there.
  @discardableResult
  func waitUntilLoaded(stories: Int) async throws -> Screen {
    try await wait(for: "\(stories) stories") {
      $0.text.contains(" of \(stories)") && !$0.status.contains("loading")
    }
  }
}
