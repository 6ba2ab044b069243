import Terminal
import Threads

extension WorkerThread {
  /// A worker thread of the reader that restores the terminal if its stack overflows.
  /// - Parameters:
  ///   - name: its name.
  ///   - niceness: its priority, as for `nice`.
  ///   - answersAtOnce: whether the terminal's thread waits for it.
  /// - Returns: the worker thread.
  static func guarded(_ name: String, niceness: Int32 = 0, answersAtOnce: Bool = false) -> WorkerThread {
    WorkerThread(name: name, niceness: niceness) {
      ProgramSignals.protectThread()
      if answersAtOnce { ThreadPriority.answerAtOnce() }
    }
  }
}
