import Glibc

/// How a program ended.
public enum ProgramEnding: Hashable, Sendable {
  /// It exited with a status; 0 means success.
  case exited(Int32)
  /// A signal ended it.
  case killed(signal: Int32)
  /// The user cancelled it.
  case cancelled

  /// From a status of waitpid(2).
  public init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }
}
