import CNcurses
import Glibc

/// The terminal in other hands: stopped, in the background, or with another program.
extension TerminalDevice {
  /// The program was stopped without a chance to give the terminal back, and goes on: whatever has used the terminal
  /// meanwhile has changed its modes and its screen.
  func reclaim() {
    guard isClaimed else { return }
    guard job_control_wait_for_foreground(STDIN_FILENO) != 0 else { return }
    job_control_forget_continue()
    guardian.rememberForeignModes()
    updateSize()
    enter()
    events.append(.resized(size))
  }

  /// Gives the terminal back, stops the process group as the terminal driver does for ^Z, and claims the
  /// screen again when it goes on; the size may be another. If it goes on only to be ended by a signal, the
  /// screen stays given back.
  public func suspend() {
    restore()
    job_control_stop()
    claimInForeground()
  }

  private func claimInForeground() {
    guard job_control_wait_for_foreground(STDIN_FILENO) != 0 else { return }
    job_control_forget_continue()
    claim()
  }

  /// Hands the terminal over to another program until it ends, and claims it again; the size may be another. ^C is for
  /// the program alone meanwhile; when it is stopped by ^Z, so are we, and both go on together.
  /// - Parameter start: starts the program in our process group, with signals as usual, and tells its number.
  /// - Returns: how it ended, as waitpid(2) tells it.
  /// - Throws: what `start` throws; the terminal is claimed again then, too.
  public func handOver<Failure>(to start: () throws(Failure) -> Int32) throws(Failure) -> Int32 {
    restore()
    terminal_watch_set_owner(terminal_lent)
    defer {
      // One that crashed leaves modes behind that nobody asked for.
      guardian.setModes()
      terminal_watch_set_owner(terminal_released)
      claimInForeground()
    }
    return job_control_wait_for_end(try start())
  }
}
