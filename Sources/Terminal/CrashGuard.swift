import CNcurses
import Glibc

/// The modes of the terminal's driver, and giving the terminal back even if the program dies: by a signal of a crash,
/// or by exit(3) with the screen still claimed. It also keeps standard error, on which the Swift runtime says what went
/// wrong, until the screen can show it.
struct CrashGuard {
  private let terminal: Int32
  private let notice: String
  private var capture = StandardErrorCapture()
  /// The modes to restore.
  private var modes = termios()
  /// The modes for reading keys.
  private var rawModes = termios()

  /// - Parameters:
  ///   - terminal: the descriptor of the terminal.
  ///   - notice: the line a crash prints, without the signal's number.
  init(terminal: Int32, notice: String) {
    self.terminal = terminal
    self.notice = notice
  }

  /// Remembers the current modes as those to restore.
  mutating func rememberModes() {
    tcgetattr(terminal, &modes)
  }

  /// Remembers the current modes after another program had the terminal, unless they are still those for reading keys.
  mutating func rememberForeignModes() {
    var now = termios()
    guard tcgetattr(terminal, &now) == 0, shim_same_modes(&now, &rawModes) == 0 else { return }
    modes = now
  }

  /// Restores the remembered modes.
  func setModes() {
    var modes = modes
    tcsetattr(terminal, TCSANOW, &modes)
  }

  /// Sets modes for reading single keys.
  mutating func setRawModes() {
    rawModes = modes
    shim_make_raw(&rawModes)
    tcsetattr(terminal, TCSANOW, &rawModes)
    // The driver may not support all of them.
    tcgetattr(terminal, &rawModes)
  }

  /// Call it when the screen has been claimed, and again when its size has changed.
  /// - Parameter reset: the bytes that restore the terminal.
  mutating func arm(reset: [UInt8]) {
    capture.begin()
    crash_guard_arm(
      terminal, &modes, reset.map { CChar(bitPattern: $0) }, reset.count, capture.files?.captured ?? -1,
      capture.files?.original ?? -1, notice)
  }

  /// Call it when the screen has been restored; what was written to standard error meanwhile appears.
  mutating func disarm() {
    crash_guard_disarm()
    capture.end()
  }
}
