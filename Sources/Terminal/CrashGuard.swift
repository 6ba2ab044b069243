import CNcurses
import Glibc

/// The modes of the terminal driver. Restores the terminal even if the program dies: by a signal of a crash, or by
/// exit(3) while the screen is claimed. Also keeps standard error, to which the Swift runtime writes the cause of a
/// crash, until the screen can show it.
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
  ///   - notice: the line that is printed after a crash, without the signal's number.
  init(terminal: Int32, notice: String) {
    self.terminal = terminal
    self.notice = notice
  }

  /// Saves the current modes as the modes to restore.
  mutating func rememberModes() {
    tcgetattr(terminal, &modes)
  }

  /// Saves the current modes after another program had the terminal, unless they are still the modes for reading keys.
  mutating func rememberForeignModes() {
    var now = termios()
    guard tcgetattr(terminal, &now) == 0, shim_same_modes(&now, &rawModes) == 0 else { return }
    modes = now
  }

  /// Restores the saved modes.
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

  /// Call it when the screen has been claimed, and whenever its size has changed.
  /// - Parameter reset: the bytes that restore the terminal.
  mutating func arm(reset: [UInt8]) {
    capture.begin()
    crash_guard_arm(
      terminal, &modes, reset.map { CChar(bitPattern: $0) }, reset.count, capture.files?.captured ?? -1,
      capture.files?.original ?? -1, notice)
  }

  /// Call it when the screen has been restored; shows what was written to standard error in the meantime.
  mutating func disarm() {
    crash_guard_disarm()
    capture.end()
  }
}
