import Configuration
import Display
import ReaderHarness
@testable import Reader
import Testing

/// Keys of the reader's own.
struct KeymapTests {
  private func command(_ keys: String, in pane: Pane, _ table: CommandTable) throws -> Keymap.Meaning {
    table.keymap.meaning(of: try #require(KeySequence(keys)).keys, in: pane)
  }

  private func bind(_ keys: String, _ command: String?, in pane: KeyPane = .everywhere) throws -> KeyBinding {
    KeyBinding(pane, try #require(KeySequence(keys)), command)
  }

  private func table(_ bindings: KeyBinding...) -> CommandTable {
    var settings = Settings()
    settings.keys = bindings
    return CommandTable(settings)
  }

  @Test func aKeyGetsAnotherMeaning() throws {
    let table = table(try bind("x", "toggle-star"), try bind("j", "page-down"))
    #expect(try command("x", in: .story, table) == .command(.toggleStar))
    #expect(try command("s", in: .story, table) == .command(.toggleStar), "the old key stays")
    #expect(try command("j", in: .list, table) == .command(.pageDown))
    #expect(try command("↓", in: .list, table) == .command(.down))
  }

  @Test func inOnePaneAlone() throws {
    let table = table(try bind("j", "page-down", in: .story))
    #expect(try command("j", in: .story, table) == .command(.pageDown))
    #expect(try command("j", in: .list, table) == .command(.down))
    #expect(try command("↓", in: .story, table) == .command(.down))
    #expect(try command("Space", in: .list, table) == .command(.readOn))
  }

  @Test func aKeyThatDoesNothing() throws {
    let table = table(try bind("Q", nil), try bind("S", nil, in: .list))
    #expect(try command("Q", in: .list, table) == .nothing)
    #expect(try command("S", in: .list, table) == .nothing, "nor what begins with it")
    #expect(try command("S t", in: .list, table) == .nothing)
    #expect(try command("S t", in: .story, table) == .command(.sort(.title)))
  }

  @Test func sequencesTakeTheKeysTheyBeginWith() throws {
    let table = table(try bind("gg", "top"), try bind("g e", "end"))
    #expect(try command("g", in: .list, table) == .unfinished)
    #expect(try command("gg", in: .list, table) == .command(.top))
    #expect(try command("g e", in: .list, table) == .command(.end))
    #expect(try command("Home", in: .list, table) == .command(.top))
  }

  @Test func aShortKeyTakesTheSequencesAway() throws {
    let table = table(try bind("y", "copy-title"))
    #expect(try command("y", in: .list, table) == .command(.copy(.title)))
    #expect(try command("y a", in: .list, table) == .nothing)
  }

  @Test func theLaterBindingWins() throws {
    let table = table(try bind("x", "toggle-star"), try bind("x", "toggle-read"))
    #expect(try command("x", in: .list, table) == .command(.toggleRead))
    for pane in Pane.allCases {
      let keys = table.rows.filter { $0.panes.contains(pane) }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "the help shows no key twice")
    }
  }

  @Test func commandsOfOnesOwn() throws {
    var settings = Settings()
    settings.commands = [
      ExternalCommand(name: "translate", run: "trans"),
      ExternalCommand(name: "count", run: "wc", output: .none), ExternalCommand(name: "speak", run: "espeak"),
    ]
    settings.keys = [
      try bind("x", "translate", in: .story), try bind("y", "count"), try bind("F5", "speak"),
    ]
    let table = CommandTable(settings)
    #expect(try command("x", in: .story, table) == .command(.external(0)))
    #expect(try command("x", in: .list, table) == .command(.pick))
    #expect(try command("y", in: .list, table) == .command(.external(1)), "y alone, not y and a letter")
    #expect(try command("F5", in: .list, table) == .command(.external(2)))
    var desk = try ReaderDriver(Newsroom.pages, settings: settings)
    desk.press("Enter x")
    let story = try #require(desk.state.chosen)
    #expect(desk.effects.contains(.run(settings.commands[0], story)))
    guard case .pager(let pager) = desk.state.overlay else {
      Issue.record("nothing says that it runs")
      return
    }
    #expect(pager.title == "trans")
    desk.press("q")
    #expect(desk.effects == [.stopCommand])
    desk.press(":")
    desk.type("speak")
    desk.press("Enter")
    #expect(desk.effects.contains(.run(settings.commands[2], story)))
  }

  @Test func pendingKeysWaitAndAreForgotten() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("y")
    #expect(desk.state.pendingKeys == ["y"])
    #expect(
      desk.state.commands.continuations(of: ["y"], in: .list).map(\.keys.description)
        == ["t", "a", "b"])
    desk.press("Esc")
    #expect(desk.state.pendingKeys.isEmpty)
    #expect(desk.message == nil)
    desk.press("y j")
    #expect(desk.message == "yj is not bound · ? shows the keys")
    #expect(desk.state.list.selected == 0)
    desk.press("S")
    desk.click(column: 5, row: 3)
    #expect(desk.state.pendingKeys.isEmpty)
  }

  @Test func keysThatChangeWhilePending() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("y")
    desk.apply(.configured(Settings()))
    desk.press("t")
    #expect(!desk.effects.contains { if case .copy = $0 { true } else { false } })
  }

  @Test func hintsKnowTheKeysThatAreBound() throws {
    let table = table(try bind("x", "close"), try bind("q", nil))
    #expect(table.key(of: .close, in: .list) == "x")
    #expect(table.key(of: .cancel, in: .list) == "Esc")
    #expect(CommandTable.standard.key(of: .follow, in: .list) == nil)
    #expect(CommandTable.standard.key(of: .sort(.title), in: .list) == "St")
  }
}
