import GRDB
import Glibc
import Synchronization

/// How long to wait while another program has the database locked, until somebody does not want to wait any more.
final class BusyWait: Sendable {
  private let seconds: Double
  private let hurry = Mutex(false)

  /// In milliseconds.
  private static let pause = 2

  init(seconds: Double) {
    self.seconds = seconds
  }

  /// Waits for locks no longer, neither now nor later.
  func stopWaiting() { hurry.withLock { $0 = true } }

  /// For SQLite: sleeps a little and says whether to try again.
  var callback: @Sendable (Int) -> Bool {
    { [self] tries in
      // Often: between two writes of a busy program there is hardly a millisecond, and nobody keeps a queue.
      guard !hurry.withLock({ $0 }), Double(tries * BusyWait.pause) < seconds * 1_000 else { return false }
      usleep(UInt32(BusyWait.pause) * 1_000)
      return true
    }
  }
}
