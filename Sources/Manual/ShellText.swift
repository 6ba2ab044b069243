/// Quotes text for shell scripts.
enum ShellText {
  /// A word in single quotes, for bash and zsh.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  /// The same for fish, where a backslash is an escape character in single quotes.
  static func quotedForFish(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
