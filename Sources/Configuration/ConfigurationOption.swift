import SmallFiles

/// One option of a configuration. The table of options drives reading a file, the commented file, `:set` with its
/// completion, and the manual.
public struct ConfigurationOption: Sendable {
  /// Its name in a file and after `:set`.
  public let name: String
  /// An earlier name, which is still accepted.
  let formerName: String?
  /// What it does, without a full stop.
  public let help: String
  let content: Content

  enum Content: Sendable {
    /// A single value, which can also be changed by `:set`.
    case value(
      ValueType, get: @Sendable (Settings) -> String,
      set: @Sendable (inout Settings, String) -> Void)
    /// Several values, only in a file. The example is shown in the commented file, as a comment.
    case several(
      example: @Sendable (ConfigurationContext) -> [String],
      read: @Sendable (inout SettingReader, YAMLNode) -> Void)
  }

  init(
    _ name: String, formerly formerName: String? = nil, _ help: String, _ type: ValueType,
    get: @escaping @Sendable (Settings) -> String,
    set: @escaping @Sendable (inout Settings, String) -> Void
  ) {
    (self.name, self.formerName, self.help) = (name, formerName, help)
    content = .value(type, get: get, set: set)
  }

  init(
    _ name: String, _ help: String, example: @escaping @Sendable (ConfigurationContext) -> [String],
    read: @escaping @Sendable (inout SettingReader, YAMLNode) -> Void
  ) {
    (self.name, formerName, self.help) = (name, nil, help)
    content = .several(example: example, read: read)
  }

  /// The value as written in a file; nil for an option with several values.
  public func value(in settings: Settings) -> String? {
    if case .value(_, let get, _) = content { get(settings) } else { nil }
  }

  /// The possible values with their help; empty for numbers and paths.
  public func words(_ context: ConfigurationContext) -> [Word] {
    if case .value(let type, _, _) = content { type.words(context) } else { [] }
  }

  /// What it accepts; nil for an option with several values.
  public func expected(_ context: ConfigurationContext) -> ExpectedValue? {
    if case .value(let type, _, _) = content { type.expected(context) } else { nil }
  }

  /// Example lines of YAML below the option's name; empty for an option with a single value.
  public func example(_ context: ConfigurationContext) -> [String] {
    if case .several(let example, _) = content { example(context) } else { [] }
  }

  /// Whether `:set` can change it: only options with a single value.
  public var canBeSet: Bool { if case .value = content { true } else { false } }

  /// The option with a current or earlier name.
  public static func named(_ name: String) -> ConfigurationOption? {
    table.first { $0.name == name || $0.formerName == name }
  }
}
