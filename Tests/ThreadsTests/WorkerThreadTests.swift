import CLinux
import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Threads

/// One job after another, whether there is a thread for them or not.
struct WorkerThreadTests {
  /// What jobs have done, in their order.
  private final class Record: Sendable {
    private let entries = Mutex<[Int]>([])

    var all: [Int] { entries.withLock { $0 } }

    func add(_ entry: Int) { entries.withLock { $0.append(entry) } }
  }

  private func worker(hasThreads: Bool) -> WorkerThread {
    hasThreads ? WorkerThread(name: "test") : WorkerThread(name: "test", start: Self.refuse)
  }

  @Sendable private static func refuse(
    _ name: String, _ niceness: Int32, _ job: @escaping WorkerThread.Job
  ) throws(ThreadError) {
    throw ThreadError(errno: EAGAIN)
  }

  @Test(arguments: [true, false])
  func jobsAreDoneInTheirOrder(hasThreads: Bool) {
    let (worker, record) = (worker(hasThreads: hasThreads), Record())
    for number in 1...100 { worker.perform { record.add(number) } }
    #expect(worker.finish())
    #expect(record.all == Array(1...100))
  }

  @Test(arguments: [true, false])
  func aJobAsksForAnother(hasThreads: Bool) {
    let (worker, record) = (worker(hasThreads: hasThreads), Record())
    let isDone = DispatchSemaphore(value: 0)
    worker.perform {
      worker.perform {
        record.add(2)
        isDone.signal()
      }
      record.add(1)
    }
    isDone.wait()
    #expect(record.all == [1, 2])
  }

  @Test func aTimedJobGivesWayToALaterOneAndToWhatIsToBeDoneNow() {
    let (worker, record) = (WorkerThread(name: "test"), Record())
    let isDone = DispatchSemaphore(value: 0)
    worker.perform {
      worker.perform(at: 0) { record.add(1) }
      worker.perform(at: 0) {
        record.add(3)
        isDone.signal()
      }
      worker.perform { record.add(2) }
    }
    isDone.wait()
    #expect(record.all == [2, 3])
  }

  @Test func aTimedJobWaitsForItsTime() {
    let (worker, isDone) = (WorkerThread(name: "test"), DispatchSemaphore(value: 0))
    let time = WorkerThread.now + 20
    let doneAt = Mutex(0)
    worker.perform(at: time) {
      doneAt.withLock { $0 = WorkerThread.now }
      isDone.signal()
    }
    isDone.wait()
    #expect(doneAt.withLock { $0 } >= time)
  }

  @Test func nobodyWaitsForEverForAJobThatDoesNotEnd() {
    let (worker, goesOn) = (WorkerThread(name: "test"), DispatchSemaphore(value: 0))
    worker.perform { goesOn.wait() }
    #expect(!worker.finish(within: 1))
    goesOn.signal()
    #expect(worker.finish())
  }

  /// Whenever the program begins to wait for signals, they are not given to a thread that was there before.
  @Test func aThreadLeavesSignalsAlone() throws {
    let signals = Mutex(sigset_t())
    let isDone = DispatchSemaphore(value: 0)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &before)
    try SystemThread.start(name: "a name that is longer than the system takes") {
      signals.withLock { _ = pthread_sigmask(SIG_BLOCK, nil, &$0) }
      isDone.signal()
    }
    isDone.wait()
    var (blocked, after) = (signals.withLock { $0 }, sigset_t())
    pthread_sigmask(SIG_BLOCK, nil, &after)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGUSR1] {
      #expect(sigismember(&blocked, signal) == 1)
      #expect(sigismember(&after, signal) == sigismember(&before, signal))
    }
    for fault in [SIGSEGV, SIGBUS, SIGABRT] { #expect(sigismember(&blocked, fault) == 0) }
  }

  /// The thread that starts it runs as before, and so do those that it starts itself.
  @Test func aThreadThatAnswersAtOnceRunsForShorterTimes() throws {
    let slices = Mutex<[UInt64]>([])
    let isDone = DispatchSemaphore(value: 0)
    @Sendable func note() {
      var scheduling = linux_scheduling()
      _ = linux_get_scheduling(&scheduling)
      slices.withLock { $0.append(scheduling.slice) }
    }
    note()
    try SystemThread.start(name: "test") {
      ThreadPriority.answerAtOnce()
      note()
      let isStarted: Void? = try? SystemThread.start(name: "another") {
        note()
        isDone.signal()
      }
      if isStarted == nil { isDone.signal() }
    }
    isDone.wait()
    note()
    let found = slices.withLock { $0 }
    #expect(found.count == 4)
    // Systems before Linux 6.12 have no slices of a thread's own, and report zeros.
    guard found[0] > 0 else { return }
    #expect(found[1] < found[0] && found[2] == found[0] && found[3] == found[0])
  }
}
