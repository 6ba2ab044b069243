/// What a configuration is checked against: commands, keys and themes, which are defined in other targets.
public struct ConfigurationContext: Sendable {
  /// The user's home folder, for `~`.
  public var home: String
  /// The names of the reader's commands, with their help.
  public var commands: [Word] { makeCommands() }
  /// The keys in the reader's table of commands.
  public var keys: [KeyBinding] { makeKeys() }
  /// The names of all themes.
  public let themes: @Sendable () -> [Word]
  private let makeCommands: @Sendable () -> [Word]
  private let makeKeys: @Sendable () -> [KeyBinding]

  /// Commands, keys and themes are only created when needed, because that takes time.
  public init(
    home: String, commands: @autoclosure @escaping @Sendable () -> [Word],
    keys: @autoclosure @escaping @Sendable () -> [KeyBinding], themes: @escaping @Sendable () -> [Word]
  ) {
    self.home = home
    (makeCommands, makeKeys) = (commands, keys)
    self.themes = themes
  }
}
