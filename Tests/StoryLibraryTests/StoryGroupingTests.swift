import SeededNumbers
import Testing

@testable import StoryLibrary

/// Telling texts apart costs little however many there are, and the order makes no difference.
struct StoryGroupingTests {
  private func text(_ words: String, source: String? = "Harbour Post", time: Int64 = 0) -> StoryGrouping.Text
  {
    var words = words
    return StoryGrouping.Text(
      headline: HeadlineID(title: "Morning briefing", source: source),
      sketch: words.withUTF8 { TextSketch($0) },
      isCut: false, time: time)
  }

  private func edition(_ day: Int) -> String {
    var numbers = SeededNumbers(seed: UInt64(day) + 1)
    let words = [
      "ship", "crane", "harbour", "tram", "letter", "mayor", "swan", "museum", "fish", "bridge", "storm",
      "choir", "bell",
      "pilot", "winter", "station", "window", "garden", "painter", "market",
    ]
    func sentence() -> String {
      "The "
        + (1...7).map { _ in words[Int.random(in: 0..<words.count, using: &numbers)] }.joined(separator: " ")
        + "."
    }
    return "Good morning. Here is your briefing. " + (1...6).map { _ in sentence() }.joined(separator: " ")
  }

  @Test(arguments: [10, 100, 500]) func editionsStayApart(count: Int) {
    var grouping = StoryGrouping((0..<count).map { text(edition($0)) })
    #expect(Set(grouping.stories()).count == count)
    #expect(grouping.comparisons <= 400 * count)
  }

  /// Each is there twice, once with a sentence more.
  @Test(arguments: [10, 200]) func versionsAreFound(count: Int) {
    let texts = (0..<count).flatMap {
      [text(edition($0)), text(edition($0) + " It was late for the tide. The crew went ashore.")]
    }
    var grouping = StoryGrouping(texts)
    let stories = grouping.stories()
    #expect(Set(stories).count == count)
    #expect((0..<count).allSatisfy { stories[2 * $0] == stories[2 * $0 + 1] })
  }

  /// Texts that all begin alike, or share all keys but one, are compared with a few others each.
  @Test func hostileTextsCostNoMore() {
    for make in [
      { (number: Int) in String(repeating: "The same opening. ", count: 40) + "\(number) ends it. Or not." },
      { (number: Int) in "Ship \(number)" },
      { (number: Int) in String(repeating: "Ship \(number % 7) came. ", count: 1 + number % 90) + "\(number)"
      },
    ] {
      let grouping = StoryGrouping((0..<600).map { text(make($0), time: Int64($0)) })
      #expect(grouping.comparisons <= 400 * 600)
    }
  }

  @Test(arguments: UInt64(1)...40) func anyOrder(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let base = (0..<12).map { edition($0) }
    var texts: [StoryGrouping.Text] = []
    var known: Set<UInt64> = []
    for _ in 0..<(seed % 2 == 0 ? 30 : 90) {
      guard let one = base.randomElement(using: &numbers) else { continue }
      let words =
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: one
        case 1: String(one.prefix(Int.random(in: 30...200, using: &numbers)))
        case 2: one + " And \(Int.random(in: 1...9, using: &numbers)) more came. All of them were late."
        default: one.replacing("ship", with: "boat")
        }
      let source = ["Harbour Post", "Coast Courier", nil][Int.random(in: 0..<3, using: &numbers)]
      let new = text(words, source: source, time: Int64.random(in: 0...99, using: &numbers))
      guard known.insert(new.sketch.hash64 ^ new.headline.sourced.rawValue).inserted else { continue }
      texts.append(new)
    }
    func canonical(_ texts: [StoryGrouping.Text]) -> Set<Set<UInt64>> {
      let sorted = texts.sorted {
        ($0.headline.sourced.rawValue, $0.sketch.hash64) < ($1.headline.sourced.rawValue, $1.sketch.hash64)
      }
      var grouping = StoryGrouping(sorted)
      let stories = Dictionary(
        grouping: sorted.indices, by: { [stories = grouping.stories()] in stories[$0] })
      return Set(
        stories.values.map { Set($0.map { sorted[$0].sketch.hash64 ^ sorted[$0].headline.sourced.rawValue }) }
      )
    }
    let expected = canonical(texts)
    for _ in 1...3 { #expect(canonical(texts.shuffled(using: &numbers)) == expected) }
  }

  @Test func aTextWithoutASourceNeverJoinsTwo() {
    let words = edition(1)
    var grouping = StoryGrouping([
      text(words), text(words, source: "Coast Courier"), text(words, source: nil),
    ])
    let stories = grouping.stories()
    #expect(Set(stories).count == 2)
    #expect(stories[0] != stories[1])
  }

  @Test(arguments: [(100, 0), (900, 1)] as [(Int64, Int)])
  func aSharedBeginningBelongsToTheTextNearestInTime(time: Int64, owner: Int) {
    let beginning = "Good morning. Here is your briefing for the harbour."
    var grouping = StoryGrouping([
      text(beginning + " " + edition(1), time: 0), text(beginning + " " + edition(2), time: 1_000),
      text(beginning, time: time),
    ])
    let stories = grouping.stories()
    #expect(stories[0] != stories[1])
    #expect(stories[2] == stories[owner])
  }
}

/// Sketches of texts are for ever: marks are kept with them.
struct TextSketchTests {
  private func sketch(_ text: String) -> TextSketch {
    var text = text
    return text.withUTF8 { TextSketch($0) }
  }

  @Test func pinned() {
    let text = "The fog came at six. Boats stayed in the harbour until noon; nobody saw the quay."
    #expect(sketch(text).bytes.map { String($0, radix: 16) }.joined(separator: " ") == pinnedBytes)
    #expect(TextSketch(bytes: sketch(text).bytes) == sketch(text))
    #expect(TextSketch(bytes: [1, 2, 3]) == nil)
  }

  private let pinnedBytes =
    "fc df b7 a6 d9 f6 60 1f e0 16 df b1 75 79 26 0 0 0 0 0 0 0 0 0 0 55 0 0 0 0 0 0 0 0 5a 18 76 79 0 72 fa c3 0 0 0 "
    + "b8 6 fe ce 0 0 0 0 0 0 0 50 e4 38 4e 3f 0 1 0"

  @Test(arguments: ["", " \n\t", "... — “”", String(repeating: " ", count: 100_000)]) func noText(
    text: String
  ) {
    #expect(sketch(text).isEmpty)
    #expect(sketch(text) == .none)
  }

  @Test func lineBreaksAndQuotesMakeNoDifference() {
    let a = sketch(
      "The fog came at six.\n\n“Boats stayed,” said one of them. Nobody saw the other side of it.\n")
    #expect(
      a == sketch("The fog came at six. \"Boats stayed,\" said one of them. Nobody saw the other side of it.")
    )
  }

  @Test func onlyWhatIsNearIsLookedAt() {
    let long = String(repeating: "All of it was said before, and is said again. ", count: 200_000)
    #expect(sketch(long).sentenceCount < 2_000)
  }
}
