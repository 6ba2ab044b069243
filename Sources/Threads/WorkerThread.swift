import Dispatch
import Glibc
import Synchronization

/// Runs jobs one after another on a thread of its own, which sleeps while there are none.
///
/// Not a dispatch queue, because their threads wake up every second to see whether they are still needed. If no thread
/// can be started, jobs run on the thread that requests them.
public final class WorkerThread: Sendable {
  /// A job.
  public typealias Job = @Sendable () -> Void

  private let name: String
  private let niceness: Int32
  private let prepare: Job
  private let start: Start
  private let queue = Mutex(Queue())
  private let available = DispatchSemaphore(value: 0)

  /// Starts a thread.
  typealias Start = @Sendable (String, Int32, @escaping Job) throws(ThreadError) -> Void

  /// A worker whose thread starts with its first job and lives as long as the program.
  /// - Parameters:
  ///   - name: the name, of which the system shows 15 bytes.
  ///   - niceness: its priority, as for `nice`.
  ///   - prepare: runs first on the thread.
  public convenience init(name: String, niceness: Int32 = 0, prepare: @escaping Job = {}) {
    self.init(name: name, niceness: niceness, prepare: prepare) { name, niceness, job throws(ThreadError) in
      try SystemThread.start(name: name, niceness: niceness, job)
    }
  }

  init(name: String, niceness: Int32 = 0, prepare: @escaping Job = {}, start: @escaping Start) {
    (self.name, self.niceness, self.prepare, self.start) = (name, niceness, prepare, start)
  }

  /// Runs a job after those requested before.
  public func perform(_ job: @escaping Job) {
    queue.withLock { $0.add(job) }
    wake()
  }

  /// Runs a job at a certain time (see ``now``), replacing another job that is scheduled.
  public func perform(at time: Int, _ job: @escaping Job) {
    let wakesBefore = queue.withLock { queue in
      defer { queue.timed = (time, job) }
      return queue.worker == .thread && (queue.timed?.time ?? .max) <= time
    }
    // The thread then waits again.
    if !wakesBefore { wake() }
  }

  /// Waits until all requested jobs are done.
  /// - Returns: false if that takes longer than the given milliseconds.
  @discardableResult
  public func finish(within milliseconds: Int = .max) -> Bool {
    let done = DispatchSemaphore(value: 0)
    perform { done.signal() }
    guard milliseconds < .max else {
      done.wait()
      return true
    }
    return done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  /// Milliseconds of a monotonic clock.
  public static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  // MARK: Running jobs

  private func wake() {
    let isFirst = queue.withLock { queue in
      defer { if queue.worker == .none { queue.worker = .thread } }
      return queue.worker == .none
    }
    if isFirst { begin() }
    if queue.withLock({ $0.worker == .thread }) { available.signal() } else { workHere() }
  }

  private func begin() {
    do throws(ThreadError) {
      try start(name, niceness) { [self] in
        prepare()
        while true { work() }
      }
    } catch {
      queue.withLock { $0.worker = .caller }
    }
  }

  private func work() {
    if let time = queue.withLock({ $0.timed?.time }) {
      _ = available.wait(timeout: .now() + .milliseconds(max(0, time - WorkerThread.now)))
    } else {
      available.wait()
    }
    while let job = queue.withLock({ $0.next(at: WorkerThread.now) }) { job() }
  }

  /// Runs jobs on the calling thread, one caller at a time: jobs requested meanwhile run after the current one.
  private func workHere() {
    let isFree = queue.withLock { queue in
      defer { queue.isWorking = true }
      return !queue.isWorking
    }
    guard isFree else { return }
    while true {
      let job = queue.withLock { queue in
        let job = queue.next(at: WorkerThread.now)
        queue.isWorking = job != nil
        return job
      }
      guard let job else { return }
      job()
    }
  }

  private struct Queue {
    enum Worker {
      case none, thread, caller
    }

    var worker = Worker.none
    /// A caller is running jobs.
    var isWorking = false
    var timed: (time: Int, job: Job)?
    private var jobs: [Job?] = []
    private var done = 0

    mutating func add(_ job: @escaping Job) { jobs.append(job) }

    mutating func next(at now: Int) -> Job? {
      if done < jobs.count {
        done += 1
        let job = jobs[done - 1]
        // Releases the job's captured values before the next job runs.
        jobs[done - 1] = nil
        if done == jobs.count { (jobs, done) = ([], 0) }
        return job
      }
      guard let timed, timed.time <= now else { return nil }
      self.timed = nil
      return timed.job
    }
  }
}
