import CNcurses
import Glibc

/// Job control: stopping, continuing, and running other programs in the terminal.
extension TerminalDevice {
  /// The program continues after it was stopped without restoring the terminal: another program may have changed the
  /// terminal's modes and the screen.
  func reclaim() {
    guard isClaimed else { return }
    guard job_control_wait_for_foreground(STDIN_FILENO) != 0 else { return }
    job_control_forget_continue()
    guardian.rememberForeignModes()
    updateSize()
    enter()
    events.append(.resized(size))
  }

  /// Restores the terminal, stops the process group as the terminal driver does on ^Z, and claims the screen again when
  /// the process continues; the size may have changed. If it only continues to be ended by a signal, the screen is not
  /// claimed again.
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

  /// Hands the terminal over to another program until it ends, then claims it again; the size may have changed. In the
  /// meantime only the program receives ^C; if it is stopped by ^Z, so is Broadsheet, and both continue together.
  /// - Parameter start: starts the program in our process group, with default signals, and returns its process ID.
  /// - Returns: its status, as returned by waitpid(2).
  /// - Throws: errors of `start`; the terminal is claimed again in this case, too.
  public func handOver<Failure>(to start: () throws(Failure) -> Int32) throws(Failure) -> Int32 {
    restore()
    terminal_watch_set_owner(terminal_lent)
    defer {
      // A program that crashed may have left other modes.
      guardian.setModes()
      terminal_watch_set_owner(terminal_released)
      claimInForeground()
    }
    return job_control_wait_for_end(try start())
  }
}
