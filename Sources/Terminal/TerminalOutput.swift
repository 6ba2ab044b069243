import CNcurses
import Glibc

/// Bytes on their way to the terminal. Writing never waits: what the terminal does not take yet is kept, and sent when
/// there is room.
///
/// Whoever sends large things looks first whether everything before is gone, so that no more than one of them is kept.
struct TerminalOutput {
  /// A descriptor of its own for the terminal.
  let descriptor: Int32
  private var bytes: [UInt8] = []
  private var sentCount = 0

  /// How long a terminal that is to be given back is waited for, in milliseconds; twice at most.
  private static let patience = 200

  /// - Throws: `notATerminal` where there is no way to write.
  init() throws(TerminalError) {
    self.init(descriptor: shim_open_for_writing(STDOUT_FILENO))
    guard descriptor >= 0 else { throw .notATerminal(.output) }
  }

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether everything is sent.
  var isEmpty: Bool { bytes.isEmpty }

  /// Sends bytes after those that were to be sent before.
  mutating func send(_ new: [UInt8]) {
    bytes += new
    flush()
  }

  /// Sends as much as the terminal takes.
  mutating func flush() {
    while sentCount < bytes.count {
      let count = bytes[sentCount...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        sentCount += count
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        // The terminal is gone.
        break
      }
    }
    discard()
  }

  private mutating func discard() {
    bytes.removeAll()
    sentCount = 0
  }

  /// Sends what gives the terminal back. What a terminal has not taken by then, it never needs to show.
  mutating func finish(with reset: [UInt8]) {
    var reset = reset
    if !drain() {
      discard()
      tcflush(descriptor, TCOFLUSH)
      // It may have taken half of a sequence.
      reset = Array("\u{1B}\\".utf8) + reset
    }
    send(reset)
    if !drain() {
      tcflush(descriptor, TCOFLUSH)
      flush()
      discard()
    }
  }

  /// Sends everything, for a while.
  /// - Returns: whether everything is sent.
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
