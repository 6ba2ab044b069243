import CLinux
import Glibc
import Marks

/// Writes the last marks when the program ends.
extension MarkService {
  /// Waits until everything is on disk, for a few seconds at most, or until a signal requests the program to end at
  /// once. Marks that are not on disk by then are saved in a file beside the database, for the next start.
  /// - Parameter patience: the maximum time to wait, in milliseconds.
  /// - Returns: messages about what could not be written; empty if everything was.
  func finish(patience: Int) -> [String] {
    let done = eventfd(0, Int32(EFD_CLOEXEC))
    thread.perform {
      self.writeRequests()
      self.exchange()
      try? self.store?.close()
      var one: UInt64 = 1
      write(done, &one, 8)
    }
    if !MarkService.isReadable(done, within: patience, orEndWanted: true) {
      store?.hurry()
      // A transaction in progress is rolled back, which takes a moment.
      _ = MarkService.isReadable(done, within: 300)
    }
    let requests = state.withLock { state in
      state.isOver = true
      return state.requests
    }
    let problem = state.withLock { $0.writeProblem ?? $0.toldProblem }
    return UnsavedMarks(requests.flatMap(\.request.records), problem: problem).putAside(besides: path)
  }

  /// Whether a descriptor becomes readable within a time limit. `orEndWanted`: waiting also ends when a signal requests
  /// the program to end at once; these signals are blocked and remain pending.
  private static func isReadable(
    _ descriptor: Int32, within milliseconds: Int, orEndWanted isGivenUp: Bool = false
  ) -> Bool {
    let step = 20
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    for _ in 0..<max(1, milliseconds / step) {
      if poll(&entry, 1, Int32(step)) > 0 { return true }
      var waiting = sigset_t()
      sigpending(&waiting)
      if isGivenUp, [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(where: { sigismember(&waiting, $0) == 1 }) {
        break
      }
    }
    return false
  }
}
