import CLinux
import CNcurses
import Glibc

/// Signals as something to read from: they wait in a descriptor until the event loop looks, and interrupt
/// nothing.
///
/// All that would end or stop the program are among them, also those that nobody plans for: whatever is sent, the
/// terminal is given back first. Signals of crashes are the `CrashGuard`'s.
struct SignalQueue {
  enum Signal: Equatable {
    /// The window has another size.
    case resized
    /// Somebody wants the program stopped for a while.
    case stop
    /// The program was stopped, and goes on.
    case continued
    /// Somebody wants it ended.
    case end(Int32)
  }

  /// Readable while signals wait.
  let descriptor: Int32

  /// Blocks the signals, if that was not done before.
  init() {
    SignalQueue.block()
    var set = SignalQueue.signals
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
  }

  /// Blocks the signals in this thread and all that it starts.
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

  /// The next one; nil if none waits.
  func next() -> Signal? {
    while true {
      var info = signalfd_siginfo()
      let size = MemoryLayout<signalfd_siginfo>.size
      guard read(descriptor, &info, size) == size else { return nil }
      switch Int32(bitPattern: info.ssi_signo) {
      case SIGWINCH: return .resized
      case SIGTSTP: return .stop
      case SIGCONT: return .continued
      // Our own write failed, and whoever wrote was told so.
      case SIGPIPE, SIGXFSZ:
        if info.ssi_pid != UInt32(bitPattern: getpid()) { return .end(Int32(info.ssi_signo)) }
      case let number: return .end(number)
      }
    }
  }
}

/// What the whole program does about signals.
public enum ProgramSignals {
  /// Keeps those that would end or stop the program waiting until a `TerminalDevice` handles them. To be called before
  /// there are other threads, which then all leave them alone.
  public static func block() { SignalQueue.block() }

  /// Ends the program by a signal, so that whoever started it can tell.
  public static func end(by signal: Int32) -> Never {
    crash_guard_end_by(signal)
    exit(128 + signal)
  }

  /// Lets a crash on the calling thread give the terminal back even when its stack has overflowed.
  public static func protectThread() { crash_guard_protect_thread() }
}
