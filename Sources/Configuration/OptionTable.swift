import Queries

extension ConfigurationOption {
  /// All options, in the order of the commented file.
  public static let table: [ConfigurationOption] = stories + screen + reading + doing

  private static let stories: [ConfigurationOption] = [
    ConfigurationOption(
      "folders", "Folders of saved pages to read when none is given; ~ is your home folder",
      example: { _ in ["- ~/saved-pages", "- /srv/clippings"] },
      read: { $0.readFolders($1) }),
    ConfigurationOption(
      "sections",
      "Named queries, shown as tabs above the list; each can have its own sort and group",
      example: { _ in
        ["- name: Harbour", "  query: ferry OR pier since:2w", "  sort: -date", "  group: source"]
      },
      read: { $0.readSections($1) }),
    ConfigurationOption(
      "sort", "How the list is sorted", .sort, get: \.sort.description,
      set: { $0.sort = StorySort($1) ?? $0.sort }),
    ConfigurationOption(
      "group", "How the list is grouped", .grouping, get: \.group.rawValue,
      set: { $0.group = StoryGrouping(rawValue: $1) ?? $0.group }),
  ]

  private static let screen: [ConfigurationOption] = [
    ConfigurationOption(
      "layout", "How the panes are laid out", .words { _ in LayoutMode.words }, get: \.layout.rawValue,
      set: { $0.layout = LayoutMode(rawValue: $1) ?? $0.layout }),
    ConfigurationOption(
      "line-width", formerly: "measure", "The longest line of a story", .number(20...120, unit: "columns"),
      get: { String($0.lineWidth) }, set: { $0.lineWidth = Int($1) ?? $0.lineWidth }),
    ConfigurationOption(
      "theme", "The colour theme", .words { [automaticTheme] + $0.themes() },
      get: { $0.theme ?? automaticTheme.name }, set: { $0.theme = $1 == automaticTheme.name ? nil : $1 }),
    ConfigurationOption(
      "bidi", formerly: "text-order", "Who reorders right-to-left text",
      .textOrder, get: { $0.textOrder == .visual ? "broadsheet" : "terminal" },
      set: { $0.textOrder = $1 == "broadsheet" ? .visual : .logical }),
    ConfigurationOption(
      "mouse",
      "Whether Broadsheet uses the mouse; if not, the terminal can select text with it",
      .flag,
      get: { String($0.mouse) }, set: { $0.mouse = $1 == "true" }),
  ]

  private static let automaticTheme = Word(
    "auto", "the one chosen last, otherwise one that fits the terminal")

  private static let reading: [ConfigurationOption] = [
    ConfigurationOption(
      "read", "When a story counts as read", .readRule, get: \.read.description,
      set: { $0.read = ReadRule($1) ?? $0.read }),
    ConfigurationOption(
      "space-reads-on", "Whether Space opens the next unread story at the end of one", .flag,
      get: { String($0.spaceReadsOn) }, set: { $0.spaceReadsOn = $1 == "true" }),
    ConfigurationOption(
      "dim-known", "Whether to dim paragraphs that you have already read in another story", .flag,
      get: { String($0.dimsKnown) }, set: { $0.dimsKnown = $1 == "true" }),
    ConfigurationOption(
      "reading-speed", "How fast you read, for estimating the minutes left in a story",
      .number(50...1_000, unit: "words a minute"), get: { String($0.readingSpeed) },
      set: { $0.readingSpeed = Int($1) ?? $0.readingSpeed }),
    ConfigurationOption(
      "resume",
      "Whether to restore the section, filter, order, groups and story of the last session with the same folders",
      .flag,
      get: { String($0.resume) }, set: { $0.resume = $1 == "true" }),
  ]

  private static let doing: [ConfigurationOption] = [
    ConfigurationOption(
      "save-folder", "The folder suggested for saving a story; . is the current folder", .folder,
      get: \.saveFolder, set: { $0.saveFolder = $1 }),
    ConfigurationOption(
      "sync-folder",
      "A folder that a file synchronizer shares between machines: marks made on one appear on all. Each machine "
        + "writes its own file there; none turns this off", .folder,
      get: { $0.syncFolder ?? "none" }, set: { $0.syncFolder = $1 == "none" ? nil : $1 }),
    ConfigurationOption(
      "commands",
      "Your own shell commands, which get the story or all selected ones. name and run are required. input is what "
        + "they get: \(explained(ExternalCommand.Input.words)). output is what happens to their output: "
        + "\(explained(ExternalCommand.Output.words)). The first choices are the defaults. "
        + "Environment variables: "
        + StoryVariable.allCases.map { "\($0.rawValue) (\($0.help))" }.joined(separator: ", "),
      example: { _ in
        [
          "- name: translate", "  run: trans -b", "  input: text", "  output: pager", "  key: ^T",
          "  pane: story",
        ]
      },
      read: { $0.readCommands($1) }),
    ConfigurationOption(
      "keys",
      "Keys by pane (\(names(KeyPane.words))): keys such as gg, ^F, Space or F1, with the name of a command, or none",
      example: { $0.keyLines },
      read: { $0.readKeys($1) }),
  ]
  private static func explained(_ words: [Word]) -> String {
    words.map { "\($0.name) (\($0.help))" }.joined(separator: ", ")
  }
  private static func names(_ words: [Word]) -> String { words.map(\.name).joined(separator: ", ") }
}
