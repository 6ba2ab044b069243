import Dispatch
import Foundation
import Synchronization
import Terminal

/// Does one job after another on a thread of its own, which sleeps while there is none.
///
/// Not a dispatch queue: the threads of those wake up every second to see whether they are still needed.
final class WorkerThread: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var isStarted = false
  }

  private let name: String
  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)

  /// A thread that begins with its first job, and lives as long as the program.
  init(name: String) {
    self.name = name
  }

  /// Does a job after those that were asked for before.
  func perform(_ job: @escaping @Sendable () -> Void) {
    let isFirst = state.withLock { state in
      defer { state.isStarted = true }
      state.jobs.append(job)
      return !state.isStarted
    }
    available.signal()
    if isFirst { start() }
  }

  private func start() {
    let thread = Thread { [self] in
      ProgramSignals.protectThread()
      while true { work() }
    }
    thread.name = name
    thread.start()
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
    let job = state.withLock { $0.jobs.removeFirst() }
    job()
  }
}
