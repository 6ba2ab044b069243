import Queries
import SmallFiles

/// Converts the parsed YAML of a file to settings, and collects problems.
struct SettingReader {
  let context: ConfigurationContext
  var settings = Settings()
  /// The keys that have been bound, by `keys` and by external commands.
  var boundKeys = BoundKeys()
  /// All of them, with their positions.
  var bindings: [(binding: KeyBinding, position: YAMLPosition, path: String)] = []
  private var noted: [ConfigurationProblem] = []
  private var unlisted = 0

  /// The maximum number of listed problems.
  private static let listedProblems = 50
  /// The maximum number of folders, sections or commands, each of which is compared with the others.
  static let longestList = 1_000
  /// The maximum size of names, queries and commands, in bytes: each query is parsed, and matched with all stories.
  static let longestText = 4_096

  init(_ context: ConfigurationContext) {
    self.context = context
  }

  /// Reads all options of a file.
  mutating func read(_ root: YAMLNode) throws(ConfigurationProblem) {
    guard !root.isNothing else { return }
    guard let entries = root.entries else {
      let expected = ExpectedValue.entries(of: "options and their values")
      throw ConfigurationProblem(.badValue(root.found, expected: expected, nearest: nil), root.position)
    }
    let names = ConfigurationOption.table.map(\.name)
    let fields = unique(entries.map(SettingReader.withPresentName), "").filter { entry in
      let isKnown = names.contains(entry.name)
      if !isKnown { reportUnknown(entry.name, names, entry.position, "") }
      return isKnown
    }
    // In the order of the table: `keys` can name commands that follow them in the file.
    for option in ConfigurationOption.table {
      guard let node = fields.first(where: { $0.name == option.name })?.value, !node.isNothing else {
        continue
      }
      read(node, option)
    }
    reportHiddenKeys()
    // A binding of one pane overrides one of all panes, so it comes later.
    settings.keys =
      settings.keys.filter { $0.pane == .everywhere } + settings.keys.filter { $0.pane != .everywhere }
  }

  /// Replaces an earlier name of an option by its current one.
  private static func withPresentName(_ entry: YAMLEntry) -> YAMLEntry {
    var entry = entry
    entry.name = ConfigurationOption.named(entry.name)?.name ?? entry.name
    return entry
  }

  private mutating func read(_ node: YAMLNode, _ option: ConfigurationOption) {
    switch option.content {
    case .value(let type, _, let set):
      if let value = value(node, of: type, option.name) { set(&settings, value) }
    case .several(_, let read): read(&self, node)
    }
  }

  // MARK: Problems

  /// All problems, in the order of the file.
  var problems: [ConfigurationProblem] {
    let sorted = noted.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    return unlisted == 0 ? sorted : sorted + [ConfigurationProblem(.more(unlisted))]
  }

  /// The fault is only evaluated if it is listed, because finding the nearest word takes time.
  mutating func report(
    _ fault: @autoclosure () -> ConfigurationFault, _ position: YAMLPosition, _ path: String
  ) {
    if noted.count < SettingReader.listedProblems {
      noted.append(ConfigurationProblem(fault(), position, path: path))
    } else {
      unlisted += 1
    }
  }

  mutating func reportUnknown(_ name: String, _ names: [String], _ position: YAMLPosition, _ path: String) {
    report(
      .unknownName(name, expected: names, nearest: NearestWord.nearest(to: name, in: names)), position, path)
  }
}
