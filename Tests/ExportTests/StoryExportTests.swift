import Foundation
import Marks
import StoryLibrary
import Testing

@testable import Export

struct StoryExportTests {
  private static let page = """
    logo
    Amber news

    Amber news

    The Meridian2 hours ago
    The amber was found.
    Orange background

    Try Our AI Features

    Explore what Daily8 AI can do for you:

    Comments

    No comments yet...

    Related Articles

    Tin index slips
    Tin index slips

    The Herald

    time3 hours ago

      • The Herald

    Tin index slips

    It slipped.

    """

  private func export() throws -> (StoryExport, Story) {
    var batch = PageBatch(folder: "/pages")
    Array(Self.page.utf8).withUnsafeBufferPointer { batch.add($0, name: "a.txt", saved: 1_755_691_200) }
    var library = Library()
    library.add([batch])
    let index = try #require(library.order.first { library[$0].title == "Amber news" })
    let body = StoryBody(paragraphs: ["The amber was found."], address: "https://meridian.example/")
    let export = StoryExport(
      library[index], body, mark: Mark(read: true, note: "Beauti\u{07}ful.\r\nReally."), in: library)
    return (export, library[index])
  }

  @Test func knowsWhatIsRelated() throws {
    let (export, _) = try export()
    #expect(
      try export.string(as: .text) == """
        Amber news
        The Meridian · 2025-08-20T10:00:00Z
        https://meridian.example/

        The amber was found.

        ✎ Beautiful.
          Really.

        Related:
        • Tin index slips
        """)
    #expect(try export.string(as: .markdown).hasSuffix("## Related\n\n- Tin index slips"))
    #expect(try export.string(as: .html).contains("<li dir=\"auto\">Tin index slips</li>"))
  }

  @Test func isOneLineOfJSON() throws {
    let (export, story) = try export()
    let line = try export.string(as: .json)
    #expect(!line.contains("\n"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["id"] as? String == story.id.description)
    #expect(object["read"] as? Bool == true && object["starred"] as? Bool == false)
    #expect(object["body"] as? [String] == ["The amber was found."])
    #expect(object["note"] as? String == "Beautiful.\nReally.")
    #expect(object["address"] as? String == "https://meridian.example/")
    #expect((object["related"] as? [String])?.count == 1)
    #expect(object["pages"] as? [String] == ["/pages/a.txt"])
  }
}
