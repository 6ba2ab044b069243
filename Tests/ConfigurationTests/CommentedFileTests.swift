import Configuration
import Foundation
import Testing

@Suite("The commented file")
struct CommentedFileTests {
  private let text = CommentedFile(.small).text

  @Test func readBackItGivesTheDefaults() throws {
    let reading = read(text)
    #expect(reading.problems.isEmpty)
    #expect(try reading.used == Settings())
  }

  @Test func everyOptionIsInItWithItsDefault() {
    for option in ConfigurationOption.table {
      let line = option.name + ":" + (option.value(in: Settings()).map { " " + $0 } ?? "")
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
  }

  /// Whoever takes the `#` away from an example has one.
  @Test func examplesAreGood() throws {
    var yaml = ""
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      isExample = isExample && !line.isEmpty
      yaml += (isExample ? line.dropFirst() : line) + "\n"
      isExample = isExample || !line.hasPrefix("#") && line.hasSuffix(":")
    }
    let reading = read(yaml)
    #expect(reading.problems.isEmpty)
    let settings = try reading.used
    #expect(settings.folders == ["/home/ada/saved-pages", "/srv/clippings"])
    #expect(settings.sections.map(\.name) == ["Harbour"])
    #expect(settings.commands.map(\.name) == ["translate"])
    #expect(settings.keys.count == ConfigurationContext.small.keys.count + 1)
  }

  @Test func linesFitIntoATerminal() {
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }
}
