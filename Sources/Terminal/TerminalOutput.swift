import CNcurses
import Glibc

/// The output to the terminal. Writing never waits: bytes that the terminal does not accept yet are queued.
///
/// Before sending large amounts, callers check whether all earlier bytes have been sent, so that at most one is queued.
struct TerminalOutput {
  /// A separate descriptor for the terminal.
  let descriptor: Int32
  private var bytes: [UInt8] = []
  private var sentCount = 0

  /// How long to wait for the terminal when restoring it, in milliseconds; at most twice.
  private static let patience = 200

  /// - Throws: `notATerminal` if it cannot be written to.
  init() throws(TerminalError) {
    self.init(descriptor: shim_open_for_writing(STDOUT_FILENO))
    guard descriptor >= 0 else { throw .notATerminal(.output) }
  }

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether everything has been sent.
  var isEmpty: Bool { bytes.isEmpty }

  /// Queues bytes and sends as much as possible.
  mutating func send(_ new: [UInt8]) {
    bytes += new
    flush()
  }

  /// Sends as much as the terminal accepts.
  mutating func flush() {
    while sentCount < bytes.count {
      let count = bytes[sentCount...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        sentCount += count
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        // The terminal was closed.
        break
      }
    }
    discard()
  }

  private mutating func discard() {
    bytes.removeAll()
    sentCount = 0
  }

  /// Sends the bytes that restore the terminal, and discards what is still queued.
  mutating func finish(with reset: [UInt8]) {
    var reset = reset
    if !drain() {
      discard()
      tcflush(descriptor, TCOFLUSH)
      // A sequence may have been partly sent.
      reset = Array("\u{1B}\\".utf8) + reset
    }
    send(reset)
    if !drain() {
      tcflush(descriptor, TCOFLUSH)
      flush()
      discard()
    }
  }

  /// Sends everything, within a time limit.
  /// - Returns: whether everything was sent.
  private mutating func drain() -> Bool {
    let deadline = MonotonicClock.milliseconds + TerminalOutput.patience
    flush()
    while !isEmpty {
      let rest = deadline - MonotonicClock.milliseconds
      guard rest > 0 else { return false }
      var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&room, 1, Int32(rest))
      flush()
    }
    return true
  }

  /// Closes the descriptor.
  func close() { Glibc.close(descriptor) }
}
