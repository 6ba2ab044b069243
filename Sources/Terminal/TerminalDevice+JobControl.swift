import CNcurses
import Glibc

/// Job control: stopping, continuing, and running another program in the terminal.
extension TerminalDevice {
  /// The program continues after it was stopped without restoring the terminal: another program may have changed the
  /// terminal's modes and screen.
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
  /// - Parameter start: starts the program in our process group, with default signals, and returns its process ID.
  /// - Returns: its status, as returned by waitpid(2).
  /// - Throws: what `start` throws; the terminal is claimed again then, too.
  public func handOver<Failure>(to start: () throws(Failure) -> Int32) throws(Failure) -> Int32 {
    restore()
    terminal_watch_set_owner(terminal_lent)
    defer {
      // A program that crashed may leave other modes behind.
      guardian.setModes()
      terminal_watch_set_owner(terminal_released)
      claimInForeground()
    }
    return job_control_wait_for_end(try start())
  }
}
