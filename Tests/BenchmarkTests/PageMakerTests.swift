import PageFormats
import Testing

@testable import BroadsheetBench

@Suite("Invented pages")
struct PageMakerTests {
  private let maker = PageMaker(count: 300)

  @Test("Are read as what they were made from")
  func parsed() {
    for number in [0, 7, 299] {
      let page = PageParser.page(Array(maker.page(number).utf8))
      let own = maker.article(number)
      #expect(page.problems.isEmpty)
      #expect(page.story.title == own.title)
      #expect(page.story.source == own.newspaper)
      #expect(page.story.body == own.paragraphs)
      #expect(page.related.map(\.title) == maker.related(to: number).map { maker.article($0).title })
    }
  }

  @Test("Of other shapes are read as what they were made from", arguments: [PageShape.web, .browserText])
  func shapes(shape: PageShape) {
    for (number, bytes) in shape.pages(maker).prefix(5).enumerated() {
      let page = PageParser.page(bytes, as: shape.syntax)
      #expect(page.story.title == maker.article(number).title)
      #expect(page.story.body.joined(separator: " ").contains(maker.article(number).paragraphs[0]))
    }
  }

  @Test("Are the same every time, and differ from each other")
  func deterministic() {
    let other = PageMaker(count: 300)
    #expect((0..<20).allSatisfy { maker.page($0) == other.page($0) })
    #expect(Set((0..<1_000).map { maker.article($0).title }).count == 1_000)
  }

  @Test("Are 14 KB long, and a third of what they list has pages too")
  func shape() {
    let bytes = (0..<300).reduce(0) { $0 + maker.page($1).utf8.count }
    #expect(13_000...15_000 ~= bytes / 300)
    let related = (0..<300).flatMap { maker.related(to: $0) }
    #expect(related.count == 900)
    #expect(250...350 ~= related.count { $0 < 300 })
  }

  @Test("A single page lists stories from elsewhere")
  func single() {
    #expect(PageMaker(count: 1).related(to: 0).allSatisfy { $0 > 0 })
  }
}
