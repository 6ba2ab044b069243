import Configuration
import Display
import ReaderHarness
import Reader
import Testing

/// The keys, and what commands print.
struct HelpTests {
  private func commands(_ desk: ReaderDriver) -> [String] {
    guard let view = desk.help else { return [] }
    return view.text.rows.compactMap { row in
      if case .command(_, let help) = row { help } else { nil }
    }
  }

  @Test func wordsAreLookedForInIt() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 120, rows: 40)
    desk.press("? /")
    desk.type("SORT")
    #expect(commands(desk).contains("sort by headline"))
    #expect(!commands(desk).contains("quit at once"))
    desk.press("Enter")
    #expect(desk.state.prompt == nil)
    #expect(desk.help?.pattern == "SORT")
    desk.press("Esc")
    #expect(desk.help?.pattern == "")
    desk.press("Esc")
    #expect(desk.help == nil)
  }

  @Test func escapeInTheLineShowsAllAgain() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("? /")
    desk.type("zzz")
    #expect(commands(desk).isEmpty)
    desk.press("Esc")
    #expect(desk.help?.pattern == "")
    #expect(commands(desk).count > 30)
  }

  @Test func keysAndNamesAreFoundToo() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("? /")
    desk.type("^r")
    #expect(commands(desk) == ["redo what was undone"])
    desk.press("^U")
    desk.type("toggle-star")
    #expect(commands(desk).count == 1)
  }

  @Test func otherKeysLeaveItOpenAndSaySo() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("? x")
    #expect(desk.help != nil)
    #expect(desk.message?.contains("q") == true)
    desk.press("s n y")
    #expect(desk.help != nil)
    #expect(desk.state.pendingKeys.isEmpty)
    #expect(desk.isStarred("Ferry vote delayed") == false)
    for key in ["q", "Esc", "?"] {
      desk.press("q ? \(key)")
      #expect(desk.help == nil)
      desk.press("?")
    }
  }

  @Test func keysOfOnesOwnAreInIt() throws {
    var settings = Settings()
    settings.keys = [KeyBinding(.everywhere, ["x"], "toggle-star"), KeyBinding(.list, ["Q"], nil)]
    var desk = try ReaderDriver(Newsroom.pages, settings: settings)
    desk.press("?")
    let rows = try #require(desk.help.map { $0.text.rows })
    #expect(rows.contains(.command(keys: "s x", help: "toggle star")))
    #expect(!rows.contains(.command(keys: "Q", help: "quit at once")))
  }

  @Test func aScreenThatGrowsIsFilled() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 80, rows: 12)
    desk.press("? G")
    #expect(desk.help?.top ?? 0 > 20)
    desk.apply(.resized(Size(columns: 80, rows: 500)))
    #expect(desk.help?.top == 0)
  }

  @Test func whatACommandPrintsIsPaged() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 80, rows: 12)
    let lines = (1...100).map { "line \($0)" }
    desk.press("|")
    desk.type("fold")
    desk.press("Enter")
    desk.apply(.commandEnded(CommandResult(command: "fold", lines: lines)))
    desk.press("Space j")
    guard case .pager(let view) = desk.state.overlay else {
      Issue.record("no pager")
      return
    }
    #expect(view.top == 10)
    desk.press("G x")
    desk.apply(.resized(Size(columns: 80, rows: 200)))
    guard case .pager(let grown) = desk.state.overlay else {
      Issue.record("an unknown key has closed it")
      return
    }
    #expect(grown.top == 0)
    desk.press("q")
    #expect(desk.state.overlay == nil)
  }

  @Test func aCommandThatPrintsNothingOrFails() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.apply(.commandEnded(CommandResult(command: "true", lines: [])))
    #expect(desk.message == "true: done, nothing printed")
    desk.apply(.commandEnded(CommandResult(command: "false", lines: [], failure: "it ended with 1")))
    #expect(desk.state.message?.isWarning == true)
    #expect(desk.state.overlay == nil)
    desk.apply(.commandEnded(CommandResult(command: "x", lines: ["oh"], failure: "it ended with 1")))
    #expect(desk.state.overlay != nil)
    #expect(desk.state.message?.isWarning == true)
  }

  /// Keys that are pressed one after another work over the panes, too.
  @Test func sequencesOfKeysWorkInHelpAndPager() throws {
    var settings = Settings()
    settings.keys = [KeyBinding(.everywhere, try #require(KeySequence("gg")), "top")]
    var desk = try ReaderDriver(Newsroom.pages, columns: 80, rows: 12, settings: settings)
    desk.press("? Space")
    #expect(desk.help?.top ?? 0 > 0)
    desk.press("g")
    #expect(desk.state.pendingKeys == ["g"])
    #expect(desk.message == nil)
    desk.press("g")
    #expect(desk.help?.top == 0)
    desk.press("Space g Esc")
    #expect(desk.help?.top ?? 0 > 0, "Esc takes the key back and closes nothing")
    desk.press("S")
    #expect(desk.state.pendingKeys.isEmpty, "what can only sort the list is not waited for")
    #expect(desk.message == "q closes the keys · / searches them")
    desk.press("q")
    desk.apply(.commandEnded(CommandResult(command: "fold", lines: (1...100).map { "line \($0)" })))
    desk.press("G gg")
    guard case .pager(let view) = desk.state.overlay else {
      Issue.record("no pager")
      return
    }
    #expect(view.top == 0)
  }
}
