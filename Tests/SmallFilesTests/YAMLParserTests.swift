import SmallFiles
import Testing

@Suite("YAML that anybody may have written")
struct YAMLParserTests {
  @Test func aTreeKnowsItsPositions() throws {
    let root = try #require(try YAMLParser.parse("a: 1\n'b c':\n  - x\n  - {d: }\n"))
    let entries = try #require(root.entries)
    #expect(entries.map(\.name) == ["a", "b c"])
    #expect(entries.map(\.position) == [YAMLPosition(line: 1, column: 1), YAMLPosition(line: 2, column: 1)])
    #expect(entries[0].value.text == "1")
    guard case .list(let items) = entries[1].value.content else {
      Issue.record("no list")
      return
    }
    #expect(items[0].position == YAMLPosition(line: 3, column: 5))
    #expect(items[1].entries?.first?.value.isNothing == true)
  }

  @Test(arguments: ["", "\n \t\n", "# a: 1\n  # b\r\n", "\u{FEFF}"]) func nothing(text: String) throws {
    #expect(try YAMLParser.parse(text) == nil)
  }

  @Test func numbersAreText() throws {
    let root = try #require(try YAMLParser.parse("[0123, 1e3, true, ~, null, 'null', 2025-06-01]"))
    guard case .list(let items) = root.content else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.text) == ["0123", "1e3", "true", "~", nil, "null", "2025-06-01"])
  }

  @Test func repeatedNamesAreBothThere() throws {
    let root = try #require(try YAMLParser.parse("a: 1\nb: 2\n\"a\": 3\n? [x]\n: 4\n"))
    #expect(root.entries?.map(\.name) == ["a", "b", "a", ""])
    #expect(root.entries?.map(\.position.line) == [1, 2, 3, 4])
  }

  @Test func anAliasIsRefusedWhateverItStandsFor() {
    for text in ["a: &b x\nc: *b\n", "a: &b {}\n? *b\n: 1\n", "&b [*b]"] {
      let error = #expect(throws: YAMLError.self) { try YAMLParser.parse(text) }
      #expect(error?.reason == .alias(name: "b"))
    }
    #expect(throws: Never.self, "these are no aliases") { try YAMLParser.parse("run: 'a&b && g *.txt *c'") }
  }

  /// The parser compares each directive with all before it: their number is bounded, not their cost measured.
  @Test func directivesAreFew() throws {
    func text(_ count: Int) -> String {
      (0..<count).map { "%TAG !t\($0)! tag:x\n" }.joined() + "--- {a: 1}\n"
    }
    #expect(try YAMLParser.parse(text(8))?.entries?.count == 1)
    let error = #expect(throws: YAMLError.self) { try YAMLParser.parse(text(9)) }
    #expect(error?.reason == .tooManyDirectives(limit: 8))
    #expect(error?.position?.line == 9)
    #expect(throws: Never.self, "in a line, the sign is text") {
      try YAMLParser.parse(String(repeating: "- 5 %\n", count: 20))
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "{? "]) func depthIsBounded(opening: String) {
    #expect(throws: YAMLError.self) { try YAMLParser.parse(String(repeating: opening, count: 60_000)) }
  }

  /// Each of them costs parsing the text again.
  @Test func repeatsAreFew() {
    let names = { count in (0..<count).map { "a\($0): 1\na\($0): 1\n" }.joined() }
    #expect(throws: Never.self) { try YAMLParser.parse(names(20)) }
    #expect(throws: YAMLError.self) { try YAMLParser.parse(names(21)) }
    let long = "# " + String(repeating: "x", count: 200_000) + "\n"
    #expect(throws: Never.self, "a megabyte may be parsed again") { try YAMLParser.parse(long + names(5)) }
    #expect(throws: YAMLError.self) { try YAMLParser.parse(long + names(6)) }
  }
}
