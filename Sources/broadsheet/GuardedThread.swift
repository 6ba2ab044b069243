import Terminal
import Threads

extension WorkerThread {
  /// A worker thread of the reader that restores the terminal if its stack overflows.
  static func guarded(_ name: String, niceness: Int32 = 0) -> WorkerThread {
    WorkerThread(name: name, niceness: niceness) { ProgramSignals.protectThread() }
  }
}
