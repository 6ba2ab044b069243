import Glibc

/// Bytes from the terminal, made to events. A sequence may come in pieces; where it may be over, Escape is told after a
/// while without bytes.
struct TerminalInput {
  private var decoder: InputDecoder
  /// How long the rest of an escape sequence may take, in milliseconds, before it was the Escape key.
  private let escapeDelay: Int
  /// When it was the Escape key, if nothing follows.
  private var deadline: Int?

  /// So much is read before there is a painting in between: 200 keys typed ahead fit, a key that is held down for ever
  /// does not.
  private static let pieceLimit = 1 << 10

  /// As in vim: longer than a line with a pause after each packet takes, shorter than a person waits.
  static let usualEscapeDelay = 100
  /// How long the rest of a sequence that has begun may take at least: a slow line must not turn an arrow key into
  /// commands, and a person who presses Alt and `[` waits for it seldom.
  static let sequenceDelay = 1_000
  private static let longestEscapeDelay = 30_000

  /// - Parameters:
  ///   - described: keys as the terminal's description has them.
  ///   - environment: where `ESCDELAY` is looked up, milliseconds as in ncurses(3X).
  init(_ described: KeySequences, environment: [String: String]) {
    decoder = InputDecoder(described)
    let wanted = environment["ESCDELAY"].flatMap { Int($0) } ?? TerminalInput.usualEscapeDelay
    escapeDelay = min(max(0, wanted), TerminalInput.longestEscapeDelay)
  }

  /// When to call `silence()`, in milliseconds from now; nil if never.
  var timeout: Int? {
    deadline.map { max(0, $0 - MonotonicClock.milliseconds) }
  }

  /// Reads a piece of what is there.
  /// - Returns: what it means, and whether there was anything.
  mutating func read(from file: Int32) -> (outputs: [InputDecoder.Output], isEmpty: Bool) {
    var bytes = [UInt8](repeating: 0, count: TerminalInput.pieceLimit)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count > 0 else { return ([], isEmpty: true) }
    let outputs = bytes[..<count].flatMap { decoder.handle($0) }
    deadline = decoder.isWaiting ? MonotonicClock.milliseconds + delay : nil
    return (outputs, isEmpty: false)
  }

  private var delay: Int {
    decoder.hasBegunSequence ? max(escapeDelay, TerminalInput.sequenceDelay) : escapeDelay
  }

  /// The time is over in which the rest of a sequence would have come.
  mutating func silence() -> [InputDecoder.Output] {
    guard timeout == 0 else { return [] }
    deadline = nil
    return decoder.silence()
  }
}
