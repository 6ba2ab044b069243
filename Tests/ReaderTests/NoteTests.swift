import Marks
import ReaderHarness
import Reader
import StoryLibrary
import Testing

/// Notes, and taking a story along.
struct NoteTests {
  private func note(_ desk: ReaderDriver) -> String? {
    desk.state.target.flatMap { desk.state.mark(of: $0).note }
  }

  @Test func aNoteIsWrittenChangedUndoneAndTakenAway() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("c")
    desk.type("Ask the chair")
    desk.press("Enter")
    #expect(note(desk) == "Ask the chair")
    #expect(desk.state.story?.rows.contains { $0.text == "Ask the chair" } == true)
    desk.press("c")
    #expect(desk.typed == "Ask the chair")
    desk.type(" again")
    desk.press("Enter")
    #expect(note(desk) == "Ask the chair again")
    desk.press("u")
    #expect(note(desk) == "Ask the chair")
    desk.press("c ^U Enter")
    #expect(note(desk) == nil)
    #expect(desk.state.story?.rows.contains { $0.text == "Ask the chair" } == false)
    desk.press("u u u")
    #expect(note(desk) == nil)
  }

  @Test func escapeWritesNothing() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("c")
    desk.type("Ask")
    desk.press("Esc")
    #expect(note(desk) == nil)
    desk.press("c Enter")
    #expect(desk.effects.isEmpty)
  }

  @Test func aNoteIsAboutTheRelatedStoryThere() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("Tab Tab j c")
    desk.type("High?")
    desk.press("Enter")
    #expect(note(desk) == "High?")
    desk.press("q")
    #expect(note(desk) == nil)
  }

  @Test func notesOfOthersAppearUnderTheStory() throws {
    var desk = try ReaderDriver([SavedPageText(Newsroom.long())], columns: 120, rows: 20)
    desk.press("Enter Space")
    let top = desk.state.story?.top
    let identity = StoryIdentity(title: "A long report", source: "The Meridian")
    try desk.markElsewhere(MarkChange(.note("one\n\ntwo 図書館 الميناء"), [identity]))
    #expect(desk.state.story?.top == top, "below the text nothing moves it")
    desk.press("G")
    #expect(desk.state.story?.rows.contains { $0.text == "one" } == true)
  }

  @Test func whatIsCopiedAndTaken() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let story = try #require(desk.state.target)
    let chosen = try #require(desk.state.chosen)
    desk.press("y t")
    #expect(desk.effects == [.copy(.title, chosen)])
    desk.press("y a y b")
    #expect(desk.effects == [.copy(.address, chosen), .copy(.text, chosen)])
    desk.press("o e C")
    #expect(desk.effects == [.openOutside(story), .editPage(story), .editNote(story)])
  }

  @Test func pipingAndSaving() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let story = try #require(desk.state.chosen)
    desk.press("| Enter")
    #expect(desk.effects.isEmpty)
    desk.press("|")
    desk.type("wc -w")
    desk.press("Enter")
    #expect(desk.effects == [.saveHistory(.init(.shell, "wc -w")), .pipe("wc -w", story)])
    desk.press("q")
    #expect(desk.effects == [.stopCommand])
    desk.press("w")
    #expect(desk.typed?.lowercased().hasPrefix("ferry") == true)
    desk.press("^U")
    desk.type("Ferry vote delayed.md")
    desk.press("Enter")
    #expect(desk.effects == [.saveFormat(.markdown), .save("Ferry vote delayed.md", story, .none)])
    desk.apply(.fileExists("Ferry vote delayed.md", story))
    desk.press("n")
    #expect(desk.effects.isEmpty)
    #expect(desk.message == "Nothing was saved")
    desk.apply(.fileExists("Ferry vote delayed.md", story))
    desk.press("y")
    #expect(desk.effects == [.save("Ferry vote delayed.md", story, .overwrite)])
  }

  @Test func withoutAQuestion() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let story = try #require(desk.state.chosen)
    desk.press(":")
    desk.type("w! news/today/ferry.md")
    desk.press("Enter")
    #expect(desk.effects.suffix(2) == [.saveFormat(.markdown), .save("news/today/ferry.md", story, .all)])
    desk.press("w")
    #expect(desk.typed?.hasSuffix(".md") == true, "the format is remembered")
  }

  /// The question is still about the same story when stories have other numbers.
  @Test func aQuestionOutlivesTheKeeping() throws {
    var desk = try ReaderDriver(Array(Newsroom.many(9).reversed()))
    let story = try #require(desk.state.chosen)
    desk.apply(.fileExists("x", story))
    try desk.keep()
    desk.press("y")
    #expect(desk.effects == [.save("x", story, .overwrite)])
    #expect(story.stories(in: desk.state.library).map { desk.state.library[$0].title } == ["Story 1"])
  }
}
