import Configuration
import Display
import Queries
import ReaderHarness
import Reader
import Testing

/// Commands by their names.
struct CommandLineTests {
  private func run(_ lines: String..., in desk: inout ReaderDriver) {
    for line in lines {
      desk.press(":")
      desk.type(line)
      desk.press("Enter")
    }
  }

  @Test(arguments: ["sort-title", "sort-ti", " sort-title ", ":sort-title", "sort-t"])
  func aNameOrTheOnlyOneThatBeginsSo(line: String) throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run(line, in: &desk)
    #expect(desk.state.request.sort == StorySort(.title))
    #expect(desk.state.prompt == nil)
  }

  @Test func severalThatBeginSoAreNamed() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run("sort-", in: &desk)
    #expect(desk.message?.hasPrefix("sort- could be sort-date, sort-length") == true)
    #expect(desk.state.message?.isWarning == true)
    run("sortt", in: &desk)
    #expect(desk.message?.hasPrefix("sortt: no such command") == true)
  }

  @Test func whatPeopleHaveInTheirFingers() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run("w", in: &desk)
    #expect(desk.state.prompt?.sign == "Save as: ")
    desk.press("Esc")
    run("h", in: &desk)
    #expect(desk.help != nil)
    desk.press("q")
    run("!wc -w", in: &desk)
    #expect(desk.effects.contains { if case .pipe("wc -w", _) = $0 { true } else { false } })
    desk.press("Esc")
    run("q", in: &desk)
    #expect(desk.effects.contains(.quit))
  }

  @Test(arguments: [("2", 1), ("1", 0), ("0", 0), ("99999", 3), ("4", 3), ("-5", 0), ("007", 3)])
  func aNumberGoesToThatStory(line: String, place: Int) throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run(line, in: &desk)
    #expect(desk.state.list.selected == place)
    #expect(desk.title == desk.titles[place])
  }

  @Test(arguments: ["-9223372036854775808", "9223372036854775807", "99999999999999999999999999"])
  func aNumberBeyondAllStories(line: String) throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run(line, in: &desk)
    #expect(desk.titles.indices.contains(desk.state.list.selected))
    var empty = try ReaderDriver([])
    run(line, in: &empty)
    #expect(empty.state.list.selected == 0)
  }

  @Test func argumentsAreGivenAlong() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run("filter source:courier", in: &desk)
    #expect(desk.titles == ["Museum reopens"])
    run("search ferry", in: &desk)
    #expect(desk.title == "Museum reopens")
    #expect(desk.state.focus == .story)
    run("find visitors", in: &desk)
    #expect(desk.state.find?.count == 1)
    run("set line-width=60", in: &desk)
    #expect(desk.effects.contains(.set("line-width=60")))
    run("theme ember", in: &desk)
    #expect(desk.effects.contains(.useTheme("ember")))
    run("theme", in: &desk)
    #expect(desk.effects.contains(.listThemes))
    run("note Ask about the doors", in: &desk)
    #expect(desk.state.target.map { desk.state.mark(of: $0).note } == "Ask about the doors")
    run("down now", in: &desk)
    #expect(desk.message == "down takes no argument")
    run("filter source", in: &desk)
    #expect(desk.state.request.filter == "source", "a word like any other")
  }

  @Test func aWrongQueryIsSaid() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run("filter sorce:courier", in: &desk)
    #expect(desk.state.message?.isWarning == true)
    #expect(desk.titles.count == 4)
  }

  @Test func whatNeedsAnArgumentAsksForIt() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run("pipe", in: &desk)
    #expect(desk.state.prompt?.sign == "|")
    desk.press("Esc")
    run("set", in: &desk)
    #expect(desk.typed == "set ")
  }

  @Test func anEmptyLineDoesNothing() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run("", " ", ":", in: &desk)
    #expect(desk.state.message == nil)
    desk.press(": Backspace")
    #expect(desk.state.prompt == nil)
  }

  @Test func everyCommandRunsWithoutAnyStory() throws {
    for row in CommandRow.table where row.command != .quit {
      var desk = try ReaderDriver([])
      run(row.name, in: &desk)
      desk.type("x")
      desk.press("Enter Esc Esc")
      #expect(desk.state.library.isEmpty)
    }
  }

  @Test func everyCommandRunsByItsName() throws {
    for row in CommandRow.table {
      var desk = try ReaderDriver(Newsroom.pages)
      run(row.name, in: &desk)
      #expect(desk.message?.contains("no such command") != true)
    }
  }

  @Test func tabCompletesNamesAndCycles() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press(":")
    desk.type("sort-")
    #expect(desk.state.prompt?.candidates.map(\.text).first == "sort-date")
    desk.press("Tab")
    #expect(desk.typed == "sort-date")
    desk.press("Tab")
    #expect(desk.typed == "sort-title")
    desk.press("Shift-Tab Shift-Tab")
    #expect(desk.typed == "sort-relevance")
    desk.press("Tab Enter")
    #expect(desk.state.request.sort.key == .date)
  }

  @Test func settingsAndTheirValuesAreCompleted() throws {
    let context = ConfigurationContext(home: "/", themes: { [Word("ember"), Word("frost")] })
    var desk = try ReaderDriver(Newsroom.pages, context: context)
    desk.press(":")
    desk.type("set lay")
    desk.press("Tab")
    #expect(desk.typed == "set layout=")
    desk.press("Tab Tab")
    #expect(desk.typed == "set layout=columns")
    desk.press("Esc :")
    desk.type("set line-width=")
    desk.press("Tab")
    #expect(desk.typed == "set line-width=", "a number is for the reader to say")
    desk.press("Esc :")
    desk.type("theme f")
    desk.press("Tab Enter")
    #expect(desk.effects.contains(.useTheme("frost")))
  }

  /// A line from the history has candidates of its own.
  @Test func tabAfterTheHistoryCompletesWhatStandsThere() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    run("sort-title", in: &desk)
    desk.press(": ↑ Backspace Backspace Tab")
    #expect(desk.typed == "sort-title")
    desk.press("Esc : ↑ Tab")
    #expect(desk.typed == "sort-title")
  }
}
