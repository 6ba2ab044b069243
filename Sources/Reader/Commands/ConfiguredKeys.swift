public import Configuration

/// How keys of the table of commands and keys of a configuration correspond.
extension KeyPane {
  /// The panes whose keys these are.
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
  /// Its keys, as a configuration would have them.
  public var bindings: [KeyBinding] {
    let isEverywhere = panes.count == Pane.allCases.count
    let places = KeyPane.allCases.filter {
      isEverywhere ? $0 == .everywhere : $0 != .everywhere && panes.isSuperset(of: $0.panes)
    }
    return places.flatMap { place in keys.map { KeyBinding(place, $0, name) } }
  }
}

extension ConfigurationContext {
  /// What a configuration is checked against: the table of commands, and some themes.
  public init(home: String, themes: @escaping @Sendable () -> [Word]) {
    self.init(
      home: home, commands: CommandRow.table.map { Word($0.name, $0.help) },
      keys: CommandRow.table.flatMap(\.bindings), themes: themes)
  }
}

extension Settings {
  /// What the name of a file to save in begins with; empty for the folder where Broadsheet was started.
  var savePrefix: String { saveFolder == "." ? "" : saveFolder + "/" }
}
