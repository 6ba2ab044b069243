import Reader
import Synchronization
import Threads

/// Counts the matches in long stories on a separate thread. Only the last requested count is completed.
final class MatchCounter: Sendable {
  private let thread = WorkerThread.guarded("find")
  private let inbox: Inbox
  private let latest = Mutex(0)

  init(inbox: Inbox) {
    self.inbox = inbox
  }

  func count(_ scan: StoryScan) {
    let number = latest.withLock { latest in
      latest += 1
      return latest
    }
    thread.perform { [self] in
      if let result = scan.run(givesUp: { latest.withLock { $0 != number } }) {
        inbox.receive([.matchesCounted(result)])
      }
    }
  }
}
