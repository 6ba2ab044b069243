import Testing

@testable import PageFormats

/// Blocks of a page as they are read.
struct TextBlockTests {
  /// The blocks of a page that says where they are, each with its text.
  private func blocks(_ parts: (BlockKind, String, Bool)...) -> [TextBlock] {
    var text: [UInt8] = []
    var outline = PageOutline(kind: .article)
    outline.story.body = 0..<0
    for (kind, part, isShown) in parts {
      let start = text.count
      text += Array(part.utf8)
      outline.blocks.append(PageBlock(kind: kind, range: start..<text.count, isShown: isShown))
      text.append(0x0A)
    }
    return text.withUnsafeBufferPointer {
      ParsedPage($0, outline, address: nil, problems: []).blocks(of: outline.story)
    }
  }

  @Test func blocksKeepTheirOrderAndKinds() {
    #expect(
      blocks((.heading, "A harbour", true), (.paragraph, "Menu", false), (.quote, "We sail.", true)) == [
        TextBlock(.heading, "A harbour"), TextBlock(.paragraph, "Menu", isShown: false),
        TextBlock(.quote, "We sail."),
      ])
  }

  @Test func linesOfAParagraphStayApart() {
    #expect(
      blocks((.paragraph, "\n One \n\n\n two\u{1B}[31m red\n \n", true)) == [
        TextBlock(.paragraph, "One\n\ntwo red")
      ])
  }

  @Test func blanksOfCodeCount() {
    #expect(
      blocks((.preformatted, "\nif tide {\n\twait()\n\n\n   go()\u{202E} \n}\n\n", true)) == [
        TextBlock(.preformatted, "if tide {\n        wait()\n\n\n   go()\n}")
      ])
  }

  @Test func cellsStayApart() {
    let row = blocks((.tableRow, " Boat\t\tcars\n(all)", true))
    #expect(row == [TextBlock(.tableRow, "Boat\t\tcars (all)")])
    #expect(row[0].cells == ["Boat", "", "cars (all)"])
    #expect(blocks((.tableRow, " \t \t", true)).isEmpty)
  }

  @Test func blocksWithoutTextAreNone() {
    #expect(blocks((.paragraph, " \n\u{200B}\n", true), (.preformatted, "  \n \n", true)).isEmpty)
  }

  /// A format that tells only the body has a paragraph in each of its lines.
  @Test func bodiesAreParagraphs() {
    let text = Array("One\n\n two\n".utf8)
    var outline = PageOutline(kind: .article)
    outline.story.body = 0..<text.count
    let blocks = text.withUnsafeBufferPointer {
      ParsedPage($0, outline, address: nil, problems: []).blocks(of: outline.story)
    }
    #expect(blocks == [TextBlock(.paragraph, "One"), TextBlock(.paragraph, "two")])
  }

  @Test func linesAreCounted() {
    #expect(TextBlock(.paragraph, "One\n\ntwo").lineCount == 3)
    #expect(TextBlock(.paragraph, "One").lines == ["One"])
  }
}
