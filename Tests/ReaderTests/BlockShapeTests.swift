import Display
import PageFormats
@testable import Reader
import StoryLibrary
import Testing

/// How blocks stand in the story's column.
struct BlockShapeTests {
  private func rows(_ blocks: [TextBlock], width: Int = 24) -> [String] {
    let document = StoryDocument(title: "T").with(StoryText(StoryBody(blocks: blocks)))
    return document.textBlocks.flatMap { document.rows(ofBlock: $0, width: width) }.map { row in
      let sign = row.sign == .bullet ? "•" : row.sign == .bar ? "│" : ""
      let before = String(repeating: " ", count: max(0, row.indent - 2))
      return before + sign
        + String(repeating: " ", count: row.indent - before.count - sign.count.clamped(to: row.indent))
        + row.text
    }
  }

  @Test func listItemsHaveBulletsAndAHangingIndent() {
    #expect(
      rows([TextBlock(.listItem, "The first item of a list"), TextBlock(.listItem, "Two")]) == [
        "• The first item of a", "  list", "• Two",
      ])
  }

  @Test func itemsOfListsInListsAreFurtherIn() {
    let items = [
      TextBlock(.listItem, "Stones"), TextBlock(.listItem, "from the quay and the hill", level: 1),
      TextBlock(.listItem, "Mortar"),
    ]
    #expect(rows(items) == ["• Stones", "  • from the quay and", "    the hill", "• Mortar"])
    // The column is never used up by blanks.
    let deep = rows([TextBlock(.listItem, "Stones", level: 12)])
    #expect(deep == ["    • Stones"])
    #expect(rows([TextBlock(.listItem, "Stones", level: 12)], width: 8) == ["Stones"])
  }

  @Test func quotesHaveABarBesideEachRow() {
    #expect(
      rows([
        TextBlock(.paragraph, "He said:"), TextBlock(.quote, "We sail when it is calm."),
        TextBlock(.quote, "Not before."),
      ]) == ["He said:", "", "│ We sail when it is", "│ calm.", "│", "│ Not before."])
  }

  @Test func codeKeepsItsLinesAndBlanks() {
    #expect(
      rows([TextBlock(.preformatted, "if tide {\n    wait()\n\n}")]) == ["if tide {", "    wait()", "", "}"])
    #expect(
      rows([TextBlock(.preformatted, "  a long line of code that goes on")]) == [
        "  a long line of code", "    that goes on",
      ])
  }

  @Test func tableRowsAreLegible() {
    #expect(
      rows([TextBlock(.tableRow, "Boat\tCars"), TextBlock(.tableRow, "Meridian\t12, of which four wait")])
        == [
          "Boat │ Cars", "Meridian │ 12, of", "  which four wait",
        ])
  }

  @Test func lineEndsOfAParagraphStay() {
    #expect(rows([TextBlock(.paragraph, "One\ntwo")]) == ["One", "two"])
  }

  @Test func narrowColumnsAreNotIndented() {
    #expect(rows([TextBlock(.listItem, "Two words")], width: 6) == ["Two", "words"])
  }

  /// However many lines a block has, a piece of it is bounded.
  @Test(arguments: [BlockKind.preformatted, .paragraph])
  func piecesOfManyLinesAreBounded(kind: BlockKind) {
    let text = Array(repeating: "  a line", count: 100_000).joined(separator: "\n")
    let story = StoryText(StoryBody(blocks: [TextBlock(kind, text)]))
    let pieces = story.story.pieces.map { story.text(of: $0) }
    #expect(pieces.allSatisfy { $0.utf8.count <= ReadableText.limit })
    #expect(pieces.joined(separator: "\n") == text)
  }
}

extension Int {
  fileprivate func clamped(to limit: Int) -> Int { Swift.min(self, limit) }
}
