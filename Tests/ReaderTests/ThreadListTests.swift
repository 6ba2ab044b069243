import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// What stories have in common by what they say, beside the story and in the list.
struct ThreadListTests {
  private static let pages = [
    SavedPageText(
      SavedStory(
        "Council votes to keep the Ellis ferry", age: "5 days ago",
        "The island council of Port Ellis voted to keep the night ferry to Brannock. Mayor Anna Lind said the ferry costs "
          + "14 million crowns a year. Fishermen and pupils had asked for it.")),
    SavedPageText(
      SavedStory(
        "Night ferry to Brannock stays", age: "4 days ago",
        "Pupils and fishermen of Port Ellis keep their ferry: the council voted for the crossing to Brannock, 14 million "
          + "crowns or not. It was a close vote, Anna Lind told reporters.")),
    SavedPageText(
      SavedStory(
        "Ferry vote divides Port Ellis", age: "2 days ago",
        "After the vote on the night ferry some islanders of Port Ellis want another council. The crossing to Brannock is "
          + "empty in winter, they argue; but Anna Lind disagrees.")),
    SavedPageText(
      SavedStory(
        "Thieves take bronze horse from Halden museum", age: "1 day ago",
        "Burglars broke a skylight of the Halden museum and stole a bronze horse of the sculptor Ivo Marek.")),
    SavedPageText(
      SavedStory(
        "Plum cake", age: "3 hours ago", "Take flour, butter and ripe plums, and bake them for an hour.")),
  ]
  private static let ferry = pages[..<3].map(\.story.title)

  private func desk() throws -> ReaderDriver {
    var desk = try ReaderDriver(ThreadListTests.pages)
    desk.compare()
    return desk
  }

  @Test func alikeStoriesStandBelowTheListedOnesWithTheirReasons() throws {
    var desk = try desk()
    #expect(desk.title == "Plum cake")
    #expect(desk.state.related.stories.isEmpty, "nothing is like it")
    desk.press("j j")
    #expect(desk.title == ThreadListTests.ferry[2])
    let related = desk.state.related
    #expect(related.stories.map(\.title) == [ThreadListTests.ferry[0], ThreadListTests.ferry[1]])
    #expect(related.rows.contains(.heading("Earlier in this thread")))
    desk.press("j j")
    #expect(desk.title == ThreadListTests.ferry[0])
    #expect(desk.state.related.rows.contains(.heading("Also related")))
    #expect(Set(desk.state.related.stories.map(\.title)) == Set(ThreadListTests.ferry[1...]))
    let reasons = desk.state.related.rows.compactMap { row in
      if case .reason(_, let text) = row { text } else { nil }
    }
    #expect(reasons.count == 2)
    #expect(reasons.allSatisfy { $0.hasPrefix("also: ") && $0.contains("Anna Lind") })
  }

  @Test func alikeStoriesAreFollowedAndCounted() throws {
    var desk = try desk()
    desk.press("j j Enter 2")
    #expect(desk.title == ThreadListTests.ferry[1])
    desk.press("9")
    #expect(desk.message == "Only 2 related stories")
  }

  @Test func whatIsListedIsNotShownTwice() throws {
    let first = SavedPageText(
      ThreadListTests.pages[0].story, related: [ThreadListTests.pages[1].story])
    var desk = try ReaderDriver([first] + ThreadListTests.pages[1...])
    desk.compare()
    desk.press("G")
    #expect(desk.title == ThreadListTests.ferry[0])
    let titles = desk.state.related.stories.map(\.title)
    #expect(titles == [ThreadListTests.ferry[1], ThreadListTests.ferry[2]])
  }

  @Test func theSelectionStaysWhenAlikeStoriesCome() throws {
    let first = SavedPageText(
      ThreadListTests.pages[0].story, related: [SavedStory("Harbour"), SavedStory("Lighthouse")])
    var desk = try ReaderDriver([first] + ThreadListTests.pages[1...])
    desk.press("G Tab Tab j")
    let selected = desk.state.related.selectedStory
    desk.compare()
    #expect(desk.state.related.selectedStory == selected)
    #expect(desk.state.related.stories.count > 2)
  }

  @Test func theFirstRowStaysSelectedWhenAlikeStoriesComeBeforeLinks() throws {
    var desk = try ReaderDriver(Array(ThreadListTests.pages[..<3]))
    desk.press("G")
    var body = StoryBody(paragraphs: ["All of it."])
    body.links = [StoryLink(title: "Lighthouse sold", address: nil)]
    desk.give(body)
    #expect(desk.state.related.selectedLink == body.links[0])
    desk.compare()
    let related = desk.state.related
    #expect(related.links == body.links)
    #expect(related.selectedStory == related.stories[0].index)
    #expect(related.top == 0)
  }

  @Test func sayWhileNotAllAreCompared() throws {
    var desk = try desk()
    try desk.load([SavedPageText(SavedStory("Harbour"))])
    desk.press("G k")
    #expect(desk.state.related.rows.contains(.heading("Also related (83 % so far)")))
  }

  @Test func copiesStandTogetherWithHowMuchIsTheSame() throws {
    let body =
      ThreadListTests.pages[0].story.paragraphs.joined() + " "
      + ThreadListTests.pages[1].story.paragraphs.joined()
    var desk = try ReaderDriver([
      SavedPageText(SavedStory("Ferry stays", source: "Coast Courier", age: "1 hours ago", body)),
      SavedPageText(SavedStory("Council keeps ferry", age: "2 hours ago", "(AP) " + body)),
      SavedPageText(SavedStory("Plum cake", age: "3 hours ago", "Take flour, butter and ripe plums.")),
    ])
    desk.compare()
    #expect(desk.state.related.rows.first == .heading("Same story, 2 copies"))
    #expect(desk.state.related.stories.map(\.title) == ["Council keeps ferry"], "not related besides")
    #expect(desk.state.related.rows.contains(.reason(item: 0, text: "100 % the same · credited to AP")))
    desk.press("i")
    guard case .pager(let info) = desk.state.overlay else {
      Issue.record("no information")
      return
    }
    #expect((info.text ?? []).contains { $0.contains("Same story, 2 copies") })
    #expect((info.text ?? []).contains { $0.contains("100 % the same · credited to AP") })
  }

  @Test func queriesForCopiesAndForWhatIsNew() throws {
    let body =
      ThreadListTests.pages[0].story.paragraphs.joined() + " "
      + ThreadListTests.pages[1].story.paragraphs.joined()
    var desk = try ReaderDriver([
      SavedPageText(SavedStory("Ferry stays", source: "Coast Courier", age: "1 hours ago", body)),
      SavedPageText(SavedStory("Council keeps ferry", age: "2 hours ago", body)),
      SavedPageText(SavedStory("Plum cake", age: "3 hours ago", "Take flour, butter and ripe plums.")),
    ])
    desk.press("& c o p i e s Enter")
    #expect(desk.titles.isEmpty, "nothing has been compared")
    desk.compare()
    #expect(desk.titles == ["Ferry stays", "Council keeps ferry"])
    desk.press("Esc & n e w Enter")
    #expect(desk.titles == ["Ferry stays", "Council keeps ferry", "Plum cake"])
    desk.press("Esc r & n e w Enter")
    #expect(desk.titles == ["Plum cake"], "the other is the copy of what was read")
  }

  @Test func sayBeforeAnyAreCompared() throws {
    var desk = try ReaderDriver(ThreadListTests.pages)
    let story = try #require(desk.state.story?.index)
    let nothing = AlikeStories(to: story, in: desk.state.library, nil)
    desk.apply(.answered(.alike(story, nothing), from: desk.state.snapshot.number))
    #expect(desk.state.related.rows == [.heading("Also related (0 % so far)")])
  }

  @Test func groupedByThread() throws {
    var desk = try desk()
    desk.press("v e")
    #expect(desk.message == "Grouped by thread")
    #expect(
      desk.titles == ["# " + ThreadListTests.ferry[0]] + ThreadListTests.ferry.reversed() + [
        "# In no thread", "Plum cake", ThreadListTests.pages[3].story.title,
      ])
  }

  @Test func groupedBeforeAnythingWasCompared() throws {
    var desk = try ReaderDriver(ThreadListTests.pages)
    desk.press("v e")
    #expect(desk.titles.first == "# In no thread")
    #expect(desk.titles.count == 6)
  }

  @Test func theThreadOfAStoryOldestFirstAndBack() throws {
    var desk = try desk()
    desk.press("U j j")
    desk.press("t")
    #expect(desk.titles == ThreadListTests.ferry)
    #expect(desk.title == ThreadListTests.ferry[2], "the story stays")
    desk.press("Esc")
    #expect(desk.titles.count == 5)
    #expect(desk.state.request.filter == "unread")
    #expect(desk.title == ThreadListTests.ferry[2])
    desk.press("t")
    #expect(desk.titles == ThreadListTests.ferry)
    desk.press("t")
    #expect(desk.state.request.filter == "unread")
  }

  @Test func aThreadOfOneStoryIsNoList() throws {
    var desk = try desk()
    desk.press("Enter t")
    #expect(desk.message == "No other story belongs to this thread")
    #expect(desk.titles.count == 5)
    #expect(desk.state.focus == .story)
    #expect(desk.title == "Plum cake")
    desk.press("G t")
    #expect(desk.titles.count == 5, "G is the story's there")
    desk.press("q G t")
    #expect(desk.titles == ThreadListTests.ferry)
  }

  @Test func readingOnInAThread() throws {
    var desk = try desk()
    desk.press("G t")
    #expect(desk.title == ThreadListTests.ferry[0])
    desk.press("n")
    #expect(desk.title == ThreadListTests.ferry[1])
    desk.press("n")
    #expect(desk.title == ThreadListTests.ferry[2])
  }

  @Test func aStoryThatCameLaterJoinsItsThread() throws {
    var desk = try desk()
    let new = SavedStory(
      "Ferry crew of Port Ellis relieved", age: "1 day ago",
      "The crew of the night ferry to Brannock is relieved after the vote of the council of Port Ellis, Anna Lind said."
    )
    try desk.load([SavedPageText(new)])
    let place = try #require(desk.titles.firstIndex(of: new.title))
    desk.press("g" + String(repeating: " j", count: place))
    #expect(desk.title == new.title)
    #expect(desk.state.related.rows.contains(.heading("Earlier in this thread")))
    desk.press("t")
    #expect(desk.titles == ThreadListTests.ferry + [new.title])
  }
}
