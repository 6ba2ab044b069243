import CNcurses
import Glibc

/// Gives the terminal back even if the program dies: by a signal of a crash, or by exit(3) with the screen
/// still claimed. It also keeps standard error, on which the Swift runtime says what went wrong, until the
/// screen can show it.
struct CrashGuard {
  private let terminal: Int32
  private let notice: String
  private var capture = StandardErrorCapture()
  private var modes = termios()

  /// - Parameters:
  ///   - terminal: the descriptor of the terminal.
  ///   - notice: the line a crash prints, without the signal's number.
  init(terminal: Int32, notice: String) {
    self.terminal = terminal
    self.notice = notice
  }

  /// Remembers the modes the terminal is in, as those to go back to.
  mutating func rememberModes() {
    tcgetattr(terminal, &modes)
  }

  /// Sets the modes that were remembered.
  func setModes() {
    var modes = modes
    tcsetattr(terminal, TCSADRAIN, &modes)
  }

  /// From here on the screen is ours. Once more when its size has changed.
  /// - Parameter reset: what to send so that the terminal is as it was.
  mutating func arm(reset: [UInt8]) {
    capture.begin()
    crash_guard_arm(
      terminal, &modes, reset.map { CChar(bitPattern: $0) }, reset.count, capture.files?.captured ?? -1,
      capture.files?.original ?? -1, notice)
  }

  /// The screen is given back; what was written to standard error meanwhile appears.
  mutating func disarm() {
    crash_guard_disarm()
    capture.end()
  }
}
