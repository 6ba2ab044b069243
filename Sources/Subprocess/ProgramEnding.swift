import Glibc

/// How a program ended.
public enum ProgramEnding: Hashable, Sendable {
  /// By itself; 0 means that all went well.
  case exited(Int32)
  /// By a signal.
  case killed(signal: Int32)
  /// Because the reader did not want to wait any longer.
  case cancelled

  /// From a status as waitpid(2) tells it.
  public init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }
}
