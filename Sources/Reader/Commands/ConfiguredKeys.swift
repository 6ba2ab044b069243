public import Configuration

/// Conversions between the keys of the command table and those of a configuration.
extension KeyPane {
  /// The panes in which these keys work.
  var panes: Set<Pane> {
    switch self {
    case .everywhere: Set(Pane.allCases)
    case .list: [.list]
    case .story: [.story]
    case .related: [.related]
    }
  }
}

extension CommandRow {
  /// The keys as written in a configuration.
  public var bindings: [KeyBinding] {
    let isEverywhere = panes.count == Pane.allCases.count
    let places = KeyPane.allCases.filter {
      isEverywhere ? $0 == .everywhere : $0 != .everywhere && panes.isSuperset(of: $0.panes)
    }
    return places.flatMap { place in keys.map { KeyBinding(place, $0, name) } }
  }
}

extension ConfigurationContext {
  /// The names against which a configuration is checked: the command table and the given themes.
  public init(home: String, themes: @escaping @Sendable () -> [Word]) {
    self.init(
      home: home, commands: CommandRow.table.map { Word($0.name, $0.help) },
      keys: CommandRow.table.flatMap(\.bindings), themes: themes)
  }
}

extension Settings {
  /// The folder before the name of a file to save; empty for the folder in which Broadsheet was started.
  var savePrefix: String { saveFolder == "." ? "" : saveFolder + "/" }
}
