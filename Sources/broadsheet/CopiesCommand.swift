import ArgumentParser
import Export
import PageFormats
import Understanding

struct CopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies", abstract: "Find pages with the same text.",
    discussion: """
      Two pages are copies if more than half of one is in the other word for word. Each group lists its pages in the \
      order in which they were saved, which need not be the order in which they were written, and the agency or site \
      that the text credits.
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

/// Compares the texts of many pages without keeping all of them in memory.
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
    var cache: [Int: Shingles] = [:]
    return CopyFinder(samples: samples).pairs { text in
      if let shingles = cache[text] { return shingles }
      // Copies are usually close to each other, so a cache of a few texts is enough.
      if cache.count >= ComparedTexts.cacheLimit { cache.removeAll(keepingCapacity: true) }
      let shingles = shingles(of: text)
      cache[text] = shingles
      return shingles
    }
  }

  private static let cacheLimit = 2_000

  /// Reads a text again.
  private func shingles(of text: Int) -> Shingles {
    Shingles(of: PageStory.all([pages[text].path]).stories.first?.paragraphs ?? [])
  }

  /// The pages of a group, in the order in which they were saved.
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

  /// For human readers.
  var lines: [String] {
    let time = PublicationTime(seconds: saved, precision: .minute).iso8601
    let credits = [
      agency.map { "credited to \($0)" }, firstPublisher.map { "says it was first published by \($0)" },
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
