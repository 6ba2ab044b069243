import CLinux
import CNcurses
import Glibc

/// Queues signals in a descriptor until the event loop reads them, so that they interrupt nothing.
///
/// This includes all signals that would end or stop the program, so that the terminal is always restored first. Signals
/// of crashes are handled by `CrashGuard`.
struct SignalQueue {
  enum Signal: Equatable {
    /// The window was resized.
    case resized
    /// A request to stop the program (^Z).
    case stop
    /// The program was stopped and continues.
    case continued
    /// A request to end the program.
    case end(Int32)
  }

  /// Readable while signals are queued.
  let descriptor: Int32

  /// Blocks the signals, unless they are blocked already.
  init() {
    SignalQueue.block()
    var set = SignalQueue.signals
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
  }

  /// Blocks the signals in this thread and in all threads that it starts.
  static func block() {
    var set = signals
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  private static var signals: sigset_t {
    let known = [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH, SIGCONT, SIGPIPE, SIGXFSZ, SIGXCPU, SIGUSR1,
      SIGUSR2,
      SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR, SIGSTKFLT,
    ]
    var set = sigset_t()
    sigemptyset(&set)
    for signal in known { sigaddset(&set, signal) }
    for signal in __libc_current_sigrtmin()...__libc_current_sigrtmax() { sigaddset(&set, signal) }
    return set
  }

  /// The next signal; nil if there is none.
  func next() -> Signal? {
    while true {
      var info = signalfd_siginfo()
      let size = MemoryLayout<signalfd_siginfo>.size
      guard read(descriptor, &info, size) == size else { return nil }
      switch Int32(bitPattern: info.ssi_signo) {
      case SIGWINCH: return .resized
      case SIGTSTP: return .stop
      case SIGCONT: return .continued
      // One of our own writes failed, which its caller has handled.
      case SIGPIPE, SIGXFSZ:
        if info.ssi_pid != UInt32(bitPattern: getpid()) { return .end(Int32(info.ssi_signo)) }
      case let number: return .end(number)
      }
    }
  }
}

/// Signal handling of the whole program.
public enum ProgramSignals {
  /// Blocks the signals that would end or stop the program, until a `TerminalDevice` handles them. Call it before other
  /// threads are started, so that they inherit the mask.
  public static func block() { SignalQueue.block() }

  /// Ends the program with a signal, so that its parent gets the right status.
  public static func end(by signal: Int32) -> Never {
    crash_guard_end_by(signal)
    exit(128 + signal)
  }

  /// Restores the terminal after a crash on the calling thread, even if its stack has overflowed.
  public static func protectThread() { crash_guard_protect_thread() }
}
