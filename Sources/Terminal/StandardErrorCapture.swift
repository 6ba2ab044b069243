import CNcurses
import Glibc

/// Captures standard error in memory while the screen is claimed, and writes it out afterwards. If standard error is
/// not a terminal, it is not captured.
struct StandardErrorCapture {
  /// The capturing file and the original one; nil while nothing is captured.
  private(set) var files: (captured: Int32, original: Int32)?

  mutating func begin() {
    guard files == nil, isatty(STDERR_FILENO) == 1 else { return }
    let captured = crash_guard_memory_file()
    let original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard captured >= 0, original >= 0, dup2(captured, STDERR_FILENO) >= 0 else {
      for file in [captured, original] where file >= 0 { close(file) }
      return
    }
    files = (captured, original)
  }

  mutating func end() {
    guard let (captured, original) = files else { return }
    files = nil
    dup2(original, STDERR_FILENO)
    crash_guard_copy(captured, STDERR_FILENO)
    close(captured)
    close(original)
  }
}
