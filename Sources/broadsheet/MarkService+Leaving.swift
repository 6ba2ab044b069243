import CLinux
import Glibc
import Marks

/// Writing the last marks when the program ends.
extension MarkService {
  /// Waits until everything is on disk, a few seconds at most, or until a signal asks the program to end at once. Marks
  /// that are not on disk then are saved in a file beside the database, for the next start.
  /// - Parameter patience: how long that may take, in milliseconds.
  /// - Returns: what could not be written, in messages; empty when all is well.
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
      // What is being written is rolled back, which takes a moment.
      _ = MarkService.isReadable(done, within: 300)
    }
    let requests = state.withLock { state in
      state.isOver = true
      return state.requests
    }
    let problem = state.withLock { $0.writeProblem ?? $0.toldProblem }
    return UnsavedMarks(requests.flatMap(\.request.records), problem: problem).putAside(besides: path)
  }

  /// Whether a descriptor can be read within some time. `orEndWanted`: waiting ends when somebody wants the program
  /// ended at once; the signals for that are blocked, and wait.
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
