import CLinux
import Glibc

/// Starts threads of the operating system. Foundation's `Thread` does not report when it cannot be started.
public enum SystemThread {
  /// Starts a thread that ends with its job.
  ///
  /// The thread blocks all signals but those of its own faults, so that other threads handle them, and crashes are
  /// still caught.
  /// - Parameters:
  ///   - name: the name, of which the system shows 15 bytes.
  ///   - niceness: its priority, as for `nice`.
  ///   - job: the work of the thread.
  /// - Throws: if there are too many threads, or too little memory.
  public static func start(
    name: String, niceness: Int32 = 0, _ job: @escaping @Sendable () -> Void
  ) throws(ThreadError) {
    let thread = Unmanaged.passRetained(Thread(name: name, niceness: niceness, job: job))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var (signals, before) = (otherThanFaults, sigset_t())
    pthread_sigmask(SIG_SETMASK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var handle = pthread_t()
    let code = pthread_create(
      &handle, &attributes,
      { context in
        if let context { Unmanaged<Thread>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, thread.toOpaque())
    guard code == 0 else {
      thread.release()
      throw ThreadError(errno: code)
    }
  }

  private static var otherThanFaults: sigset_t {
    var set = sigset_t()
    sigfillset(&set)
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS] { sigdelset(&set, fault) }
    return set
  }

  private final class Thread: Sendable {
    let name: String
    let niceness: Int32
    let job: @Sendable () -> Void

    init(name: String, niceness: Int32, job: @escaping @Sendable () -> Void) {
      (self.name, self.niceness, self.job) = (name, niceness, job)
    }

    func run() {
      linux_name_thread(name)
      // On Linux a thread has a priority of its own.
      if niceness != 0 { _ = nice(niceness) }
      job()
    }
  }
}

/// A thread could not be started.
public struct ThreadError: Error, Hashable {
  /// The error number of the failed call.
  public var errno: Int32
}
