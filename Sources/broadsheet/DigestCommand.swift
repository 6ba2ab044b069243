import ArgumentParser
import Export
import Understanding

struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Print key sentences, names, numbers and dates of saved pages.",
    discussion: """
      Everything is quoted from the page word for word. Names and dates are found in English text only. Given several \
      pages, it recognizes names and key sentences more reliably.
      """)

  @Argument(help: ArgumentHelp("The pages.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Print one JSON object per line.")
  var json = false

  func run() throws {
    let (stories, failure) = PageStory.all(files)
    let maker = DigestMaker(
      stories.map { StoryToDigest(title: $0.title, paragraphs: $0.paragraphs, day: $0.day) })
    let encoder = JSONLine()
    for (index, story) in stories.enumerated() {
      let digest = maker.digest(of: index)
      if json {
        Output.line(try encoder.string(DigestJSON(file: story.name, digest: digest)))
      } else {
        if index > 0 { Output.line("") }
        Output.lines([story.title] + DigestText.lines(of: digest))
      }
    }
    if let failure { throw failure }
  }
}

/// A digest for human readers.
enum DigestText {
  static func lines(of digest: Digest) -> [String] {
    let sentences = digest.keySentences.map { "  • " + flat($0.text) }
    let names = [
      ("People", names(.person, digest)), ("Places", names(.place, digest)),
      ("Organisations", names(.organisation, digest)), ("Other names", otherNames(digest)),
      ("Numbers", digest.numbers.map { flat($0.text) }),
      ("Dates", digest.dates.map { "\($0.value.iso8601) (\(flat($0.passage.text)))" }),
    ]
    let rows = names.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: " · "))" }
    let missing =
      digest.attempts.isEmpty
      ? ["Names and dates were not looked for: the text does not appear to be English."] : []
    let cut = digest.isCut ? ["The text is very long; only its beginning was analysed."] : []
    return (sentences.isEmpty ? [] : ["Key sentences"]) + sentences + rows + missing + cut
  }

  private static func names(_ kind: NameKind, _ digest: Digest) -> [String] {
    digest.names(kind).map(\.found).filter(\.isSure).map(counted)
  }

  /// Names whose kind is uncertain.
  private static func otherNames(_ digest: Digest) -> [String] {
    digest.names.map(\.found).filter { !$0.isSure && $0.kind != .other }.map(counted)
  }

  private static func counted(_ name: FoundName) -> String {
    name.count > 1 ? "\(flat(name.name)) (\(name.count))" : flat(name.name)
  }

  /// On one line, because a block of a page can have several.
  private static func flat(_ text: String) -> String { text.replacing("\n", with: " ") }
}
