import Display
import PageFormats
@testable import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// What is not the story's is folded, never lost.
struct FoldingTests {
  static let blocks: [TextBlock] =
    [TextBlock(.listItem, "News", isShown: false), TextBlock(.listItem, "Sport", isShown: false)]
    + (1...30).map { TextBlock(.paragraph, "Paragraph \($0) of the report about the harbour.") }
    + [
      TextBlock(.paragraph, "Our newsletter:\nharbour news, daily", isShown: false),
      TextBlock(.paragraph, "The ferry sails again."),
      TextBlock(.paragraph, "Read also: the lighthouse", isShown: false),
    ]

  private func desk(_ blocks: [TextBlock] = blocks, isDoubtful: Bool = false) throws -> ReaderDriver {
    var desk = try ReaderDriver([SavedPageText(SavedStory("Harbour"))], columns: 100, rows: 20)
    var body = StoryBody(blocks: blocks)
    body.isDoubtful = isDoubtful
    desk.give(body)
    desk.press("Enter")
    return desk
  }

  private func rows(_ desk: ReaderDriver) -> [String] {
    (desk.state.story?.rows ?? []).filter { $0.kind != .blank }.map { String($0.text) }.filter { !$0.isEmpty }
  }

  @Test func whatIsNotTheStoryIsOneLine() throws {
    var desk = try desk()
    #expect(rows(desk).prefix(3) == ["Harbour", "⋯ 2 lines", "Paragraph 1 of the report about the harbour."])
    desk.press("G")
    #expect(rows(desk).suffix(3) == ["⋯ 2 lines", "The ferry sails again.", "⋯ 1 line"])
    #expect(desk.state.story?.showsAll == false)
  }

  @Test func theWholePageIsShownAndFoldedAgain() throws {
    var desk = try desk()
    desk.press("W")
    #expect(desk.state.story?.showsAll == true)
    #expect(
      rows(desk).prefix(4) == ["Harbour", "News", "Sport", "Paragraph 1 of the report about the harbour."])
    desk.press("W")
    #expect(rows(desk).prefix(2) == ["Harbour", "⋯ 2 lines"])
  }

  @Test func whatIsReadStaysWhereItIs() throws {
    var desk = try desk()
    desk.press("Space Space")
    let row = try #require(desk.state.story?.rows.first)
    let place = desk.state.story?.place
    desk.press("W")
    #expect(desk.state.story?.rows.first?.text == row.text)
    #expect(desk.state.story?.place == place, "the place is the same whatever is folded")
    desk.press("W")
    #expect(desk.state.story?.rows.first == row)
  }

  /// From within what is folded one comes to its line, and from the line to its first block.
  @Test func foldsLeadBothWays() throws {
    var desk = try desk(
      (1...40).map { TextBlock(.paragraph, "Menu \($0)", isShown: false) }
        + (1...40).map { TextBlock(.paragraph, "Paragraph \($0).") })
    desk.press("W Space Space W")
    #expect(desk.state.story?.rows.first?.text == "⋯ 40 lines")
    desk.press("W")
    #expect(desk.state.story?.rows.first?.text == "Menu 1")
  }

  /// A place that was kept while the whole page was shown is found in the story; so is the row to come back to.
  @Test func placesAreKeptAcrossStories() throws {
    let desk = try desk()
    let (story, location) = (
      desk.state.library[try #require(desk.state.story).index], desk.state.story?.location
    )
    func view(place: Int = 0) throws -> StoryView {
      var view = StoryView(story, size: Size(columns: 60, rows: 12), place: place)
      view.set(StoryText(StoryBody(blocks: Self.blocks)), from: try #require(location))
      return view
    }
    var whole = try view()
    whole.show(all: true)
    whole.scroll(by: 31)
    let text = try #require(whole.rows.first { $0.kind == .text(.paragraph) }).text
    #expect(try view(place: whole.place).rows.prefix(2).map(\.text).contains(text))
    var again = try view()
    again.returnTo(whole.rowToReturnTo)
    #expect(again.rows.prefix(2).map(\.text).contains(text))
  }

  @Test func aDoubtfulPageOpensWholeAndSaysSo() throws {
    var desk = try desk(isDoubtful: true)
    #expect(desk.state.story?.showsAll == true)
    #expect(
      rows(desk).prefix(3) == ["Harbour", "It is not certain which part of this page is the story.", "News"])
    desk.press("W")
    #expect(rows(desk).contains("⋯ 2 lines"))
  }

  @Test func aPageWithoutAnythingElseSaysSo() throws {
    var desk = try desk([TextBlock(.paragraph, "All of it.")])
    desk.press("W")
    #expect(desk.message == "Nothing on this page is folded")
    #expect(desk.state.story?.showsAll == false)
  }

  // MARK: Finding

  @Test func theStoryIsFoundFirstAndWhatIsFoldedAfterIt() throws {
    var desk = try desk()
    desk.press("Tab /")
    desk.type("newsletter")
    desk.press("Enter")
    #expect(desk.state.find?.count == 0)
    #expect(desk.state.find?.foldedCount == 1)
    #expect(desk.message == "newsletter is only in folded text · n shows it")
    desk.press("n")
    #expect(desk.state.story?.showsAll == true)
    #expect(desk.state.find?.count == 1)
    #expect(desk.state.storySpans.joined().contains { $0.role == .currentMatch })
  }

  @Test func behindTheLastMatchComesTheFirstFoldedOne() throws {
    var desk = try desk()
    desk.press("Tab /")
    desk.type("news")
    desk.press("Enter")
    #expect(desk.state.find?.count == 0)
    desk.press("Esc Enter g /")
    desk.type("harbour")
    desk.press("Enter")
    #expect(desk.state.find?.count == 31, "thirty paragraphs and the headline")
    #expect(desk.state.find?.foldedCount == 1)
    desk.press("N")
    #expect(desk.state.find?.current == 30)
    desk.press("n")
    #expect(desk.state.story?.showsAll == true)
    #expect(desk.state.find?.count == 32)
    #expect(desk.state.find?.current == 31)
    #expect(desk.state.find?.foldedCount == 0)
    desk.press("n")
    #expect(desk.state.find?.current == 0)
    #expect(desk.message == "Wrapped to the top")
  }

  @Test func theCurrentMatchStaysCurrentWhenThePageUnfolds() throws {
    var desk = try desk()
    desk.press("Tab /")
    desk.type("Paragraph 20 ")
    desk.press("Enter W")
    #expect(desk.state.find?.current == 0)
    #expect(desk.state.find?.count == 1)
    #expect(desk.state.storySpans.joined().contains { $0.role == .currentMatch })
  }

  // MARK: Searching all stories

  /// A search is entered whose best match has these blocks.
  private func searching(_ words: String, in blocks: [TextBlock] = blocks) throws -> ReaderDriver {
    let story = SavedStory("Harbour", "The newsletter, the ferry, the lighthouse.")
    var desk = try ReaderDriver([SavedPageText(story)], columns: 100, rows: 20)
    desk.press("\\")
    desk.type(String(words.dropLast()))
    desk.give(StoryBody(blocks: blocks))
    desk.type(String(words.suffix(1)))
    desk.press("Enter")
    return desk
  }

  private func currentMatch(_ desk: ReaderDriver) -> String? {
    guard let rows = desk.state.story?.rows else { return nil }
    for (row, spans) in zip(rows, desk.state.storySpans) {
      guard let span = spans.first(where: { $0.role == .currentMatch }) else { continue }
      return String(decoding: Array(row.text.utf8)[span.range], as: UTF8.self)
    }
    return nil
  }

  @Test func aMatchInFoldedTextIsShown() throws {
    var desk = try searching("newsletter")
    #expect(desk.state.focus == .story)
    #expect(desk.state.story?.showsAll == true)
    #expect(currentMatch(desk) == "newsletter")
    desk.press("W")
    #expect(desk.state.story?.showsAll == false)
  }

  /// What the story lacks is the reason why it was found last.
  @Test(arguments: ["harbour newsletter", "newsletter harbour"])
  func theWordThatTheStoryLacksIsShown(words: String) throws {
    let desk = try searching(words)
    #expect(desk.state.story?.showsAll == true)
    #expect(currentMatch(desk) == "newsletter")
  }

  @Test(arguments: ["harbour", "ferry", "harbour ferry"])
  func whatTheStoryHasUnfoldsNothing(words: String) throws {
    let desk = try searching(words)
    #expect(desk.state.story?.showsAll == false)
    #expect(currentMatch(desk)?.lowercased() == (words == "ferry" ? "ferry" : "harbour"))
  }

  /// The matches of a long page are counted while it is on the screen.
  @Test func aLongPageUnfoldsWhenItsWordsAreCounted() throws {
    let long = (1...3_000).map { TextBlock(.paragraph, "Paragraph \($0) about the harbour.") }
    let desk = try searching("harbour newsletter", in: long + FoldingTests.blocks)
    #expect(desk.state.story?.showsAll == true)
    #expect(currentMatch(desk) == "newsletter")
  }
}
