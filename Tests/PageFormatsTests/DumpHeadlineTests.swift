import Testing

@testable import PageFormats

/// The headline of a dump, wherever the text browser and the site put it.
struct DumpHeadlineTests {
  private static let story = DumpTests.story.joined(separator: "\n\n")

  private func title(_ text: String) -> String? { PageParser.page(text).story.title }

  /// What lynx writes of a story: headings at the margin, text indented by three columns.
  private func lynx(_ heading: String, above: String = "", below: String = "") -> String {
    let wrapped = DumpTests.story.map { paragraph in
      var rows = ["  "]
      for word in paragraph.split(separator: " ") {
        if rows[rows.count - 1].count + word.count > 70 { rows.append("  ") }
        rows[rows.count - 1] += " " + word
      }
      return rows.joined(separator: "\n")
    }
    let menu = ["News", "Sport", "Weather", "Ferries", "Letters"].map { "     * \($0)\n" }.joined()
    return "   #Harbour Post » Feed alternate\n\n\(menu)\n\(above)\n\(heading)\n\n\(below)"
      + wrapped.joined(separator: "\n\n") + "\n\n   Most read\n\n     * Swan asleep in the tin works\n"
  }

  private static let contents = (1...60).map { "     * Part \($0) of the harbour walk" }.joined(
    separator: "\n")

  @Test func aListBetweenHeadlineAndText() {
    #expect(
      title(lynx("Old quay wall to be rebuilt", below: DumpHeadlineTests.contents + "\n\n"))
        == "Old quay wall to be rebuilt")
  }

  /// A heading is at the margin, in a line of its own; the teaser above it is longer and has more words of the story.
  @Test func aHeadingIsIndentedLessThanText() {
    let teaser = "   The council has voted on the wall of the old quay in the harbour\n\n"
    #expect(title(lynx("Quay wall: a vote", above: teaser)) == "Quay wall: a vote")
  }

  @Test func whatIsBesideAHeadlineIsNotPartOfIt() {
    let headline = "Council votes to rebuild the old quay wall"
    for line in [
      "   [quay.jpg] \(headline)", "   (BUTTON) \(headline)", "   \(headline) \(headline)",
      "   \(headline)\n     ______________________________________________________________",
    ] {
      #expect(title(lynx(line)) == headline)
    }
  }

  /// lynx writes apostrophes as letters, which must not make another headline of it; Ukrainian has the letter.
  @Test func apostrophes() {
    #expect(
      title(lynx("Council won\u{2BC}t rebuild the \u{2BC}old\u{2BC} quay wall"))
        == "Council won't rebuild the 'old' quay wall")
    #expect(
      title(lynx("Рада з\u{2BC}їзду council votes on the quay wall"))
        == "Рада з\u{2BC}їзду council votes on the quay wall")
  }

  /// A page with too little text opens whole, but has its headline, not the first line that is long enough.
  @Test func ofADoubtfulPage() {
    let teasers = ["ferry", "tram", "choir", "swan", "mill", "school", "market", "bridge"].map {
      "More of the \($0)\n\nThe \($0) was late again this week, said the master of the \($0) in a letter to us.\n\n"
    }
    let text =
      "Skip to the main content of the page\nNews\nSport\n\nWeek of the harbour\n\n" + teasers.joined()
      + "12 Comments\n"
    PageParser.read(Array(text.utf8)) { page in
      #expect(page.outline.story.title.map(page.string) != "Skip to the main content of the page")
    }
  }

  /// A summary that is long enough to be taken for the story's beginning stands above the headline.
  @Test func aHeadlineBelowTheFirstLineOfTheStory() {
    let text = """
      News
      Sport

      The harbour council voted on Tuesday: the old quay wall is to be rebuilt before winter, for two million.

      Council votes to rebuild the old quay wall

      By Ann Bee
      12 March 2025

      \(DumpHeadlineTests.story)

      Share this story
      12 Comments

      """
    let story = PageParser.page(text).story
    #expect(story.title == "Council votes to rebuild the old quay wall")
    #expect(story.author == "Ann Bee")
    #expect(story.when == "12 March 2025")
  }
}
