import Glibc

/// Reads bytes from the terminal and decodes them. A sequence may arrive in pieces; an escape character that is
/// followed by nothing for a while is the Escape key.
struct TerminalInput {
  private var decoder: InputDecoder
  /// How long to wait for the rest of an escape sequence, in milliseconds, before it is the Escape key.
  private let escapeDelay: Int
  /// The time at which it is reported as the Escape key, if nothing follows.
  private var deadline: Int?

  /// The maximum number of bytes read between two paintings: enough for 200 keys typed ahead, but not for a key that is
  /// held down.
  private static let pieceLimit = 1 << 10

  /// As in vim: longer than the pauses between packets on a slow line, shorter than a user notices.
  static let usualEscapeDelay = 100
  /// The minimum time to wait for the rest of an incomplete sequence: on a slow line, an arrow key must not be taken
  /// for commands, and users who press Alt and `[` rarely have to wait for it.
  static let sequenceDelay = 1_000
  /// How long a sequence may still arrive after the Escape key was reported: no user presses Escape and `[` that fast.
  static let lateSequenceDelay = 250
  private static let longestEscapeDelay = 30_000

  /// - Parameters:
  ///   - described: the keys of the terminal's description.
  ///   - environment: provides `ESCDELAY`, in milliseconds as in ncurses(3X).
  init(_ described: KeySequences, environment: [String: String]) {
    decoder = InputDecoder(described)
    let wanted = environment["ESCDELAY"].flatMap { Int($0) } ?? TerminalInput.usualEscapeDelay
    escapeDelay = min(max(0, wanted), TerminalInput.longestEscapeDelay)
  }

  /// The number of milliseconds until `silence()` has to be called; nil for never.
  var timeout: Int? {
    deadline.map { max(0, $0 - MonotonicClock.milliseconds) }
  }

  /// Reads some of the available bytes.
  /// - Returns: the decoded events, and whether there were any bytes.
  mutating func read(from file: Int32) -> (outputs: [InputDecoder.Output], isEmpty: Bool) {
    var bytes = [UInt8](repeating: 0, count: TerminalInput.pieceLimit)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count > 0 else { return ([], isEmpty: true) }
    let outputs = bytes[..<count].flatMap { decoder.handle($0) }
    wait()
    return (outputs, isEmpty: false)
  }

  private mutating func wait() {
    deadline = decoder.isWaiting ? MonotonicClock.milliseconds + delay : nil
  }

  private var delay: Int {
    if decoder.hasReportedEscape { return TerminalInput.lateSequenceDelay }
    return decoder.hasBegunSequence ? max(escapeDelay, TerminalInput.sequenceDelay) : escapeDelay
  }

  /// Call it when the rest of a sequence has not arrived in time.
  mutating func silence() -> [InputDecoder.Output] {
    guard timeout == 0 else { return [] }
    defer { wait() }
    return decoder.silence()
  }
}
