import Glibc
import TerminalModel

/// Uses a program like a person: waits for output, presses keys, and records when which bytes arrived.
///
/// Arriving output is only stored with a timestamp; the screen is updated during pauses, so that this delays neither
/// the program nor the timestamps.
final class TerminalSession {
  private let terminal: PseudoTerminal
  private var model: ModelTerminal
  private var chunks: [(time: Double, bytes: [UInt8])] = []
  /// The number of chunks already on the screen.
  private var drawn = 0

  /// A screen has settled if nothing arrived for this long; the response to a key press may take `patience` to begin.
  private static let quiet = 30.0
  private static let patience = 300.0
  /// A program that uses this share of CPU time counts as busy even without output, up to a maximum duration.
  private static let busyShare = 0.2
  private static let busyLimit = 5_000.0
  private static let timeLimit = 60_000.0
  /// Bytes that follow within this time belong to the same painting.
  private static let samePainting = 0.5

  init(_ arguments: [String], environment: [String], columns: Int = 120, rows: Int = 40) throws {
    model = ModelTerminal(columns: columns, rows: rows)
    terminal = try PseudoTerminal(arguments, environment: environment, columns: columns, rows: rows)
  }

  var screen: TerminalScreen { model.screen }
  var peakMemory: Double { terminal.peakMemory ?? .nan }

  /// The response to an action.
  struct Answer {
    /// Milliseconds until the last byte.
    var last = 0.0
    var bytes = 0
    /// The number of changed cells on the screen.
    var cells = 0
    /// Milliseconds of CPU time.
    var cpu = 0.0
  }

  // MARK: Doing

  /// Presses keys, all at once, and waits until the screen has settled.
  func press(_ keys: String) throws -> Answer {
    try measure {
      let start = Clock.now
      terminal.write(keys)
      settle()
      return start
    }
  }

  /// Presses a key again and again, whatever else changes the screen meanwhile.
  /// - Parameters:
  ///   - key: the key.
  ///   - pause: milliseconds between two presses; presses while no answer has arrived are omitted.
  ///   - answer: the part of the screen that each press changes, and nothing else does.
  ///   - isEnough: whether to stop.
  /// - Returns: the milliseconds from each press to the last byte of the screen that answers it.
  /// - Throws: if the program ends, does not answer, or never shows enough.
  func press(
    _ key: String, every pause: Double, answer: (TerminalScreen) -> String,
    until isEnough: (TerminalScreen) -> Bool
  ) throws -> [Double] {
    var times: [Double] = []
    let deadline = Clock.now + TerminalSession.timeLimit
    drain()
    while !isEnough(screen) {
      guard terminal.isOpen, Clock.now < deadline else { throw failure("did not come to an end") }
      let (before, start) = (answer(screen), Clock.now)
      terminal.write(key)
      while answer(screen) == before {
        guard Clock.now < start + TerminalSession.busyLimit else { throw failure("did not answer") }
        read(waiting: TerminalSession.busyLimit)
        // The rest of the same output.
        while read(waiting: TerminalSession.samePainting) {}
        drain()
      }
      times.append((chunks.last?.time ?? start) - start)
      while Clock.now < start + pause { read(waiting: start + pause - Clock.now) }
      drain()
    }
    return times
  }

  /// Does nothing for a number of milliseconds.
  func idle(_ milliseconds: Double) throws -> Answer {
    try measure {
      let start = Clock.now
      while terminal.isOpen, Clock.now < start + milliseconds {
        read(waiting: start + milliseconds - Clock.now)
      }
      return start
    }
  }

  private func measure(_ action: () -> Double) throws -> Answer {
    drain()
    let (before, first, cpu) = (screen.cells, chunks.count, Clock.cpu(of: terminal.process) ?? 0)
    let start = action()
    let computed = (Clock.cpu(of: terminal.process) ?? 0) - cpu
    let new = chunks[first...]
    drain()
    guard terminal.isOpen else { throw failure("ended") }
    return Answer(
      last: new.last.map { $0.time - start } ?? 0, bytes: new.reduce(0) { $0 + $1.bytes.count },
      cells: screen.changedCells(since: before), cpu: computed)
  }

  /// Waits until the screen shows the expected content.
  /// - Returns: the milliseconds from spawning the program until the content arrived.
  func wait(for what: String, _ isShown: (TerminalScreen) -> Bool) throws -> Double {
    let deadline = Clock.now + TerminalSession.timeLimit
    // It may have arrived together with the content that was awaited before.
    if drawn > 0, isShown(screen) { return chunks[drawn - 1].time - terminal.started }
    while true {
      while drawn < chunks.count {
        let time = chunks[drawn].time
        drawNext()
        if isShown(screen) { return time - terminal.started }
        while read(waiting: 0) {}
      }
      guard terminal.isOpen else { throw failure("ended before \(what)") }
      guard Clock.now < deadline else { throw failure("did not get to \(what)") }
      read(waiting: 250)
    }
  }

  /// Quits the program.
  func quit(_ key: String) throws {
    terminal.write(key)
    guard terminal.end(patience: 3_000) else { throw failure("did not end well at \(key)") }
  }

  private func failure(_ what: String) -> BenchmarkError {
    while drawn < chunks.count { drawNext() }
    return .program(what, screen: screen.text)
  }

  // MARK: Reading

  @discardableResult
  private func read(waiting milliseconds: Double) -> Bool {
    guard let bytes = terminal.read(waiting: milliseconds) else { return false }
    chunks.append((Clock.now, bytes))
    return true
  }

  private func drain() {
    while read(waiting: 0) {}
    while drawn < chunks.count { drawNext() }
  }

  private func drawNext() {
    model.feed(chunks[drawn].bytes)
    drawn += 1
  }

  /// Reads until nothing has arrived for a while and the program is idle.
  func settle() {
    let deadline = Clock.now + TerminalSession.timeLimit
    var lastNews = Clock.now
    var (since, span, computed) = (lastNews, TerminalSession.patience, Clock.cpu(of: terminal.process))
    while terminal.isOpen, Clock.now < deadline {
      if read(waiting: since + span - Clock.now) {
        lastNews = Clock.now
      } else if Clock.now < since + span {
        continue
      } else if !isBusy(since: computed, span: span) || Clock.now > lastNews + TerminalSession.busyLimit {
        return
      }
      (since, span, computed) = (Clock.now, TerminalSession.quiet, Clock.cpu(of: terminal.process))
    }
  }

  private func isBusy(since computed: Double?, span: Double) -> Bool {
    guard let computed, let now = Clock.cpu(of: terminal.process) else { return false }
    return now - computed >= TerminalSession.busyShare * span
  }
}
