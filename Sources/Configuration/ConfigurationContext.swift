/// What a configuration is checked against: the words that other parts of the program know.
public struct ConfigurationContext: Sendable {
  /// The user's home folder, for `~`.
  public var home: String
  /// The names of the reader's commands, with their help.
  public var commands: [Word] { makeCommands() }
  /// The keys of the reader's table of commands.
  public var keys: [KeyBinding] { makeKeys() }
  /// The colour schemes there are.
  public let themes: @Sendable () -> [Word]
  private let makeCommands: @Sendable () -> [Word]
  private let makeKeys: @Sendable () -> [KeyBinding]

  /// All of it. What takes time to put together is asked for only where a file has a word of that kind.
  public init(
    home: String, commands: @autoclosure @escaping @Sendable () -> [Word],
    keys: @autoclosure @escaping @Sendable () -> [KeyBinding], themes: @escaping @Sendable () -> [Word]
  ) {
    self.home = home
    (makeCommands, makeKeys) = (commands, keys)
    self.themes = themes
  }
}
