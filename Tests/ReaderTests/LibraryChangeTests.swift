import Display
import Marks
import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// What a reader sees when pages go, a library comes from its catalogue, or loading takes long.
struct LibraryChangeTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver(["Fog", "Wind", "Choir", "Swan"].map { SavedPageText(SavedStory($0)) })
  }

  private func goes(_ title: String, from desk: ReaderDriver) throws -> PageBatch {
    let library = desk.state.library
    let story = try #require(library.order.first { library[$0].title == title })
    let path = try #require(library.pagePaths(of: story).first)
    let slash = try #require(path.lastIndex(of: "/"))
    var batch = PageBatch(folder: String(path[..<slash]))
    batch.addGone(String(path[path.index(after: slash)...]), reading: 1)
    return batch
  }

  @Test func whereTheSelectedStoryGoesTheNextOneIsSelected() throws {
    var desk = try desk()
    desk.press("j")
    let titles = desk.titles
    desk.receive(.batch(try goes(titles[1], from: desk)))
    #expect(desk.titles == [titles[0], titles[2], titles[3]])
    #expect(desk.title == titles[2])
    #expect(desk.state.unreadCount == 3)
  }

  @Test func aStoryThatIsReadStaysOnTheScreen() throws {
    var desk = try desk()
    desk.press("j Enter")
    let titles = desk.titles
    desk.receive(.batch(try goes(titles[1], from: desk)))
    #expect(!desk.titles.contains(titles[1]))
    #expect(desk.title == titles[1])
    #expect(desk.state.story?.body != nil)
    #expect(desk.state.unreadCount == 3)
    desk.press("q")
    desk.press("j")
    #expect(desk.titles.contains(try #require(desk.title)))
  }

  @Test func theLastStoryGoes() throws {
    var desk = try ReaderDriver([SavedPageText(SavedStory("Fog"))])
    desk.press("j")
    desk.receive(.batch(try goes("Fog", from: desk)))
    #expect(desk.titles.isEmpty)
    #expect(desk.state.unreadCount == 0)
    desk.press("j Enter r q")
  }

  @Test func aKeptLibraryIsShownAtOnce() throws {
    let library = try desk().state.library
    var desk = try ReaderDriver()
    desk.open(library)
    #expect(desk.titles.count == 4)
    #expect(desk.title == desk.titles.first)
    #expect(desk.state.unreadCount == 4)
  }

  @Test func nothingStaysOfADamagedLibrary() throws {
    var desk = try desk()
    desk.press("j Enter 1 s")
    desk.startOver()
    #expect(desk.state.story == nil)
    #expect(desk.state.trail.current == nil)
    #expect(desk.state.related.stories.isEmpty)
    desk.press("j Enter r ^O 1 q")
    try desk.load([SavedPageText(SavedStory("New"))])
    #expect(desk.titles == ["New"])
    #expect(desk.title == "New")
  }

  @Test func escapeStopsLoadingAndRGoesOn() throws {
    var desk = try desk()
    desk.beginLoading()
    desk.press("Esc")
    #expect(desk.effects == [.stopLoading])
    desk.receive(.found(files: 10), .finished(isWhole: false))
    #expect(desk.state.loading == nil)
    #expect(desk.state.message?.text.contains("R continues") == true)
    desk.press("R")
    #expect(desk.effects == [.reload])
    desk.press("Esc")
    #expect(desk.effects.isEmpty, "nothing is loading")
  }

  @Test func theTimeThatIsLeft() throws {
    var desk = try desk()
    desk.beginLoading()
    desk.receive(.found(files: 1_000))
    #expect(desk.state.loading?.secondsLeft(now: ReaderDriver.now + 10) == nil, "nothing has been read")
    let batches = (0..<100).map { number in
      var batch = PageBatch(folder: "/more")
      Array("text\n".utf8).withUnsafeBufferPointer { batch.add($0, name: "\(number).txt", saved: 0) }
      return batch
    }
    for batch in batches { desk.receive(.batch(batch)) }
    #expect(desk.state.loading?.secondsLeft(now: ReaderDriver.now + 1) == nil, "too early to say")
    #expect(desk.state.loading?.secondsLeft(now: ReaderDriver.now + 10) == 90)
  }
}
