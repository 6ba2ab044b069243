/// A command line that the reader typed, for a story: `/bin/sh` interprets it, and nothing else. What a page says
/// reaches it on standard input, in variables and as arguments alone.
public enum ShellCommand {
  /// A variable that is longer than this, in Unicode scalars, is cut: the system refuses huge ones.
  private static let longestVariable = 1_000

  /// The call of a command line.
  /// - Parameters:
  ///   - line: what the shell interprets.
  ///   - arguments: what follows it, each as it is.
  ///   - variables: what the command finds in its environment; what is nil, or has a zero byte, is not there.
  /// - Returns: the call.
  public static func call(
    _ line: String, arguments: [String] = [], variables: [String: String?]
  ) -> ProgramCall {
    let variables = variables.compactMapValues { $0 }.filter { !$0.value.utf8.contains(0) }
      .mapValues { String(String.UnicodeScalarView($0.unicodeScalars.prefix(longestVariable))) }
    let line = arguments.isEmpty ? line : line + " \"$@\""
    var call = ProgramCall(shell: line, arguments: arguments, variables: variables)
    if !arguments.isEmpty { call.name = String(line.dropLast(5)) }
    return call
  }
}
