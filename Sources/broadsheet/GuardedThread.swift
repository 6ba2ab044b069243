import Terminal
import Threads

extension WorkerThread {
  /// A worker of the reader: when its stack overflows, the terminal is still given back.
  static func guarded(_ name: String, niceness: Int32 = 0) -> WorkerThread {
    WorkerThread(name: name, niceness: niceness) { ProgramSignals.protectThread() }
  }
}
