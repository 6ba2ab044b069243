import CLinux
import Glibc

/// Signals as something to read from: they wait in a descriptor until the event loop looks, and interrupt
/// nothing.
///
/// Made before any other thread, which then all leave these signals alone.
struct SignalSource {
  enum Event {
    /// The window has another size.
    case resized
    /// Somebody wants the program stopped for a while.
    case stop
    /// Somebody wants it ended.
    case end(Int32)
  }

  let descriptor: Int32

  init() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH] { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
  }

  /// The next one; nil if there is none.
  func next() -> Event? {
    var info = signalfd_siginfo()
    guard read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) == MemoryLayout<signalfd_siginfo>.size
    else {
      return nil
    }
    switch Int32(info.ssi_signo) {
    case SIGWINCH: return .resized
    case SIGTSTP: return .stop
    case let number: return .end(number)
    }
  }
}
