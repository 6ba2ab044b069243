import Glibc

/// Why there is no pseudo-terminal with a program in it.
public enum PseudoTerminalError: Error, CustomStringConvertible {
  case noPseudoTerminal(errno: Int32)
  case cannotStart(program: String, errno: Int32)

  /// In words.
  public var description: String {
    switch self {
    case .noPseudoTerminal(let code): "no pseudo-terminal: \(String(cString: strerror(code)))"
    case .cannotStart(let program, let code): "cannot run \(program): \(String(cString: strerror(code)))"
    }
  }
}
