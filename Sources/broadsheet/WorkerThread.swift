import Dispatch
import Foundation
import Synchronization

/// Does one job after another on a thread of its own, which sleeps while there is none.
///
/// Not a dispatch queue: the threads of those wake up every second to see whether they are still needed.
final class WorkerThread: Sendable {
  private let jobs = Mutex<[@Sendable () -> Void]>([])
  private let available = DispatchSemaphore(value: 0)

  /// A thread that lives as long as the program.
  init(name: String) {
    let thread = Thread { [self] in
      while true { work() }
    }
    thread.name = name
    thread.start()
  }

  /// Does a job after those that were asked for before.
  func perform(_ job: @escaping @Sendable () -> Void) {
    jobs.withLock { $0.append(job) }
    available.signal()
  }

  /// The same, and waits until it is done.
  func performAndWait(_ job: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    perform {
      job()
      done.signal()
    }
    done.wait()
  }

  private func work() {
    available.wait()
    let job = jobs.withLock { $0.removeFirst() }
    job()
  }
}
