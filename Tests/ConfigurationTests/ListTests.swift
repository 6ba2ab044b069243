import Configuration
import Queries
import Testing

@Suite("Options with several values, in a file")
struct ListTests {
  @Test(
    "Folders",
    arguments: [
      (
        "folders: [~/pages, /srv/clippings, ~, a b]",
        ["/home/ada/pages", "/srv/clippings", "/home/ada", "a b"]
      ),
      ("folders:\n  - ~ada/pages\n", ["~ada/pages"]), ("folders: ~/pages", ["/home/ada/pages"]),
      ("folders: []", []),
    ])
  func folders(yaml: String, folders: [String]) throws {
    let reading = read(yaml)
    #expect(try reading.used.folders == folders)
    #expect(reading.problems.isEmpty)
  }

  @Test func badFolders() throws {
    let reading = read("folders:\n- /srv/a\n- [b]\n-\n- {c: d}\n- /srv/e\n")
    #expect(try reading.used.folders == ["/srv/a", "/srv/e"])
    #expect(reading.lines == [3, 4, 5])
    #expect(reading.problems.map(\.path) == ["folders.2", "folders.3", "folders.4"])
    #expect(
      read("folders: {a: b}").faults == [.badValue(.entries, expected: .list(of: "folders"), nearest: nil)])
  }

  @Test func sections() throws {
    let reading = read(
      """
      sections:
        - name: Harbour
          query: ferry OR pier since:2w
          sort: -date
          group: source
        - {name: شحن, query: شحن}
      """)
    #expect(reading.problems.isEmpty)
    #expect(
      try reading.used.sections == [
        Settings.Section(
          name: "Harbour", query: StoryQuery("ferry OR pier since:2w"),
          sort: StorySort(.date, isReversed: true),
          group: .source),
        Settings.Section(name: "شحن", query: StoryQuery("شحن"), sort: nil, group: nil),
      ])
  }

  @Test func badSections() throws {
    let reading = read(
      """
      sections:
        - name: Harbour
          quary: ferry
        - query: ferry
        - text
        - name: Ports
          query: sorce:nhk port
          sort: titel
        - name: Ports
          query: quay
        - name: Fog
          query: [fog]
        - name: Quay
          query: quay
      """)
    #expect(reading.lines == [2, 3, 4, 5, 7, 8, 9, 12])
    #expect(
      Array(reading.faults.prefix(4)) == [
        .missing("query"),
        .unknownName("quary", expected: ["name", "query", "sort", "group"], nearest: "query"),
        .missing("name"),
        .badValue(.text("text"), expected: .entries(of: "a name and a query"), nearest: nil),
      ])
    #expect(reading.problems[4].path == "sections.4.query")
    #expect(reading.faults[6] == .repeated("Ports", firstLine: 6))
    let sections = try reading.used.sections
    #expect(sections.map(\.name) == ["Ports", "Quay"])
    #expect(sections.first?.query.text == "sorce:nhk port")
    #expect(sections.first?.sort == nil)
  }

  @Test func commands() throws {
    let reading = read(
      """
      keys:
        list: {t: translate}
      commands:
        - {name: translate, run: trans -b | less, output: screen, key: y t, pane: story}
        - name: count
          run: wc -w
      """)
    #expect(reading.problems.isEmpty)
    let settings = try reading.used
    #expect(
      settings.commands == [
        ExternalCommand(name: "translate", run: "trans -b | less", output: .screen),
        ExternalCommand(name: "count", run: "wc -w", output: .pager),
      ])
    #expect(
      settings.keys == [KeyBinding(.story, ["y", "t"], "translate"), KeyBinding(.list, ["t"], "translate")])
  }

  @Test func badCommands() throws {
    let reading = read(
      """
      commands:
        - {name: open, run: xdg-open}
        - {name: none, run: cat}
        - {name: a, run: cat, output: pagre}
        - {name: b, run: cat, key: Spcae, pane: sotry}
        - {name: c}
        - {name: a, run: tac}
        - {name: d, run: "a\\nb"}
        - {name: e, run: cat, kye: x}
      """)
    #expect(reading.lines == [2, 3, 4, 5, 5, 6, 7, 8, 9])
    #expect(
      reading.faults == [
        .takenName("open"), .takenName("none"),
        .badValue(.text("pagre"), expected: .words(["pager", "none", "screen"]), nearest: "pager"),
        .notAKey("Spcae", nearest: "Space"),
        .badValue(
          .text("sotry"), expected: .words(["everywhere", "list", "story", "related"]), nearest: "story"),
        .missing("run"), .repeated("a", firstLine: 4),
        .badValue(.text("a\nb"), expected: .text, nearest: nil),
        .unknownName("kye", expected: ["name", "run", "input", "key", "pane", "output"], nearest: "key"),
      ])
    #expect(try reading.used.commands.map(\.name) == ["a", "b", "e"])
    #expect(try reading.used.keys.isEmpty)
  }
}
