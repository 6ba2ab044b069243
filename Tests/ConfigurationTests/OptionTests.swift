import Configuration
import Queries
import Testing

@Suite("Options with one value, in a file")
struct OptionTests {
  @Test(
    "What is accepted",
    arguments: [
      ("sort: title", .with { $0.sort = StorySort(.title) }),
      ("sort: -date", .with { $0.sort = StorySort(.date, isReversed: true) }),
      ("group: day", .with { $0.group = .day }),
      ("layout: stacked", .with { $0.layout = .stacked }),
      ("layout: \"single\"", .with { $0.layout = .single }),
      ("line-width: 20", .with { $0.lineWidth = 20 }), ("line-width: '120'", .with { $0.lineWidth = 120 }),
      ("theme: foghorn", .with { $0.theme = "foghorn" }), ("theme: auto", Settings()),
      ("bidi: terminal", .with { $0.textOrder = .logical }),
      ("mouse: false", .with { $0.mouse = false }), ("mouse: No", .with { $0.mouse = false }),
      ("mouse: on", Settings()),
      ("read: end", .with { $0.read = .end }), ("read: manual", .with { $0.read = .manual }),
      ("read: 5 s", .with { $0.read = .after(seconds: 5) }),
      ("read: 5s", .with { $0.read = .after(seconds: 5) }),
      ("read: 90", .with { $0.read = .after(seconds: 90) }),
      ("save-folder: ~/news", .with { $0.saveFolder = "/home/ada/news" }),
      ("sync-folder: ~/sync", .with { $0.syncFolder = "/home/ada/sync" }), ("sync-folder: none", Settings()),
      ("save-folder: ~", .with { $0.saveFolder = "/home/ada" }),
      (
        "measure: 66\ntext-order: terminal\nread: hand",
        .with {
          ($0.lineWidth, $0.textOrder, $0.read) = (66, .logical, .manual)
        }
      ),
      ("line-width: 66\nlayout: columns", .with { ($0.lineWidth, $0.layout) = (66, .columns) }),
      ("{line-width: 66}", .with { $0.lineWidth = 66 }),
      ("---\nline-width: 66\n...\n", .with { $0.lineWidth = 66 }),
      ("\u{FEFF}line-width: 66\r\nlayout: columns\r\n", .with { ($0.lineWidth, $0.layout) = (66, .columns) }),
    ] as [(String, Settings)])
  func good(yaml: String, settings: Settings) throws {
    let reading = read(yaml)
    #expect(try reading.used == settings)
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "Nothing is everything at its default",
    arguments: [
      "", "\n\n", "# line-width: 7\n  # theme: x", "line-width:", "folders:\nkeys:\n  list:\n", "null",
      "---\n",
    ])
  func nothing(yaml: String) throws {
    let reading = read(yaml)
    #expect(try reading.used == Settings())
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "What is not accepted: where, what was expected, and what was probably meant",
    arguments: [
      ("layout: colums", .text("colums"), .words(["auto", "columns", "stacked", "single"]), "columns"),
      ("layout: zzz", .text("zzz"), .words(["auto", "columns", "stacked", "single"]), nil),
      ("layout: [columns]", .list, .words(["auto", "columns", "stacked", "single"]), nil),
      ("line-width: 7", .text("7"), .number(20...120, unit: "columns"), "20"),
      ("line-width: 121", .text("121"), .number(20...120, unit: "columns"), "120"),
      ("line-width: wide", .text("wide"), .number(20...120, unit: "columns"), nil),
      (
        "line-width: 99999999999999999999", .text("99999999999999999999"), .number(20...120, unit: "columns"),
        nil
      ),
      ("line-width: {a: 1}", .entries, .number(20...120, unit: "columns"), nil),
      (
        "theme: harbor-night", .text("harbor-night"), .words(["auto", "harbour-night", "foghorn"]),
        "harbour-night"
      ),
      ("bidi: broadshet", .text("broadshet"), .words(["broadsheet", "terminal"]), "broadsheet"),
      ("mouse: flase", .text("flase"), .words(["true", "false"]), "false"),
      ("read: opne", .text("opne"), .wordsOrSeconds(["open", "end", "manual"], 1...3_600), "open"),
      ("read: 0 s", .text("0 s"), .wordsOrSeconds(["open", "end", "manual"], 1...3_600), nil),
      ("read: 3601", .text("3601"), .wordsOrSeconds(["open", "end", "manual"], 1...3_600), nil),
      (
        "sort: titel", .text("titel"),
        .words(["date", "title", "source", "length", "related", "unread", "relevance"]),
        "title"
      ),
      (
        "sort: -titel", .text("-titel"),
        .words(["date", "title", "source", "length", "related", "unread", "relevance"]), "-title"
      ),
      ("group: sorce", .text("sorce"), .words(["none", "source", "day", "topic", "thread"]), "source"),
      ("save-folder: ''", .text(""), .folder, nil),
      ("save-folder: \"a\\eb\"", .text("a\u{1B}b"), .folder, nil),
    ] as [(String, FoundValue, ExpectedValue, String?)])
  func bad(line: String, found: FoundValue, expected: ExpectedValue, nearest: String?) throws {
    let reading = read("# A comment.\nfolders: [/srv/pages]\n\n\(line)\n")
    let problem = try #require(reading.problems.first)
    #expect(reading.problems.count == 1)
    #expect(problem.line == 4)
    #expect(problem.column == line.prefix { $0 != ":" }.count + 3)
    #expect(problem.path == line.prefix { $0 != ":" })
    if case .badValue(let isFound, let isExpected, let isNearest) = problem.fault {
      #expect(isFound == found)
      #expect(isExpected == expected)
      if nearest != nil { #expect(isNearest == nearest) }
    } else {
      Issue.record("\(problem)")
    }
    #expect(try reading.used == .with { $0.folders = ["/srv/pages"] })
  }

  @Test("Names that are no options are told with the nearest one, and the rest counts")
  func unknownNames() throws {
    let reading = read(
      "line-width: 66\nthem: foghorn\n\"\": 1\nzzzzzzzz:\n  - layout: columns\nMOUSE: false\n")
    let names = ConfigurationOption.table.map(\.name)
    #expect(
      reading.faults == [
        .unknownName("them", expected: names, nearest: "theme"),
        .unknownName("", expected: names, nearest: nil),
        .unknownName("zzzzzzzz", expected: names, nearest: nil),
        .unknownName("MOUSE", expected: names, nearest: "mouse"),
      ])
    #expect(reading.lines == [2, 3, 4, 6])
    #expect(try reading.used == .with { $0.lineWidth = 66 })
  }

  @Test("Of a name that stands twice the first counts, and the rest too")
  func repeatedNames() throws {
    let yaml = """
      line-width: 60
      layout: columns
      line-width: 70
      keys:
        list: {x: top}
        story: {x: top, "y": top, 'y': down}
        list:
          z: top
      "line-width": 80
      mouse: false
      """
    let reading = read(yaml)
    #expect(
      reading.problems.map { "\($0.line ?? 0) \($0.path)" } == ["3 ", "6 keys.story", "7 keys", "9 "])
    #expect(
      reading.faults == [
        .repeated("line-width", firstLine: 1), .repeated("y", firstLine: 6), .repeated("list", firstLine: 5),
        .repeated("line-width", firstLine: 1),
      ])
    #expect(
      try reading.used
        == .with {
          ($0.lineWidth, $0.layout, $0.mouse) = (60, .columns, false)
          $0.keys = [
            KeyBinding(.list, ["x"], "top"), KeyBinding(.story, ["x"], "top"),
            KeyBinding(.story, ["y"], "top"),
          ]
        })
  }

  @Test("Every option is in the table once, with help and a default that it accepts")
  func table() {
    #expect(Set(ConfigurationOption.table.map(\.name)).count == ConfigurationOption.table.count)
    for option in ConfigurationOption.table {
      #expect(!option.help.isEmpty && !option.help.hasSuffix("."))
      guard let value = option.value(in: Settings()) else { continue }
      var settings = Settings()
      let problem = settings.set(option.name, value, .small)
      #expect(problem == nil)
      #expect(settings == Settings())
    }
  }
}
