import CLinux
import Glibc

/// The priority of the calling thread. On Linux each thread has its own.
public enum ThreadPriority {
  /// How long a thread that answers at once runs at a time, in nanoseconds, a fraction of the usual time.
  private static let shortSlice: UInt64 = 200_000

  /// Runs the calling thread as soon as it wakes up, at the price of running for shorter times.
  ///
  /// Even a thread of low priority usually keeps its core until its time is up, for up to 4 ms: a key that is handed from
  /// thread to thread waits several times. Linux (since 6.12) interrupts it for threads that run for shorter times;
  /// earlier systems, where this changes nothing, do so for those that mostly sleep. Threads and programs that are
  /// started by it run as usual.
  public static func answerAtOnce() {
    var scheduling = linux_scheduling()
    guard linux_get_scheduling(&scheduling) == 0, scheduling.policy == UInt32(SCHED_OTHER) else { return }
    (scheduling.slice, scheduling.flags) = (shortSlice, linux_scheduling_is_not_inherited)
    _ = linux_set_scheduling(&scheduling)
  }
}
