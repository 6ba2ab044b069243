import PageFormats
import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// The digest of a story, and the versions of one.
struct SheetTests {
  private static let council =
    "The harbour council put off its vote on the night ferry until Thursday, mayor Maria Torres said in Oslo."
  private static let cost =
    "The night ferry costs the town 1,200 crowns a week, and few passengers use it after ten in the evening."

  private func desk(rows: Int = 40, filler: Int = 0) throws -> ReaderDriver {
    var story = SavedStory("Council delays ferry vote", age: "12-03-2025")
    let filler = (0..<filler).map { "Nothing else was said about it on quay number \($0)." }
    story.paragraphs = [Self.council] + filler + [Self.cost]
    return try ReaderDriver([SavedPageText(story)], rows: rows)
  }

  private func texts(_ desk: ReaderDriver) -> [String] {
    guard case .sheet(let sheet) = desk.state.overlay else { return [] }
    return sheet.rows.map(\.text)
  }

  private func chosen(_ desk: ReaderDriver) -> String? {
    guard case .sheet(let sheet) = desk.state.overlay else { return nil }
    return sheet.rows.first { sheet.isChosen($0) }?.text
  }

  @Test func theDigestTellsOfTheStory() throws {
    var desk = try desk()
    desk.press("D")
    let rows = texts(desk)
    #expect(rows.first == "Key sentences")
    #expect(rows.contains("Maria Torres"))
    #expect(rows.contains("Oslo"))
    #expect(rows.contains { $0.contains("ferry until Thursday, mayor Maria Torres said") }, "\(rows)")
    #expect(rows.contains { $0.contains("1,200") })
    desk.press("q")
    #expect(desk.state.overlay == nil)
  }

  @Test func enterGoesToTheEntrysPlace() throws {
    var desk = try desk(rows: 12, filler: 30)
    desk.press("D G")
    #expect(chosen(desk)?.contains("1,200") == true)
    desk.press("Enter")
    #expect(desk.state.overlay == nil)
    #expect(desk.state.focus == .story)
    #expect(desk.state.story?.rows.contains { $0.text.contains("1,200") } == true)
  }

  @Test func movingChoosesEntriesAlone() throws {
    var desk = try desk()
    desk.press("D")
    #expect(chosen(desk)?.hasPrefix("The harbour council") == true)
    desk.press("j j")
    #expect(chosen(desk) == "Maria Torres")
    desk.press("k k k k")
    #expect(chosen(desk)?.hasPrefix("The harbour council") == true)
    desk.press("x")
    #expect(desk.message == "Enter goes there · q closes Digest")
  }

  @Test func whatIsNotAttemptedIsSaid() throws {
    var story = SavedStory("أجّل المجلس التصويت", age: "12-03-2025")
    story.paragraphs = ["أجّل مجلس المدينة التصويت على العبّارة الليلية إلى يوم الخميس. كلّفت 1200 كرون."]
    var desk = try ReaderDriver([SavedPageText(story)])
    desk.press("D")
    #expect(
      texts(desk).contains("Names and dates were not looked for: the text does not appear to be English."))
    #expect(texts(desk).contains { $0.contains("1200") })
  }

  @Test func aStoryThatGoesTakesItsDigestAlong() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("D")
    #expect(desk.state.overlay != nil)
    desk.startOver()
    #expect(desk.state.overlay == nil)
  }

  @Test func thereIsNoStory() throws {
    var desk = try ReaderDriver([])
    desk.press("D")
    #expect(desk.state.overlay == nil)
    #expect(desk.message != nil)
  }

  // MARK: Versions

  private func changedDesk() throws -> ReaderDriver {
    let filler = "The boat was built in the yard behind the mole and has carried the post for ninety years."
    var story = SavedStory("Ferry vote", age: "12-03-2025")
    story.paragraphs = [Self.council, filler, filler + " So it was.", Self.cost]
    var newer = story
    newer.paragraphs[3] = Self.cost.replacing("1,200", with: "1,400")
    return try ReaderDriver([SavedPageText(story), SavedPageText(newer)])
  }

  @Test func whatHasChangedIsShown() throws {
    var desk = try changedDesk()
    desk.press("i")
    #expect(texts(desk).contains("2 versions, newest first"))
    #expect(chosen(desk)?.hasSuffix("Enter: what changed") == true)
    desk.press("Enter")
    guard case .difference(let view) = desk.state.overlay else {
      Issue.record("no difference")
      return
    }
    #expect(view.rows.first?.text == "Paragraphs: 1 reworded, 3 the same")
    #expect(view.rows.contains { $0.text == "⋯ 3 paragraphs are the same" })
    let changed = view.rows.map(\.text).joined(separator: " ")
    #expect(
      changed.contains("costs the town [-1,200-] {+1,400+} crowns") || changed.contains("[-1,400-] {+1,200+}")
    )
    desk.press("q")
    #expect(texts(desk).contains("2 versions, newest first"))
    desk.press("q")
    #expect(desk.state.overlay == nil)
  }

  @Test func aStoryOfOneVersionHasNothingToCompare() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("i Enter")
    guard case .pager(let view) = desk.state.overlay else {
      Issue.record("no text")
      return
    }
    #expect(view.rows.contains { $0.text == "Its page" })
  }
}
