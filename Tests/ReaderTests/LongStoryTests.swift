import Display
@testable import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// Very long stories. What a key does is bounded by the screen: bytes that are laid out are counted,
/// and matches, not seconds.
struct LongStoryTests {
  static let size = Size(columns: 72, rows: 40)
  /// No key lays out more than a few blocks beyond the screen.
  static let bytesPerKey = 11 * ReadableText.limit
  /// Marks on one letter are one row, however many: then each row of the screen is as long as a block can be.
  static let bytesPerKeyOfMarks = (size.rows + 4) * 3 * ReadableText.limit

  private static func text(_ paragraphs: String...) -> StoryText {
    StoryText(StoryBody(paragraphs: paragraphs))
  }

  /// A desk with one story, whose text is another one.
  private func desk(_ text: StoryText) throws -> ReaderState {
    var state = try ReaderDriver([SavedPageText(SavedStory("Long"))], columns: 120, rows: 40).state
    let story = try #require(state.story?.index)
    let location = try #require(state.library.bodyLocation(of: story))
    _ = state.reduce(.answered(.body(story, location, text), from: state.snapshot.number))
    _ = state.reduce(.key(.enter))
    return state
  }

  /// One line of 1 MiB: of words, without any blank, and of sentences; and as many paragraphs as there is room for.
  static let shapes: [StoryText] = [
    text(String(repeating: "harbour ", count: 1 << 17)),
    text(String(repeating: "e", count: 1 << 20)),
    text(String(repeating: "The ferry left the harbour early. ", count: 30_000)),
    StoryText(StoryBody(paragraphs: Array(repeating: "A line about it.", count: 60_000))),
    text(String(repeating: "港口の渡船は。", count: 45_000)),
    // Marks on every letter, and as many on one as there is room for.
    text(String(repeating: "e\u{301}", count: 350_000)),
    text("e" + String(repeating: "\u{E47}", count: 350_000)),
  ]

  @Test(arguments: shapes.indices)
  func aKeyLaysOutNoMoreThanTheScreen(shape: Int) throws {
    var state = try desk(Self.shapes[shape])
    let most = shape == Self.shapes.count - 1 ? Self.bytesPerKeyOfMarks : Self.bytesPerKey
    for key: Key in [" ", "G", "k", .control("U"), "b", "g", "j", " "] {
      let before = try #require(state.story?.layoutCost)
      _ = state.reduce(.key(key))
      let cost = try #require(state.story?.layoutCost) - before
      #expect(cost < most, "\(key)")
      #expect(state.story?.rows.count == state.layout.rows(of: .story))
    }
    for columns in [80, 200, 40, 120] {
      let before = try #require(state.story?.layoutCost)
      _ = state.reduce(.resized(Size(columns: columns, rows: 40)))
      #expect(try #require(state.story?.layoutCost) - before < most)
    }
  }

  @Test func theEndIsReachedAndSaid() throws {
    var state = try desk(Self.shapes[0])
    #expect(state.story?.percentSeen == 0)
    _ = state.reduce(.key("G"))
    #expect(state.story?.showsEnd == true)
    #expect(state.story?.percentSeen == 100)
    _ = state.reduce(.key("k"))
    #expect(state.story?.percentSeen == 99)
  }

  @Test func pagesShowEveryRowOnce() throws {
    let story = StoryText(
      StoryBody(
        paragraphs: (1...40).map {
          "Paragraph \($0) of a report about the harbour, its walls and its weather."
        },
        comments: ["First comment", "Second"]))
    let state = try ReaderDriver([SavedPageText(SavedStory("Long"))]).state
    let shown = try #require(state.story)
    var view = StoryView(
      state.library[shown.index], size: Size(columns: 30, rows: 1_000), place: 0, note: "one\n\ntwo")
    view.set(story, from: try #require(shown.location))
    let all = view.rows
    #expect(view.showsStart && view.showsEnd)
    view.resize(to: Size(columns: 30, rows: 7))
    var rows = view.rows
    while !view.showsEnd {
      view.scroll(by: 1)
      rows.append(view.rows[6])
    }
    #expect(rows == all)
    for _ in all { view.scroll(by: -1) }
    #expect(view.rows == Array(all.prefix(7)))
  }

  /// Going to a width and back many times leaves the first row where the reader put it.
  @Test func theChosenRowOutlivesAllWidths() throws {
    var state = try desk(Self.shapes[2])
    for _ in 1...9 { _ = state.reduce(.key(" ")) }
    let (top, first) = (state.story?.top, state.story?.rows.first)
    for columns in [61, 43, 97, 30, 150, 50] { _ = state.reduce(.resized(Size(columns: columns, rows: 12))) }
    _ = state.reduce(.resized(Size(columns: 120, rows: 40)))
    #expect(state.story?.top == top)
    #expect(state.story?.rows.first == first)
  }

  /// A taller screen shows rows above the chosen one where the story ends; a shorter one shows the chosen one again.
  @Test func theChosenRowOutlivesATallScreen() throws {
    let paragraphs = (1...12).map { "Paragraph \($0) of a report." }
    var state = try desk(StoryText(StoryBody(paragraphs: paragraphs)))
    _ = state.reduce(.resized(Size(columns: 120, rows: 14)))
    for _ in 1...5 { _ = state.reduce(.key("j")) }
    let top = state.story?.top
    _ = state.reduce(.resized(Size(columns: 120, rows: 60)))
    #expect(state.story?.top == .start)
    _ = state.reduce(.resized(Size(columns: 120, rows: 14)))
    #expect(state.story?.top == top)
  }

  // MARK: Finding

  /// What one letter costs: the screen is lit, and the rest is counted elsewhere.
  @Test(arguments: shapes.indices)
  func findingInItNeedsNoLook(shape: Int) throws {
    var state = try desk(Self.shapes[shape])
    _ = state.reduce(.key("/"))
    let effects = state.reduce(.key("e"))
    guard case .countMatches(let scan)? = effects.last else {
      Issue.record("nothing is counted")
      return
    }
    #expect(state.find?.count == nil)
    #expect(state.storySpans.count == state.story?.rows.count)
    var asked = 0
    #expect(
      scan.run {
        asked += 1
        return asked > 3
      } == nil, "it can be given up")
    let result = try #require(scan.run())
    _ = state.reduce(.key("e"))
    _ = state.reduce(.matchesCounted(result))
    #expect(state.find?.count == nil, "what was counted for another pattern is not taken")
  }

  @Test func matchesOfALongStoryAreNumbered() throws {
    var state = try desk(Self.shapes[0])
    func press(_ keys: Key...) {
      for key in keys {
        for effect in state.reduce(.key(key)) {
          guard case .countMatches(let scan) = effect, let result = scan.run() else { continue }
          _ = state.reduce(.matchesCounted(result))
        }
      }
    }
    press("/", "b", "o", "u", .enter)
    #expect(state.find?.count == 1 << 17)
    #expect(state.find?.current == 0)
    press("n", "n", "N", "N", "N")
    #expect(state.find?.current == (1 << 17) - 1)
    #expect(state.message == .notice("Wrapped to the end"))
    #expect(state.story?.showsEnd == true)
    let lit = state.storySpans.joined()
    #expect(lit.contains { $0.role == .currentMatch })
    press("n")
    #expect(state.find?.current == 0)
    #expect(state.story?.top == .start)
  }

  /// The only match is far away: it is shown when it has been found.
  @Test func aMatchFarAwayIsShownWhenItIsFound() throws {
    let text = String(repeating: "The ferry left early. ", count: 20_000) + "A lighthouse fell."
    var state = try desk(Self.text(text))
    _ = state.reduce(.key("/"))
    var effects: [ReaderEffect] = []
    for letter in "lighthouse" { effects = state.reduce(.key(.character(letter))) }
    #expect(state.story?.top == .start)
    guard case .countMatches(let scan)? = effects.last else {
      Issue.record("nothing is counted")
      return
    }
    _ = state.reduce(.matchesCounted(try #require(scan.run())))
    #expect(state.find?.count == 1)
    #expect(state.story?.showsEnd == true)
  }

  /// Cutting a long text loses nothing of it.
  @Test(arguments: ["harbour ", "e", "é", "港", "a\u{301}"])
  func piecesAreBoundedAndWhole(part: String) {
    let wall = String(repeating: part, count: 40_000 / part.utf8.count)
    for pieces in [ReadableText.paragraphs(of: wall), ReadableText.bounded(wall[...])] {
      #expect(pieces.allSatisfy { $0.utf8.count <= 3 * ReadableText.limit })
      let whole = pieces.joined(separator: part.hasSuffix(" ") ? " " : "")
      #expect(Array(whole.utf8) == Array((part.hasSuffix(" ") ? String(wall.dropLast()) : wall).utf8))
    }
  }
}
