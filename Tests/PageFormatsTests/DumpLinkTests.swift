import Testing

@testable import PageFormats

/// Dumps that tell where the links of a page lead.
struct DumpLinkTests {
  /// The text as lynx, elinks and w3m write it, with their bullet.
  private static func numbered(_ bullet: String) -> String {
    """
       [1]Harbour Post [2]News [3]Sport [4]Weather

                        Ferry to Oster resumes after nine weeks

       By Ann Bee, 12 March 2025

       The ferry to Oster sails again from Thursday, the [5]harbour office
       said on Tuesday, nine weeks after the storm broke the landing stage. It
       will cross four times a day at first, and six times from Easter on.

       The repair cost 1.4 million, of which the county paid half, as [6]the
       minutes of its meeting in February show. The rest comes from the port's
       reserve, which is now [7]the lowest in a decade.

       People of the island had crossed by fishing boat since January. Some of
       them want the old timetable back, with a last boat at eleven in the
       evening.

    More stories

         \(bullet) [8]Cracks in the quay wall found again by divers
         \(bullet) [9]School boat late on five days in a row
         \(bullet) [10]Harbour festival of the county fills its beds

       [11]Privacy [12]Contact us [13]Share this story on Social

    """
  }

  private static let addresses = [
    "https://harbour.example/", "https://harbour.example/news", "https://harbour.example/sport",
    "https://harbour.example/weather", "https://harbour.example/2025/03/harbour-office-new-timetable",
    "https://county.example/minutes/2025-02-11-landing-stage",
    "https://harbour.example/2024/11/port-reserve-lowest-in-a-decade",
    "https://harbour.example/2025/03/quay-wall-cracks-found-again",
    "https://harbour.example/2025/03/school-boat-late-five-days",
    "https://county.example/news/harbour-festival-fills-beds",
    "https://harbour.example/privacy", "https://harbour.example/contact",
    "https://social.example/share?u=1",
  ]

  private static func list(_ heading: String, _ line: (Int, String) -> String) -> String {
    heading + addresses.enumerated().map { line($0 + 1, $1) }.joined()
  }

  static let lynx = numbered("*") + list("\nReferences\n\n") { "   \($0). \($1)\n" }
  static let german = numbered("*") + list("\nVerweise\n\n   Sichtbare Verweise:\n") { "   \($0). \($1)\n" }
  static let elinks = numbered("•") + list("\nReferences\n\n   Visible links\n") { "  \($0). \($1)\n" }
  static let w3m = numbered("•") + list("\nReferences:\n\n") { "[\($0)] \($1)\n" }

  @Test(arguments: [lynx, german, elinks, w3m])
  func numbersLeadToTheListAtTheEnd(dump: String) {
    PageParser.read(Array(dump.utf8)) { page in
      let shown = page.outline.blocks.filter(\.isShown).map { page.string($0.range) }
      #expect(shown.count == 3)
      #expect(
        shown.first?.hasPrefix("The ferry to Oster sails again from Thursday, the harbour office said")
          == true)
      let all = page.blocks(of: page.outline.story).filter(\.isShown).map(\.text).joined()
      #expect(!all.contains("[") && !all.contains("https:"))
      #expect(
        page.outline.links.compactMap { page.text(of: $0.address) }
          == [4, 5, 6].map { DumpLinkTests.addresses[$0] })
      #expect(
        page.outline.links.map { page.string($0.words) } == [
          "harbour office", "the minutes", "the lowest in a decade",
        ])
    }
  }

  @Test(arguments: [lynx, german, elinks, w3m])
  func headlinesBesideTheStoryAreRelated(dump: String) {
    let related = PageParser.page(Array(dump.utf8)).related
    #expect(
      related.map(\.title) == [
        "Cracks in the quay wall found again by divers", "School boat late on five days in a row",
      ])
    #expect(related.map(\.address) == [7, 8].map { DumpLinkTests.addresses[$0] })
  }

  @Test(arguments: [lynx, german, elinks, w3m])
  func theListIsFoldedAtTheEnd(dump: String) {
    let blocks = PageParser.page(Array(dump.utf8)).blocks
    #expect(blocks.last?.isShown == false)
    #expect(blocks.last?.text.contains("https://social.example/share?u=1") == true)
    let text = blocks.dropLast().map(\.text).joined()
    #expect(!text.contains("https://") && !text.contains("isible") && !text.contains("erweise"))
  }

  @Test func aCutListKeepsItsLinks() {
    let cut = DumpLinkTests.lynx.components(before: "   9. ")
    let page = PageParser.page(Array(cut.utf8))
    #expect(page.related.map(\.title) == ["Cracks in the quay wall found again by divers"])
    #expect(page.blocks.allSatisfy { !$0.text.contains("[9]") })
  }

  @Test func footnotesAreNoLinks() {
    let text = DumpTests.saved.replacing("in three letters", with: "in three [1] letters [2]")
    let page = PageParser.page(Array(text.utf8))
    #expect(page.blocks.contains { $0.text.contains("[1] letters [2]") })
    #expect(page.blocks.allSatisfy { $0.links.isEmpty })
  }

  @Test func wordsEndWithTheFirstIfTheAddressHasOthers() {
    let dump = DumpLinkTests.lynx.replacing("/2025/03/harbour-office-new-timetable", with: "/x/12345")
    PageParser.read(Array(dump.utf8)) { page in
      #expect(page.outline.links.first.map { page.string($0.words) } == "harbour")
    }
    let article = DumpLinkTests.lynx.replacing("minutes/2025-02-11-landing-stage", with: "x/12345")
    PageParser.read(Array(article.utf8)) { page in
      #expect(page.outline.links.dropFirst().first.map { page.string($0.words) } == "the minutes")
    }
  }

  @Test func aDumpWithAnAddressIsFromItsHost() {
    let text = DumpTests.saved.replacing("© 2025 Harbour Post. All rights reserved.", with: "")
    let page = PageParser.page(Array(text.utf8), address: "https://www.harbour.example/2025/quay-wall")
    #expect(page.story.source == "harbour.example")
    #expect(PageParser.page(Array(text.utf8)).story.source == nil)
    let named = PageParser.page(
      Array(DumpTests.saved.utf8), address: "https://www.harbour.example/2025/quay-wall")
    #expect(named.story.source == "Harbour Post")
  }

  // MARK: Markdown

  private static let paragraphs = """
    # Ferry to Oster resumes after nine weeks

    By Ann Bee, 12 March 2025

    The ferry to Oster sails again from Thursday, the [harbour
    office]{5} said on Tuesday, nine weeks
    after the storm broke the landing stage. It will cross four times a day at
    first, and six times from Easter on.

    The repair cost 1.4 million, of which the county paid half, as [the minutes of
    its meeting in February]{6} show. The rest comes from the port's reserve, which is now [the lowest
    in a decade]{7}.

    People of the island had crossed by fishing boat since January. Some of them
    want the old timetable back, with a last boat at eleven in the evening.

    ## More stories

      * [Cracks in the quay wall found again by divers]{8}
      * [School boat late on five days in a row]{9}

    [Privacy]{11} [Contact us]{12} [Share this story on
    Social]{13}


    """

  private static func markdown(_ target: (Int) -> String) -> String {
    addresses.indices.reduce(paragraphs) { $0.replacing("{\($1 + 1)}", with: target($1 + 1)) }
  }

  /// html2text wraps long addresses at hyphens.
  static let inline = markdown { number in
    "(" + addresses[number - 1].replacing("-landing-", with: "-landing-\n") + ")"
  }
  static let references =
    markdown { "[\($0)]" } + addresses.enumerated().map { "   [\($0 + 1)]: \($1)\n\n" }.joined()

  @Test(arguments: [inline, references])
  func linksOfMarkdown(dump: String) {
    PageParser.read(Array(dump.utf8)) { page in
      #expect(
        page.outline.links.map { page.string($0.words) } == [
          "harbour office", "the minutes of its meeting in February", "the lowest in a decade",
        ])
      #expect(
        page.outline.links.compactMap { page.text(of: $0.address) }
          == [4, 5, 6].map { DumpLinkTests.addresses[$0] })
      #expect(
        page.outline.related.compactMap { page.text(of: $0.address) }
          == [7, 8].map { DumpLinkTests.addresses[$0] })
      let shown = page.blocks(of: page.outline.story).filter(\.isShown).map(\.text)
      #expect(shown.allSatisfy { !$0.contains("[") && !$0.contains("https:") })
    }
  }

  @Test func relativeLinksAreCompletedByTheAddressOfThePage() {
    let dump = DumpLinkTests.inline.replacing("(https://harbour.example", with: "(")
    let page = PageParser.page(Array(dump.utf8), address: "https://harbour.example/2025/ferry")
    #expect(page.related.map(\.address) == [7, 8].map { DumpLinkTests.addresses[$0] })
    let unknown = PageParser.page(Array(dump.utf8))
    #expect(unknown.related.map(\.title) == page.related.map(\.title))
    #expect(unknown.related.allSatisfy { $0.address == nil })
  }
}

extension String {
  fileprivate func components(before end: String) -> String {
    firstRange(of: end).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
