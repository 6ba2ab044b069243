/// A command line that the reader typed, for a story: `/bin/sh` interprets it, and nothing else. What a page says
/// reaches it on standard input and in variables alone.
public enum ShellCommand {
  /// A title that is longer than this, in Unicode scalars, is cut: the system refuses huge variables.
  private static let longestTitle = 1_000

  /// The call of a command line.
  /// - Parameters:
  ///   - line: what the shell interprets.
  ///   - title: becomes `BROADSHEET_TITLE`.
  ///   - id: becomes `BROADSHEET_ID`.
  ///   - file: the story's page; becomes `BROADSHEET_FILE`.
  /// - Returns: the call, which finds the story itself on standard input.
  public static func call(_ line: String, title: String, id: String, file: String?) -> ProgramCall {
    let title = String(String.UnicodeScalarView(title.unicodeScalars.prefix(longestTitle)))
    var variables = ["BROADSHEET_TITLE": title, "BROADSHEET_ID": id]
    if let file { variables["BROADSHEET_FILE"] = file }
    return ProgramCall(shell: line, variables: variables)
  }
}
