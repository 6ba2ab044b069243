import CNcurses
import Glibc

/// The modes of the terminal's driver, and giving the terminal back even if the program dies: by a signal of a crash, or
/// by exit(3) with the screen still claimed. It also keeps standard error, on which the Swift runtime says what went wrong, until the
/// screen can show it.
struct CrashGuard {
  private let terminal: Int32
  private let notice: String
  private var capture = StandardErrorCapture()
  /// The modes to go back to.
  private var modes = termios()
  /// Those that were set for reading keys.
  private var rawModes = termios()

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

  /// The same after somebody else has had the terminal: where it is as we left it, the modes before that stay.
  mutating func rememberForeignModes() {
    var now = termios()
    guard tcgetattr(terminal, &now) == 0, shim_same_modes(&now, &rawModes) == 0 else { return }
    modes = now
  }

  /// Sets the modes that were remembered.
  func setModes() {
    var modes = modes
    tcsetattr(terminal, TCSANOW, &modes)
  }

  /// Sets modes for reading single keys.
  mutating func setRawModes() {
    rawModes = modes
    shim_make_raw(&rawModes)
    tcsetattr(terminal, TCSANOW, &rawModes)
    // The driver may not have everything.
    tcgetattr(terminal, &rawModes)
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
