import GRDB
import Glibc
import Synchronization

/// How long to wait while another program has the database locked, until somebody does not want to wait any more.
final class BusyWait: Sendable {
  private let seconds: Double
  private let hurry = Mutex(false)

  init(seconds: Double) {
    self.seconds = seconds
  }

  /// Waits for locks no longer, neither now nor later.
  func stopWaiting() { hurry.withLock { $0 = true } }

  /// For SQLite: sleeps a little and says whether to try again.
  var callback: @Sendable (Int) -> Bool {
    { [self] tries in
      // 1, 2, 3, … up to 25 milliseconds: the sum of what was slept before tells the time without a clock.
      let (pause, ramp) = (min(tries + 1, 25), min(tries, 24))
      let slept = ramp * (ramp + 1) / 2 + max(0, tries - 24) * 25
      guard !hurry.withLock({ $0 }), Double(slept) < seconds * 1_000 else { return false }
      usleep(UInt32(pause) * 1_000)
      return true
    }
  }
}
