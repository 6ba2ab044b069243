import Dispatch
import Folders
import TestFolder
import Testing

@testable import StoryLibrary

/// A library that changes, and the snapshots of it that do not.
struct LiveLibraryTests {
  private static func batch(_ titles: String...) -> LoadEvent {
    .batch(PageBatch(folder: "/news", titles.map { InventedPage($0).named("\($0).txt") }))
  }

  private static func titles(_ snapshot: LibrarySnapshot) -> Set<String> {
    Set(snapshot.library.order.map { snapshot.library[$0].title })
  }

  private static func story(_ title: String, in snapshot: LibrarySnapshot) -> StoryIndex? {
    snapshot.library.order.first { snapshot.library[$0].title == title }
  }

  @Test func aSnapshotStaysAsItIs() {
    var live = LiveLibrary(began: 0)
    live.receive(Self.batch("Fog"))
    let first = live.publish()
    live.receive(Self.batch("Swan"))
    let second = live.publish()
    #expect(Self.titles(first) == ["Fog"])
    #expect(Self.titles(second) == ["Fog", "Swan"])
    #expect(second.number > first.number)
  }

  @Test func whatChangesNoStoryIsNoOtherSnapshot() {
    var live = LiveLibrary(began: 0)
    live.receive(Self.batch("Fog"))
    let first = live.publish()
    live.receive(.found(files: 5))
    let second = live.publish()
    #expect(second.number == first.number)
    #expect(second.load.progress?.found == 5)
    #expect(first.load.progress?.found == 0)
    #expect(!live.hasNews)
  }

  @Test func loadingEndsOnce() throws {
    var live = LiveLibrary(began: 0)
    live.receive(.found(files: 2))
    live.receive(Self.batch("Fog"))
    live.receive(.finished(isWhole: false))
    let progress = try #require(
      { if case .stopped(let progress) = live.snapshot.load { progress } else { nil } }())
    #expect((progress.done, progress.found) == (1, 2))
    live.receive(.finished(isWhole: true))
    #expect(live.snapshot.load == .stopped(progress), "nothing is being loaded")
    live.beginLoading(at: 9)
    #expect(live.snapshot.load == .loading(LoadProgress(began: 9)))
    live.receive(.finished(isWhole: true))
    #expect(live.snapshot.load == .finished)
  }

  @Test func problemsOfFoldersAreThoseOfTheLastLook() {
    var live = LiveLibrary(began: 0)
    let problem = FileProblem(path: "/news/locked", reason: .file(.unreadableFolder(errno: 13)))
    live.receive(.problems([problem]))
    #expect(live.publish().library.problems == [problem])
    live.beginLoading(at: 1)
    #expect(live.publish().library.problems.isEmpty)
  }

  @Test func storiesKeepTheirNumbersWhileMoreCome() throws {
    var live = LiveLibrary(began: 0)
    live.receive(Self.batch("Fog"))
    let first = live.publish()
    live.receive(Self.batch("Swan", "Choir"))
    let second = live.publish()
    let translation = try #require(second.translation(from: first))
    #expect(!translation.isRenumbering)
    #expect(second.sharesNumbers(withSnapshot: first.number))
    let fog = try #require(Self.story("Fog", in: first))
    #expect(translation.story(fog) == Self.story("Fog", in: second))
  }

  @Test func keptStoriesHaveOtherNumbersAndAreFoundAgain() throws {
    let folder = try Folder()
    let catalogue = Catalogue(in: folder.path("cache"), of: ["/news"], program: .unknown)
    var live = LiveLibrary(began: 0)
    live.receive(Self.batch("Fog"))
    live.receive(Self.batch("Swan", "Choir", "Rail"))
    let before = live.publish()
    #expect(!live.isSaved)
    try live.save(in: catalogue)
    #expect(live.isSaved)
    let after = live.publish()
    #expect(after.number > before.number)
    #expect(!after.sharesNumbers(withSnapshot: before.number))
    let translation = try #require(after.translation(from: before))
    #expect(translation.isRenumbering)
    for index in before.library.order {
      let new = try #require(translation.story(index))
      #expect(after.library[new].title == before.library[index].title)
    }
    live.receive(Self.batch("Tin"))
    #expect(!live.isSaved)
    let later = live.publish()
    #expect(try #require(later.translation(from: before)).isRenumbering)
    try live.save(in: catalogue)
    #expect(live.publish().translation(from: before) == nil, "renumbered twice")
    #expect(live.publish().translation(from: later) != nil)
  }

  /// Somebody may have it on the screen, and would read on under the number of another.
  @Test func whereAStoryHasGoneTheNumbersStay() throws {
    let folder = try Folder()
    let catalogue = Catalogue(in: folder.path("cache"), of: ["/news"], program: .unknown)
    var live = LiveLibrary(began: 0)
    live.receive(Self.batch("Fog", "Swan"))
    let before = live.publish()
    let fog = try #require(Self.story("Fog", in: before))
    var gone = PageBatch(folder: "/news")
    gone.addGone("Fog.txt", reading: 1)
    live.receive(.batch(gone))
    _ = live.publish()
    try live.save(in: catalogue)
    #expect(live.isSaved)
    let after = live.publish()
    #expect(after.sharesNumbers(withSnapshot: before.number))
    #expect(after.library[fog].title == "Fog")
    #expect(Self.titles(after) == ["Swan"])
    let kept = try #require(catalogue.open())
    #expect(kept.order.count == 1)
  }

  @Test func anotherLibraryHasNothingToDoWithTheOneBefore() throws {
    var live = LiveLibrary(began: 0)
    live.receive(Self.batch("Fog"))
    let before = live.publish()
    live.startOver(at: 5)
    let after = live.publish()
    #expect(after.translation(from: before) == nil)
    #expect(after.library.isEmpty)
    #expect(after.load == .loading(LoadProgress(began: 5)))
    #expect(!live.isSaved)
    live.open(before.library)
    #expect(live.isSaved)
    #expect(live.publish().translation(from: before) == nil)
  }

  @Test func publishingTakesAFortiethOfTheTime() {
    var pace = PublicationPace()
    #expect(pace.time(hasNews: true) == 0)
    pace.published(from: 1_000, to: 1_000)
    #expect(pace.time(hasNews: true) == 1_060, "no sooner than one can see")
    #expect(pace.time(hasNews: false) == 1_250)
    pace.published(from: 2_000, to: 2_010)
    #expect(pace.time(hasNews: true) == 2_400)
  }

  /// Whoever uses a snapshot last does not free its memory.
  @Test func aSnapshotThatNobodyUsesIsFreedElsewhere() {
    let goesOn = DispatchSemaphore(value: 0)
    weak var counter: StepCounter?
    do {
      let snapshot = LibrarySnapshot.first(of: Library(InventedPage("Fog")))
      counter = snapshot.library.steps
      LibrarySnapshot.release.perform { goesOn.wait() }
    }
    #expect(counter != nil)
    goesOn.signal()
    LibrarySnapshot.release.finish()
    #expect(counter == nil)
  }
}
