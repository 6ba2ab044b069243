import Glibc

/// The reason why a program could not be started in a pseudo-terminal.
public enum PseudoTerminalError: Error, CustomStringConvertible {
  case noPseudoTerminal(errno: Int32)
  case cannotStart(program: String, errno: Int32)

  /// A textual description.
  public var description: String {
    switch self {
    case .noPseudoTerminal(let code): "no pseudo-terminal: \(String(cString: strerror(code)))"
    case .cannotStart(let program, let code): "cannot run \(program): \(String(cString: strerror(code)))"
    }
  }
}
