import Display
import PageFormats
@testable import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// Links in a story's text: numbered on demand, and followed by their numbers.
struct NumberedLinkTests {
  /// A block whose links are the words in brackets.
  private static func block(_ text: String, _ addresses: String..., kind: BlockKind = .paragraph) -> TextBlock
  {
    var block = TextBlock(kind, "")
    var start = 0
    for character in text {
      switch character {
      case "[": start = block.text.utf8.count
      case "]": block.links.append(TextLink(start..<block.text.utf8.count, addresses[block.links.count]))
      default: block.text.append(character)
      }
    }
    return block
  }

  private func desk(_ blocks: [TextBlock], columns: Int = 120, rows: Int = 40) throws -> ReaderDriver {
    var desk = try ReaderDriver(
      [SavedPageText(SavedStory("Harbour")), SavedPageText(SavedStory("Museum", age: "2 days ago"))],
      columns: columns, rows: rows)
    desk.give(StoryBody(blocks: blocks))
    return desk
  }

  private static let few = [
    block("Read of the [Museum] and the [quay].", "https://a.example/museum", "https://a.example/quay"),
    block("A [lighthouse]", "https://a.example/light", kind: .listItem),
  ]

  private static let many = (1...12).map { block("Link [number \($0)].", "https://a.example/\($0)") }

  /// The rows of the text.
  private func rows(_ desk: ReaderDriver) -> [String] {
    (desk.state.story?.rows ?? []).filter { if case .text = $0.kind { true } else { false } }.map {
      String($0.text)
    }
  }

  @Test func numbersStandBehindTheWordsOnDemand() throws {
    var desk = try desk(Self.few)
    desk.press("f")
    #expect(desk.state.focus == .story, "digits follow related stories in the list")
    #expect(rows(desk) == ["Read of the Museum[1] and the quay[2].", "A lighthouse[3]"])
    desk.press("f")
    #expect(rows(desk) == ["Read of the Museum and the quay.", "A lighthouse"])
    desk.press("f Esc")
    #expect(desk.state.story?.links == nil)
    #expect(desk.state.focus == .story, "one thing at a time")
  }

  @Test func aSavedPageIsFollowedAndTheTrailLeadsBack() throws {
    var desk = try desk(Self.few)
    desk.press("Enter f 1")
    #expect(desk.title == "Museum")
    #expect(desk.state.story?.links == nil)
    desk.press("^O")
    #expect(desk.title == "Harbour")
  }

  @Test func anotherIsToldNotToBeSavedAndOpensOutside() throws {
    var desk = try desk(Self.few)
    desk.press("f 2")
    #expect(desk.title == "Harbour")
    #expect(desk.message == "Not saved · o opens https://a.example/quay")
    #expect(desk.state.story?.links?.isMeant(2) == true)
    desk.press("o")
    #expect(desk.effects.contains(.openAddress("https://a.example/quay")))
    desk.press("Esc o")
    #expect(
      !desk.effects.contains(.openAddress("https://a.example/quay")), "without numbers it is the page's own")
  }

  /// In a mirror, the address of a page may be unknown.
  @Test func aFileThatIsNotInTheLibraryIsNamed() throws {
    var block = TextBlock(.paragraph, "Read of the quay.")
    block.links = [TextLink(12..<16, nil, file: "/mirror/2024/\u{1B}[31mquay.html")]
    var desk = try desk([block])
    desk.press("f 1")
    #expect(desk.title == "Harbour")
    #expect(desk.message == "Not saved: quay.html")
    desk.press("o")
    #expect(!desk.effects.contains { if case .openAddress = $0 { true } else { false } })
  }

  @Test func aNumberThatMayGoOnWaitsForEnter() throws {
    var desk = try desk(Self.many)
    desk.press("f 1")
    #expect(desk.state.story?.links?.typed == 1)
    #expect((1...12).filter { desk.state.story?.links?.isMeant($0) == true } == [1, 10, 11, 12])
    desk.press("Enter")
    #expect(desk.message == "Not saved · o opens https://a.example/1")
    desk.press("1 2")
    #expect(desk.message == "Not saved · o opens https://a.example/12")
    desk.press("1 o")
    #expect(desk.effects.contains(.openAddress("https://a.example/1")), "the number that has been typed")
    desk.press("Backspace 9")
    #expect(desk.message == "Not saved · o opens https://a.example/9")
    desk.press("1 3")
    #expect(desk.message == "There are 12 links")
    desk.press("0")
    #expect(desk.message == "There are 12 links")
  }

  @Test func otherKeysDoWhatTheyDo() throws {
    var desk = try desk(Self.many, columns: 80, rows: 12)
    desk.press("Enter f j j")
    #expect(desk.state.story?.links != nil)
    desk.press("Tab")
    #expect(desk.state.story?.links == nil, "in another pane digits are something else")
    desk.press("Shift-Tab f J")
    #expect(desk.title == "Museum")
    #expect(desk.state.story?.links == nil)
  }

  @Test func aStoryWithoutLinksSaysSo() throws {
    var desk = try desk([TextBlock(.paragraph, "All of it.")])
    desk.press("f")
    #expect(desk.message == "No links in this story")
    #expect(desk.state.focus == .list && desk.state.unreadCount == 2, "nothing has been opened")
    var empty = try ReaderDriver([])
    empty.press("f")
    #expect(empty.message == "No story selected")
  }

  @Test func theNextLinkComesWhereNoneIsOnTheScreen() throws {
    let lines = (1...60).map { TextBlock(.paragraph, "Paragraph \($0).") }
    var desk = try desk(
      lines + [Self.block("The [end].", "https://a.example/end")] + lines, columns: 80, rows: 20)
    desk.press("Enter f")
    #expect(rows(desk).contains("The end[1]."))
    desk.press("Esc G f")
    #expect(rows(desk).contains("The end[1]."))
  }

  @Test func theSameTextStaysOnTop() throws {
    let blocks = (1...40).map {
      Self.block("A [link] in paragraph \($0) of them.", "https://a.example/\($0)")
    }
    var desk = try desk(blocks, columns: 40, rows: 12)
    desk.press("Enter Space Space")
    let (top, place) = (try #require(desk.state.story?.top), desk.state.story?.place)
    desk.press("f")
    #expect(desk.state.story?.top == top)
    #expect(desk.state.story?.place == place)
    desk.press("f")
    #expect(desk.state.story?.top == top)
  }

  /// What is found is lit where it stands, with numbers within and before it.
  @Test func numbersAndMatches() throws {
    var desk = try desk(Self.few)
    desk.press("Enter /")
    desk.type("museum and the quay.")
    desk.press("Enter f")
    let state = desk.state
    let row = try #require(state.story?.rows.firstIndex { $0.text.contains("[1]") })
    let text = try #require(state.story?.rows[row].text)
    let lit = state.storySpans[row].map { span in
      String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
    }
    #expect(lit == ["Museum[1] and the quay[2]."])
  }

  @Test(arguments: [("museum", "Museum"), (" and", " and"), ("m a", "m[1] a")])
  func matchesBesideNumbers(words: String, lit: String) throws {
    var desk = try desk(Self.few)
    desk.press("Enter /")
    desk.type(words)
    desk.press("Enter f")
    let row = try #require(desk.state.story?.rows.firstIndex { $0.text.contains("[1]") })
    let text = try #require(desk.state.story?.rows[row].text)
    let found = desk.state.storySpans[row].map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == [lit])
  }

  /// Rows behind a number stand where their words stand in the text.
  @Test func rowsAreKnownByTheirPlacesInTheText() {
    let block = Self.block(
      "Read of the [Museum] and of the [quay] that was raised by a metre over the two winters.",
      "https://a.example/museum", "https://a.example/quay")
    var document = StoryDocument(title: "T").with(StoryText(StoryBody(blocks: [block])))
    document.numbersLinks = true
    let rows = document.textBlocks.flatMap { document.rows(ofBlock: $0, width: 24) }
    #expect(rows.count > 3)
    for row in rows {
      let word = row.text.prefix { $0 != " " && $0 != "[" }
      for place in [row.position.byte, row.offset] {
        #expect(String(decoding: Array(block.text.utf8)[place...], as: UTF8.self).hasPrefix(word))
      }
    }
  }

  @Test func aLinkToTheStoryItselfLeadsNowhere() throws {
    var desk = try desk([Self.block("The [Harbour] again.", "https://a.example/harbour")])
    desk.press("f 1")
    #expect(desk.title == "Harbour")
    #expect(desk.message == "Link 1 leads to this story")
    desk.press("^O")
    #expect(desk.message == "Nothing to go back to")
  }

  @Test func wholePagesAndTablesHaveThemToo() throws {
    var row = Self.block(
      "Boat|the [quay]|[mole]", "https://a.example/q", "https://a.example/m", kind: .tableRow)
    row.text = row.text.replacing("|", with: "\t")
    var desk = try desk([TextBlock(.paragraph, "Menu", isShown: false), row])
    desk.press("f")
    #expect(rows(desk) == ["Boat │ the quay[1] │ mole[2]"])
    desk.press("W")
    #expect(rows(desk) == ["Menu", "Boat │ the quay[1] │ mole[2]"])
  }

  @Test func placesInBothTexts() {
    let text = NumberedText("ab cd", [LinkPlace(number: 9, end: 2), LinkPlace(number: 10, end: 5)])
    #expect(text.text == "ab[9] cd[10]")
    #expect((0...12).map { text.source($0) } == [0, 1, 2, 2, 2, 2, 3, 4, 5, 5, 5, 5, 5])
    #expect(text.numbers(in: 3..<8) == [LinkNumber(number: 9, range: 0..<2)], "a part of a number")
  }
}
