/// Text as a shell's script can have it.
enum ShellText {
  /// One word in single quotes, in which bash and zsh look for nothing else.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  /// The same for fish, whose single quotes know the backslash.
  static func quotedForFish(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
