import Queries

extension ConfigurationOption {
  /// All options, in the order of the commented file.
  public static let table: [ConfigurationOption] = stories + screen + reading + doing

  private static let stories: [ConfigurationOption] = [
    ConfigurationOption(
      "folders", "Folders of saved pages to read when none is given; ~ is your home",
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
      "bidi", formerly: "text-order", "Who puts right-to-left text in order",
      .textOrder, get: { $0.textOrder == .visual ? "broadsheet" : "terminal" },
      set: { $0.textOrder = $1 == "broadsheet" ? .visual : .logical }),
    ConfigurationOption(
      "mouse",
      "Whether clicks and the wheel are for Broadsheet; otherwise the terminal selects text with them",
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
      "space-reads-on", "Whether Space goes on to the next unread story at the end of one", .flag,
      get: { String($0.spaceReadsOn) }, set: { $0.spaceReadsOn = $1 == "true" }),
    ConfigurationOption(
      "dim-known", "Whether paragraphs are dimmed that stand in another story you have read", .flag,
      get: { String($0.dimsKnown) }, set: { $0.dimsKnown = $1 == "true" }),
    ConfigurationOption(
      "reading-speed", "How fast you read, for the minutes that are left of a story",
      .number(50...1_000, unit: "words a minute"), get: { String($0.readingSpeed) },
      set: { $0.readingSpeed = Int($1) ?? $0.readingSpeed }),
    ConfigurationOption(
      "resume",
      "Whether a start takes up section, filter, order, headings and story where you left the same folders",
      .flag,
      get: { String($0.resume) }, set: { $0.resume = $1 == "true" }),
  ]

  private static let doing: [ConfigurationOption] = [
    ConfigurationOption(
      "save-folder", "The folder suggested for saving a story; . is where Broadsheet was started", .folder,
      get: \.saveFolder, set: { $0.saveFolder = $1 }),
    ConfigurationOption(
      "sync-folder",
      "A folder that a file synchronizer shares between machines: marks made on one appear on all. Each machine "
        + "writes its own file there; none turns this off", .folder,
      get: { $0.syncFolder ?? "none" }, set: { $0.syncFolder = $1 == "none" ? nil : $1 }),
    ConfigurationOption(
      "commands",
      "Commands of your own, for the shell; they get the story, or all selected ones. input is what they get: "
        + "\(explained(ExternalCommand.Input.words)). output is what becomes of what they print: "
        + "\(explained(ExternalCommand.Output.words)). name and run are needed; the first words are the defaults. "
        + "They find these variables: "
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
      "Keys by pane (\(names(KeyPane.words))): keys such as gg, ^F, Space or F1, and the name of a command, or none",
      example: { $0.keyLines },
      read: { $0.readKeys($1) }),
  ]
  private static func explained(_ words: [Word]) -> String {
    words.map { "\($0.name) (\($0.help))" }.joined(separator: ", ")
  }
  private static func names(_ words: [Word]) -> String { words.map(\.name).joined(separator: ", ") }
}
