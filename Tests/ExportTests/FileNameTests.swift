import SeededNumbers
import Testing

@testable import Export

struct FileNameTests {
  private func name(_ title: String, taken: Set<String> = []) -> String {
    FileName.suggestion(for: title, format: .markdown) { taken.contains($0) }
  }

  @Test(
    arguments: [
      ("Tin index slips", "tin-index-slips.md"), ("Brown's \"£3bn\" plan – why?", "browns-3bn-plan-why.md"),
      ("../../etc/passwd", "etc-passwd.md"), (".hidden", "hidden.md"), ("-rf *", "rf.md"),
      ("a/b\0c\nd", "a-b-c-d.md"),
      ("", "story.md"), ("…", "story.md"), ("جسر جديد", "جسر-جديد.md"), ("新しい橋", "新しい橋.md"),
      ("$(touch x); `id`", "touch-x-id.md"), ("'", "story.md"),
    ])
  func isMadeOfTheTitle(title: String, expected: String) {
    #expect(name(title) == expected)
  }

  @Test func isShort() {
    let words = name(String(repeating: "word ", count: 100))
    #expect(words == Array(repeating: "word", count: 12).joined(separator: "-") + ".md")
    #expect(name(String(repeating: "橋", count: 500)) == String(repeating: "橋", count: 60) + ".md")
    #expect(name(String(repeating: "𠮷", count: 500)).utf8.count <= 255)
    #expect(name("e" + String(repeating: "\u{301}", count: 5_000)).utf8.count <= 255)
  }

  @Test func isFree() {
    #expect(name("Tin", taken: ["tin.md"]) == "tin-2.md")
    #expect(name("Tin", taken: ["tin.md", "tin-2.md", "tin-3.md"]) == "tin-4.md")
  }

  @Test func anyTitleMakesASafeName() {
    var random = SeededNumbers(seed: 20)
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...80, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &random))
      }
      let name = name(String(String.UnicodeScalarView(scalars)))
      #expect(name.hasSuffix(".md") && name.utf8.count <= 255 && name.first != "." && name.first != "-")
      #expect(
        !name.unicodeScalars.contains { $0.value < 0x20 || "/\\ $`'\";&|<>*?".unicodeScalars.contains($0) })
    }
  }

  @Test(
    arguments: [
      ("a.md", ExportFormat.markdown), ("a.b.HTML", .html), ("x/y.txt", .text), ("a.json", .json),
      ("a.htm", .html),
    ])
  func aNameTellsItsFormat(name: String, format: ExportFormat) {
    #expect(ExportFormat(fileName: name) == format)
  }

  @Test(arguments: ["", "a", "a.", "a.pdf", "md", "a.md/b"])
  func aNameMayTellNone(name: String) {
    #expect(ExportFormat(fileName: name) == nil)
  }
}
