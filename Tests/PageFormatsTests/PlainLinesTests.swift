import Testing

@testable import PageFormats

/// What tools make of lines: wrapped, ended in old ways, overstruck, padded.
struct PlainLinesTests {
  private func page(_ text: String) -> Page { PageParser.page(text) }

  @Test func wrappedParagraphsOfAShortText() {
    let page = page(
      """
      Council votes to rebuild the old quay wall this winter

      The council voted on Tuesday to rebuild the old quay wall, which has
      stood since 1851 and which had lost forty stones in the storm. The
      work begins in January.

      "It could not wait," said the harbour master.

      """)
    #expect(
      page.story.body == [
        """
        The council voted on Tuesday to rebuild the old quay wall, which has stood since 1851 and which had lost forty \
        stones in the storm. The work begins in January.
        """, "\"It could not wait,\" said the harbour master.",
      ])
  }

  /// Without spaces, nothing stands between two lines.
  @Test func wrappedChinese() {
    let line = String(repeating: "港口议会星期二决定重建旧码头墙这道墙建于一八五一年", count: 2).prefix(36)
    let text = "港口议会决定重建旧码头墙\n\n" + Array(repeating: String(line), count: 9).joined(separator: "\n") + "。\n"
    #expect(page(text).story.body == [String(repeating: String(line), count: 9) + "。"])
  }

  @Test func verseKeepsItsLines() {
    let lines = [
      "The Fog Comes Down Upon the Harbour Wall Tonight", "And Every Boat Is Tied Against the Stones",
      "The Horn Is Sounding From the Pier Until the Light", "And No One Leaves, and No One Walks Alone",
    ]
    #expect(page("A song of the old harbour\n\n" + lines.joined(separator: "\n") + "\n").story.body == lines)
  }

  @Test(
    arguments: [
      "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}",
    ])
  func lineEnds(end: String) {
    let text = ["The crane of the harbour stood still", "It stood still for a week.\n", "Then it moved."]
    let page = page(text.joined(separator: end))
    #expect(page.story.title == "The crane of the harbour stood still")
    #expect(page.story.body == ["It stood still for a week.", "Then it moved."])
  }

  @Test func overstruckLetters() {
    let page = page(
      "N\u{8}NA\u{8}AM\u{8}ME\u{8}E of the harbour crane\n\nIt stood _\u{8}s_\u{8}t_\u{8}i_\u{8}l_\u{8}l é\u{8}é.\n"
    )
    #expect(page.story.title == "NAME of the harbour crane")
    #expect(page.story.body == ["It stood still é."])
    #expect(self.page("\u{8}\u{8}a\u{8}\u{8}\u{8}\n\u{8}").problems == [.empty])
  }

  @Test func zerosInAText() {
    let padding = String(repeating: "\0", count: 700)
    let page = page("The crane of the harbour stood still\n\nIt \0stood still for a week.\n" + padding)
    #expect(page.story.body == ["It stood still for a week."])
  }

  @Test func aShortFirstLineIsTheHeadline() {
    let text =
      "Ferry crews strike\n\nThe ferry crews stopped work on Tuesday after talks about night shifts failed.\n"
    #expect(page(text).story.title == "Ferry crews strike")
    let japanese = "東京で地震\n\n二十七日の夜、東京で強い地震があり、電車が止まった。けが人はいないという。\n"
    #expect(page(japanese).story.title == "東京で地震")
    let dated =
      "12 March 2025\n\nThe ferry crews stopped work on Tuesday after talks about night shifts failed.\n"
    #expect(page(dated).story.title != "12 March 2025")
  }

  @Test func aNoteOfOneLine() {
    let page = page("Bring a coat for the ferry\n")
    #expect(page.story.title == "Bring a coat for the ferry")
    #expect(page.story.body.isEmpty)
  }
}
