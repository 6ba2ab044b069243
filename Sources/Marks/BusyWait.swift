import GRDB
import Glibc
import Synchronization

/// How long to wait while another program has the database locked; the wait can be cancelled.
final class BusyWait: Sendable {
  private let seconds: Double
  private let hurry = Mutex(false)

  /// In milliseconds.
  private static let pause = 2

  init(seconds: Double) {
    self.seconds = seconds
  }

  /// Stops waiting for locks, now and later.
  func stopWaiting() { hurry.withLock { $0 = true } }

  /// For SQLite: sleeps briefly and returns whether to try again.
  var callback: @Sendable (Int) -> Bool {
    { [self] tries in
      // Retries often: a busy program leaves hardly a millisecond between two writes, and SQLite has no queue of
      // waiters.
      guard !hurry.withLock({ $0 }), Double(tries * BusyWait.pause) < seconds * 1_000 else { return false }
      usleep(UInt32(BusyWait.pause) * 1_000)
      return true
    }
  }
}
