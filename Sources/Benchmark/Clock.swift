import Glibc

/// Times in milliseconds.
enum Clock {
  /// Milliseconds that some work takes.
  static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }

  /// Milliseconds that this thread computes for some work.
  static func measureCPU(_ work: () throws -> Void) rethrows -> Double {
    let start = threadCPU
    try work()
    return threadCPU - start
  }

  /// A clock that never goes back.
  static var now: Double { read(CLOCK_MONOTONIC) }

  /// What this thread has computed so far: other programs on the machine do not make it longer.
  static var threadCPU: Double { read(CLOCK_THREAD_CPUTIME_ID) }

  /// What all threads of a process have computed so far; nil when it has gone.
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
