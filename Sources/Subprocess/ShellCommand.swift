/// Calls the user's shell command lines on stories. `/bin/sh` only interprets the command line; text of a page is
/// passed only on standard input, in variables and as arguments.
public enum ShellCommand {
  /// Longer variables, in Unicode scalars, are truncated, because the system rejects huge ones.
  private static let longestVariable = 1_000

  /// The call of a command line.
  /// - Parameters:
  ///   - line: the command line.
  ///   - arguments: its arguments, which are not interpreted.
  ///   - variables: environment variables; those that are nil or contain a zero byte are left out.
  /// - Returns: the call to start.
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
