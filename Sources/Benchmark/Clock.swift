import Glibc

/// Times in milliseconds.
enum Clock {
  /// The milliseconds that some work takes.
  static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }

  /// The CPU time of this thread for some work, in milliseconds.
  static func measureCPU(_ work: () throws -> Void) rethrows -> Double {
    let start = threadCPU
    try work()
    return threadCPU - start
  }

  /// The time of a monotonic clock.
  static var now: Double { read(CLOCK_MONOTONIC) }

  /// The CPU time of this thread so far, which other programs on the machine do not increase.
  static var threadCPU: Double { read(CLOCK_THREAD_CPUTIME_ID) }

  /// The CPU time of all threads of a process so far; nil if it no longer exists.
  static func cpu(of process: pid_t) -> Double? {
    var clock = clockid_t()
    guard clock_getcpuclockid(process, &clock) == 0 else { return nil }
    return read(clock)
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
