/// What a configuration is checked against: the words that other parts of the program know.
public struct ConfigurationContext: Sendable {
  /// The user's home folder, for `~`.
  public var home: String
  /// The names of the reader's commands, with their help.
  public var commands: [Word]
  /// The keys of the reader's table of commands.
  public var keys: [KeyBinding]
  /// The colour schemes there are. Asked for only when somebody names one.
  public var themes: @Sendable () -> [Word]

  /// All of it.
  public init(
    home: String, commands: [Word], keys: [KeyBinding], themes: @escaping @Sendable () -> [Word]
  ) {
    self.home = home
    self.commands = commands
    self.keys = keys
    self.themes = themes
  }
}
