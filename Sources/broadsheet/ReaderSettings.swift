import Configuration
import Reader

extension ReaderOptions {
  /// What the reader has set, in the reader's own terms. Layout, theme and mouse are the program's.
  init(_ settings: Settings, _ context: ConfigurationContext) {
    self.init()
    measure = settings.measure
    readRule = ReadRule(settings.read)
    sections = settings.sections.map {
      Section(
        name: $0.name, query: $0.query.text, sort: $0.sort,
        grouping: $0.group ?? settings.group)
    }
    (sort, grouping, textOrder) = (settings.sort, settings.group, settings.textOrder)
    externals = settings.commands.map {
      ExternalCommand(name: $0.name, run: $0.run, output: .init($0.output))
    }
    if !settings.keys.isEmpty || !externals.isEmpty {
      commands = CommandTable(settings.keys.map { .init($0) }, externals: externals)
    }
    layout = LayoutMode(settings.layout)
    self.settings = {
      ConfigurationOption.table.filter(\.canBeSet).map {
        Setting(name: $0.name, help: $0.help, values: $0.words(context).map(\.name))
      }
    }
    themes = { context.themes().map(\.name) }
    saveFolder = settings.saveFolder == "." ? "" : settings.saveFolder + "/"
  }
}

extension LayoutMode {
  fileprivate init(_ layout: Settings.Layout) {
    self =
      switch layout {
      case .auto: .automatic
      case .columns: .columns
      case .stacked: .stacked
      case .single: .single
      }
  }
}

extension ReaderOptions.ReadRule {
  fileprivate init(_ rule: Configuration.ReadRule) {
    self =
      switch rule {
      case .open: .opened
      case .end: .finished
      case .after(let seconds): .after(seconds: seconds)
      case .hand: .byHand
      }
  }
}

extension CommandTable.Binding {
  fileprivate init(_ binding: KeyBinding) {
    self.init(binding.keys, in: Set(binding.pane.panes), command: binding.command)
  }
}

extension KeyPane {
  fileprivate var panes: [Pane] {
    switch self {
    case .everywhere: Pane.allCases
    case .list: [.list]
    case .story: [.story]
    case .related: [.related]
    }
  }
}

extension ExternalCommand.Output {
  fileprivate init(_ output: Settings.ExternalCommand.Output) {
    self =
      switch output {
      case .pager: .pager
      case .none: .none
      case .screen: .terminal
      }
  }
}

extension CommandRow {
  /// Its keys, as a file would have them.
  var bindings: [KeyBinding] {
    let places: [KeyPane] =
      panes.count == Pane.allCases.count
      ? [.everywhere] : KeyPane.allCases.filter { $0 != .everywhere && panes.isSuperset(of: $0.panes) }
    return places.flatMap { place in keys.map { KeyBinding(place, $0, name) } }
  }
}
