import PageFormats
import Testing
import Text

/// Pages of no known shape: a sensible title, and nothing lost.
struct PlainTextTests {
  static let pages: [(text: String, title: String)] = [
    ("Harbour council delays the ferry vote\nThe council met.\n", "Harbour council delays the ferry vote"),
    (
      "NEWS\n-\n1\nSwan found in the old tin works\nIt was asleep.\n-\n2\n", "Swan found in the old tin works"
    ),
    (
      "Jan 08 2026CULTURE\n\nChoir sings on without its hall\n\nSinging goes on.",
      "Choir sings on without its hall"
    ),
    (
      "Friday, 8 August, 2025\n\nChoir sings on without its hall\n\n17:04\n",
      "Choir sings on without its hall"
    ),
    ("    • Fog then wind then fog again\n      Bring a coat.\n", "Fog then wind then fog again"),
    ("짙은 안개가 항구를 닫았다\n배는 떠나지 못했다.\n", "짙은 안개가 항구를 닫았다"),
    ("霧が港を閉ざし船は出られず\n六時に来た。\n", "霧が港を閉ざし船は出られず"),
    ("Fog\n\nHorn", "Fog"),
    ("logo\nno page\nat all\n", "logo"),
    (
      "<html><body>Fog closes the harbour today</body></html>",
      "<html><body>Fog closes the harbour today</body></html>"
    ),
  ]

  @Test(arguments: pages)
  func titles(text: String, title: String) {
    let page = PageParser.page(text)
    #expect(page.kind == .unknown)
    #expect(page.story.title == title)
    #expect(page.problems.isEmpty)
    expectNothingLost(text, in: page)
  }

  @Test(arguments: [
    "Lighthouse opens\n\n10 August 2025\n\nThe lighthouse on Bird Point takes visitors again after the flood of June.",
    "By Ann Bee, 2025-08-10\n\nThe lighthouse on Bird Point opens\n\nIt was closed in June.",
    "Маяк открыт\n10 августа 2025\nМаяк на Птичьем мысу снова принимает гостей после наводнения.",
  ])
  func datesBesideAHeadline(text: String) {
    let page = PageParser.page(text)
    #expect(page.story.published?.iso8601 == "2025-08-10")
    #expect(
      page.story.title?.hasPrefix("The lighthouse on Bird Point o") == true
        || page.story.title?.count ?? 0 < 20)
    expectNothingLost(text, in: page)
  }

  @Test func aDateInASentenceIsAnotherDay() {
    let page = PageParser.page(
      "The lighthouse on Bird Point opens\n\nIt closed on 10 August 2024.\n\nIt is open.")
    #expect(page.story.published == nil)
  }

  @Test func numbersAloneAreNoHeadline() {
    let page = PageParser.page("12:30\n-\n7")
    #expect(page.story.title == nil)
    #expect(page.story.body == ["12:30", "-", "7"])
  }

  @Test func aLongLineLendsItsBeginning() throws {
    for word in ["harbour ", "ضباب ", "🦢🦢🦢 ", "fogfogfog"] {
      let text = String(repeating: word, count: 200)
      let page = PageParser.page(text)
      let title = try #require(page.story.title)
      #expect(text.hasPrefix(title))
      #expect(title.unicodeScalars.count <= 240)
      #expect(title.unicodeScalars.count > 120)
      expectNothingLost(text, in: page)
    }
  }

  @Test(arguments: ["", "\n", "\r\n \n\t\n", "\u{FEFF}", "\u{FEFF}\n", "\u{A0}\n\u{200B}", "\0\0"])
  func nothing(text: String) {
    let page = PageParser.page(text)
    #expect(page == Page(kind: .unknown, story: Entry(), problems: [.empty]))
  }

  @Test func controlCharactersAloneAreNoParagraph() {
    let page = PageParser.page("Fog closes the harbour\n\u{1B}[2J\n\u{7}\nBoats stayed in.\n")
    #expect(page.story.body == ["Boats stayed in."])
  }

  private func expectNothingLost(_ text: String, in page: Page) {
    let shown = ([page.story.title ?? ""] + page.story.body).joined(separator: "\n")
    for line in text.split(whereSeparator: \.isNewline) {
      #expect(shown.contains(TextSanitizer.clean(String(line)).split(separator: " ").joined(separator: " ")))
    }
  }
}

struct ReferencesInTextTests {
  private func title(_ text: String) -> String? { PageParser.page(Array(text.utf8)).story.title }

  @Test(arguments: [
    "Crane &amp; quay: the harbour&#8217;s &quot;old&quot; story",
    "Crane &amp;amp; quay: the harbour&amp;#8217;s &amp;quot;old&amp;quot; story",
  ])
  func charactersThatAToolLeftEscaped(line: String) {
    let page = PageParser.page(
      Array("\(line)\n\nThe crane&nbsp;stood still &mdash; R&D says 5 &lt; 6.\n".utf8))
    #expect(page.story.title == "Crane & quay: the harbour’s \"old\" story")
    #expect(page.story.body == ["The crane stood still — R&D says 5 < 6."])
  }

  @Test(arguments: [
    "How to write &amp; in HTML", "Write `&amp;` for it", "The tag <b> and &lt;",
    "Fog closes a&copy=2 harbour today",
  ])
  func aTextAboutThemKeepsItsOwn(line: String) {
    #expect(title(line + "\n\nThe crane stood still.\n") == line)
  }

  @Test func aReferenceIsNoLineEndOrEscapeSequence() {
    #expect(
      title("Fog&#10;closes the&#27;[31m harbour today\n\nIt did.\n") == "Fog closes the [31m harbour today")
  }
}
