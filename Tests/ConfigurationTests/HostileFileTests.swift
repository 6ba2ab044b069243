import Configuration
import Foundation
import SeededNumbers
import SmallFiles
import Testing

@Suite("Files that somebody or something has spoilt")
struct HostileFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reading(_ name: String = "config.yaml") -> ConfigurationReading {
    ConfigurationReading(file: folder.path(name), .small)
  }

  @Test(
    "What is no YAML names its line, and nothing of the file is used",
    arguments: [
      ("folders: [\n", 2), ("line-width: 66\n\tlayout: columns\n", 2), ("a: b: c\n", 1),
      ("line-width: 66\n- x\n", 2),
      ("'unclosed\n\n\n", 4), ("a: \"\\q\"\n", 1), ("line-width: 66\n---\nline-width: 67\n", 2),
      ("a: *b\n", 1),
      ("x: 1\ny: \u{1}\n", 2), ("line-width: 66\n%\n", 2), ("}", 1),
    ])
  func syntax(yaml: String, line: Int) {
    let reading = read(yaml)
    #expect(reading.settings == nil)
    #expect(reading.lines == [line])
    if case .yaml(.syntax) = reading.problems.first?.fault {} else { Issue.record("\(reading.problems)") }
  }

  @Test(
    "Something else than options",
    arguments: [("just text", FoundValue.text("just text")), ("- a\n- b", .list)])
  func otherRoots(yaml: String, found: FoundValue) {
    let reading = read(yaml)
    #expect(reading.settings == nil)
    #expect(
      reading.faults == [
        .badValue(found, expected: .entries(of: "options and their values"), nearest: nil)
      ])
  }

  @Test("Aliases of aliases are found before they are followed")
  func aliases() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    bomb += "? *a60\n: 1\n"
    let reading = read(bomb)
    #expect(reading.settings == nil)
    #expect(reading.faults == [.yaml(.alias(name: "a0"))])
    #expect(reading.lines == [2])
  }

  @Test func signsThatAreNoAliases() throws {
    let reading = read("commands: [{name: a, run: \"f a&b && g *.txt *c\"}]\nline-width: &m 66\n")
    #expect(reading.problems.isEmpty)
    #expect(try reading.used.lineWidth == 66)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "]) func deepNesting(opening: String) {
    #expect(read(String(repeating: opening, count: 100_000)).settings == nil)
    let shallow = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(read("line-width: \(shallow)").lines == [1])
  }

  @Test func manyProblemsAreCounted() throws {
    let names = (1...200).map { "name\($0): x\n" }.joined()
    let reading = read(names + "line-width: 66\n")
    #expect(reading.problems.count == 51)
    #expect(reading.faults.last == .more(150))
    #expect(try reading.used.lineWidth == 66)
  }

  @Test func aLongTextIsRefused() throws {
    let reading = read("sections: [{name: A, query: \"" + String(repeating: "fog ", count: 1_025) + "\"}]")
    #expect(reading.faults == [.tooLong(limit: 4_096)])
    #expect(try reading.used.sections.isEmpty)
  }

  @Test func aLongListIsCut() throws {
    let reading = read("folders: [" + String(repeating: "a, ", count: 2_000) + "]")
    #expect(reading.faults == [.tooMany(limit: 1_000)])
    #expect(try reading.used.folders.count == 1_000)
  }

  /// Each costs reading everything again: there is an end to it.
  @Test func manyRepeatedNames() {
    let reading = read((1...30).map { "a\($0): 1\na\($0): 1\n" }.joined())
    #expect(reading.settings == nil)
    #expect(reading.problems.count == 1)
  }

  @Test func noFile() throws {
    for name in ["config.yaml", "no/folder/config.yaml"] {
      #expect(try reading(name).used == Settings())
      #expect(reading(name).problems.isEmpty)
    }
    try folder.write("", to: "file")
    #expect(try reading("file/config.yaml").used == Settings())
  }

  @Test func somethingElseInItsPlace() throws {
    try folder.makeFolder("config.yaml")
    #expect(reading().faults == [.file(.notAFile)])
    mkfifo(folder.path("pipe"), 0o600)
    #expect(reading("pipe").faults == [.file(.notAFile)])
    try folder.link("nowhere", to: "gone.yaml")
    #expect(reading("nowhere").faults == [.file(.unreadable(errno: ENOENT))])
    try folder.link("circle", to: "circle")
    #expect(reading("circle").faults == [.file(.unreadable(errno: ELOOP))])
    #expect(reading("pipe").settings == nil)
  }

  @Test(.enabled(if: getuid() != 0)) func unreadable() throws {
    try folder.write("line-width: 66", to: "config.yaml")
    chmod(folder.path("config.yaml"), 0)
    #expect(reading().faults == [.file(.unreadable(errno: EACCES))])
  }

  @Test func tooLarge() throws {
    try folder.write(Data(repeating: UInt8(ascii: "#"), count: 1 << 18), to: "config.yaml")
    #expect(reading().problems.isEmpty)
    try folder.write(Data(repeating: UInt8(ascii: "#"), count: 1 << 18 + 1), to: "config.yaml")
    #expect(reading().faults == [.file(.tooLarge(bytes: 1 << 18 + 1, limit: 1 << 18))])
  }

  @Test(
    "Bytes that are no text name their line",
    arguments: [([0xFF], 1), ([0x0A, 0x0A, 0xC3, 0x28], 3), ([0x61, 0x0A, 0x00], 2)] as [([UInt8], Int)])
  func notText(bytes: [UInt8], line: Int) throws {
    try folder.write(Data(bytes), to: "config.yaml")
    #expect(reading().faults == [.file(.notText(line: line))])
    #expect(reading().lines == [line])
  }

  @Test func linksAreFollowed() throws {
    try folder.write("line-width: 66", to: "dotfiles/broadsheet.yaml")
    try folder.link("config.yaml", to: "dotfiles/broadsheet.yaml")
    #expect(try reading().used.lineWidth == 66)
  }

  /// Whatever becomes of a good file: problems, and never a crash.
  @Test func mutations() {
    var numbers = SeededNumbers(seed: 20_261_125)
    let good = Array(CommentedFile(.small).text.replacing("#  ", with: "  ").utf8)
    let signs = Array("\n\t :-?[]{}&*!|>'\"%@`#,\\x0~".utf8)
    for _ in 1...400 {
      var bytes = good
      for _ in 0...Int.random(in: 0...6, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0...3, using: &numbers) {
        case 0: bytes[place] = signs.randomElement(using: &numbers) ?? 0
        case 1: bytes.insert(signs.randomElement(using: &numbers) ?? 0, at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
        }
      }
      let reading = read(String(decoding: bytes, as: UTF8.self))
      #expect(reading.settings != nil || reading.problems.count == 1)
    }
  }
}
