import ArgumentParser
import Export
import PageFormats
import Understanding

struct CopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies", abstract: "Print which pages have the same text, and which was saved first.",
    discussion: """
      Two pages are copies when more than half of one stands in the other word for word. Which was written first \
      nobody knows: what is told is which was saved first, and the agency or site that a text is credited to.
      """)

  @Argument(help: ArgumentHelp("Folders or pages.", valueName: "folder"), completion: .file())
  var folders: [String]

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    var texts = ComparedTexts()
    let failure = texts.read(folders)
    let pairs = texts.pairs()
    let names = texts.pages.map(\.name)
    let groups = CopyFinder.groups(of: pairs, count: texts.pages.count).map { texts.group($0) }
    if json {
      let pairs = pairs.map { PairJSON($0, names) }
      Output.line(try JSONLine().string(CopiesJSON(groups: groups, pairs: pairs)))
    } else {
      for group in groups { Output.lines(group.lines) }
    }
    if let failure { throw failure }
  }
}

/// The texts of many pages, compared without having all of them in memory.
private struct ComparedTexts {
  struct Page {
    let name: String
    let path: String
    let title: String
    let saved: Int64
    let agency: String?
    let firstPublisher: String?
  }

  private(set) var pages: [Page] = []
  private var samples: [[UInt64]] = []

  /// - Returns: what could not be read.
  mutating func read(_ paths: [String]) -> Failure? {
    do throws(Failure) {
      try PageStory.read(paths) { add($0) }
      return nil
    } catch {
      return error
    }
  }

  private mutating func add(_ story: PageStory) {
    let shingles = Shingles(of: story.paragraphs)
    samples.append(shingles.wordCount >= Shingles.fewestWords ? shingles.sample : [])
    pages.append(
      Page(
        name: story.name, path: story.path, title: story.title, saved: story.saved,
        agency: TextCredit.agency(of: story.paragraphs),
        firstPublisher: TextCredit.firstPublisher(of: story.paragraphs)))
  }

  func pairs() -> [TextPair] {
    var kept: [Int: Shingles] = [:]
    return CopyFinder(samples: samples).pairs { text in
      if let known = kept[text] { return known }
      // Copies stand together more often than not: some hundred texts are enough.
      if kept.count >= ComparedTexts.mostKept { kept.removeAll(keepingCapacity: true) }
      let shingles = shingles(of: text)
      kept[text] = shingles
      return shingles
    }
  }

  private static let mostKept = 2_000

  /// Of a text that is read again.
  private func shingles(of text: Int) -> Shingles {
    Shingles(of: PageStory.all([pages[text].path]).stories.first?.paragraphs ?? [])
  }

  /// The pages of a group, those that were saved first at the beginning.
  func group(_ numbers: [Int]) -> CopyGroup {
    let group = numbers.map { pages[$0] }.sorted { ($0.saved, $0.name) < ($1.saved, $1.name) }
    return CopyGroup(
      title: group.first?.title ?? "", saved: group.first?.saved ?? 0, stories: group.map(\.name),
      agency: group.lazy.compactMap(\.agency).first,
      firstPublisher: group.lazy.compactMap(\.firstPublisher).first)
  }
}

/// Pages with the same text.
private struct CopyGroup {
  let title: String
  let saved: Int64
  let stories: [String]
  let agency: String?
  let firstPublisher: String?

  /// For people.
  var lines: [String] {
    let time = PublicationTime(seconds: saved, precision: .minute).iso8601
    let credits = [
      agency.map { "credited to \($0)" }, firstPublisher.map { "first published by \($0), it says" },
    ]
    let facts = ["\(stories.count) copies", "first saved \(time)"] + credits.compactMap { $0 }
    return [title, "  " + facts.joined(separator: " · ")] + stories.map { "    " + $0 }
  }
}

extension CopyGroup: Encodable {
  private enum Key: String, CodingKey { case first, agency, publisher, stories }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(stories.first, forKey: .first)
    try container.encode(agency, forKey: .agency)
    try container.encode(firstPublisher, forKey: .publisher)
    try container.encode(stories, forKey: .stories)
  }
}

private struct CopiesJSON: Encodable {
  let groups: [CopyGroup]
  let pairs: [PairJSON]
}

private struct PairJSON: Encodable {
  let a: String
  let b: String
  let ofA: Double
  let ofB: Double
  let copy: Bool

  init(_ pair: TextPair, _ names: [String]) {
    (a, b) = (names[pair.first], names[pair.second])
    ofA = pair.shareOfFirst.rounded(toPlaces: 3)
    ofB = pair.shareOfSecond.rounded(toPlaces: 3)
    copy = pair.isCopy
  }
}
