import Glibc

/// The reason why there is no result.
enum BenchmarkError: Error, CustomStringConvertible {
  case system(String, Int32)
  case wrongResult(String)
  /// The program did not show the expected screen, or ended; with the last screen.
  case program(String, screen: String)

  var description: String {
    switch self {
    case .system(let what, let code): "\(what): \(String(cString: strerror(code)))"
    case .wrongResult(let what): what
    case .program(let what, let screen): "the program \(what); its last screen:\n\(screen)"
    }
  }
}
