import Foundation
import Glibc
import TerminalModel

/// The program in a pseudo-terminal that sees each byte, can stop reading, and can go away.
final class RawTerminal {
  let desk: ReaderDriver
  private let terminal: PseudoTerminal
  private(set) var model: ModelTerminal
  /// All that the program has sent.
  private(set) var output: [UInt8] = []
  private let before: String

  /// Starts the program; the terminal's own screen has a line on it already.
  init(
    _ desk: ReaderDriver, _ arguments: [String]? = nil, columns: Int = 120, rows: Int = 40,
    environment: [String: String] = [:]
  ) throws {
    self.desk = desk
    model = ModelTerminal(columns: columns, rows: rows)
    model.feed("before the program\r\n".utf8)
    before = model.screen.text(row: 0)
    let variables = desk.environment.merging(["TERM": "xterm-256color"]) { $1 }.merging(environment) { $1 }
    terminal = try PseudoTerminal(
      [Program.installed.get().path] + (arguments ?? [desk.pages]),
      environment: variables.map { "\($0.key)=\($0.value)" }, columns: columns, rows: rows)
  }

  // MARK: Doing something

  func type(_ keys: String) { terminal.write(keys) }
  func signal(_ number: Int32) { kill(terminal.process, number) }
  func resize(columns: Int, rows: Int) { terminal.resize(columns: columns, rows: rows) }
  func hangUp() { terminal.hangUp() }
  var process: pid_t { terminal.process }

  /// The threads of the program that may crash, by number: all but the first, and the one that watches the terminal.
  var workers: [pid_t] {
    get throws {
      let folder = "/proc/\(process)/task"
      let threads = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap(pid_t.init)
      return threads.filter { thread in
        // A thread that has ended in the meantime has no name.
        let name = try? String(contentsOfFile: "\(folder)/\(thread)/comm", encoding: .utf8)
        return thread != process && name.map { !$0.hasPrefix("terminal watch") } == true
      }
    }
  }

  // MARK: Looking

  /// Reads what there is, and does not wait for it.
  func look() { read() }

  /// Whether the driver's modes are those before the program came.
  var hasInitialModes: Bool { terminal.modes == terminal.initialModes }

  private func read() {
    while let bytes = terminal.read(waiting: 0) {
      output += bytes
      model.feed(bytes)
    }
  }

  /// Waits until the screen is as expected.
  func wait(for what: String, until isRight: (TerminalScreen) -> Bool) async throws {
    do {
      _ = try await Patience.wait(for: what) {
        read()
        return isRight(model.screen) ? true : nil
      }
    } catch let trouble as Trouble {
      throw Trouble("\(trouble)\n\(model.screen.text)")
    }
  }

  func wait(for text: String) async throws {
    try await wait(for: text) { $0.text.contains(text) }
  }

  func waitUntilLoaded(stories: Int) async throws {
    try await wait(for: "\(stories) stories") {
      $0.text.contains(" of \(stories)") && !$0.text.contains("loading")
    }
  }

  /// Waits for the program's end, reading what it sends or not.
  /// - Returns: how it ended, as waitpid(2) tells it.
  func end(reading: Bool = true) async throws -> Int32 {
    let status = try await Patience.wait(for: "the program's end") {
      if reading { read() }
      return terminal.hasEnded() ? terminal.waitStatus : nil
    }
    read()
    return status
  }

  /// Whether the program has ended by a signal.
  static func isEnded(_ status: Int32, by signal: Int32) -> Bool { status & 0x7F == signal }

  /// How the terminal differs from what it was before the program came; empty if it does not.
  var differences: [String] {
    var differences: [String] = []
    if terminal.modes != terminal.initialModes {
      differences.append("modes \(terminal.modes), not \(terminal.initialModes)")
    }
    let screen = model.screen
    if screen.isAlternate { differences.append("the alternate screen") }
    if screen.privateModes != [7, 25] { differences.append("private modes \(screen.privateModes.sorted())") }
    if screen.style != TerminalStyle() { differences.append("\(screen.style)") }
    if screen.text(row: 0) != before { differences.append("the screen: \(screen.text)") }
    return differences
  }
}
