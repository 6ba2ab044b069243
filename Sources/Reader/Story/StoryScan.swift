/// The number of matches of a pattern in each block of a story.
public struct MatchCounts: Sendable {
  /// The number of matches before each block, then the total.
  private var before: [Int32] = [0]
  /// The number of matches in folded text.
  private(set) var folded = 0
  /// The first match in folded text, as a position in the document that shows the whole page.
  private(set) var firstFolded: StoryPosition?
  /// The first match in folded text of a search's words that the story itself lacks.
  private(set) var firstMissing: StoryPosition?

  /// Counts the matches of a pattern.
  init(of pattern: StoryFind.Pattern, in document: StoryDocument) {
    _ = count(pattern, in: document) { false }
  }

  /// Counts the matches; nil if cancelled.
  init?(of pattern: StoryFind.Pattern, in document: StoryDocument, givesUp: () -> Bool) {
    guard count(pattern, in: document, givesUp: givesUp) else { return nil }
  }

  private mutating func count(
    _ pattern: StoryFind.Pattern, in document: StoryDocument, givesUp: () -> Bool
  ) -> Bool {
    for block in 0..<document.count {
      if block % 16 == 0, givesUp() { return false }
      add(pattern.ranges(in: document[block].text).count)
    }
    guard document.isFolded else { return true }
    let page = document.with(showsAll: true)
    let missing = pattern.missing(in: (0..<document.count).lazy.map { document[$0].text })
    for block in page.textBlocks where page.isBesideStory(block: block) {
      if block % 16 == 0, givesUp() { return false }
      let ranges = pattern.ranges(in: page[block].text)
      folded += ranges.count
      firstFolded = firstFolded ?? ranges.first.map { StoryPosition(block: block, byte: $0.lowerBound) }
      if firstMissing == nil, !ranges.isEmpty, let found = missing?.ranges(in: page[block].text).first {
        firstMissing = StoryPosition(block: block, byte: found.lowerBound)
      }
    }
    return true
  }

  private mutating func add(_ count: Int) { before.append(before[before.count - 1] + Int32(count)) }

  /// The total number of matches.
  var total: Int { Int(before[before.count - 1]) }

  /// The number of matches before a block.
  func before(block: Int) -> Int { Int(before[min(block, before.count - 1)]) }

  /// The match with a number.
  func match(_ number: Int, of pattern: StoryFind.Pattern, in document: StoryDocument) -> StoryFind.Match? {
    guard 0..<total ~= number else { return nil }
    let block = self.block(ofMatch: number)
    let ranges = pattern.ranges(in: document[block].text)
    let inBlock = number - before(block: block)
    guard ranges.indices.contains(inBlock) else { return nil }
    return StoryFind.Match(block: block, number: inBlock, range: ranges[inBlock])
  }

  /// The number of the first match after a position; nil for none.
  func next(
    after position: StoryPosition, of pattern: StoryFind.Pattern, in document: StoryDocument
  ) -> Int? {
    let ranges = pattern.ranges(in: document[position.block].text)
    let inBlock = ranges.firstIndex { $0.lowerBound > position.byte } ?? ranges.count
    let number = before(block: position.block) + inBlock
    return number < total ? number : nil
  }

  /// The last block with no more matches before it than a given number.
  private func block(ofMatch number: Int) -> Int {
    var (low, high) = (0, before.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(before[middle]) <= number { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// Counts the matches in a long story outside the terminal's thread; can be cancelled.
public struct StoryScan: Hashable, Sendable {
  /// The result of a scan.
  public struct Result: Sendable {
    let number: Int
    let counts: MatchCounts
  }

  /// Distinguishes it from earlier scans.
  private let number: Int
  private let pattern: StoryFind.Pattern
  private let document: StoryDocument

  init(number: Int, pattern: StoryFind.Pattern, document: StoryDocument) {
    (self.number, self.pattern, self.document) = (number, pattern, document)
  }

  /// Counts the matches; nil if cancelled, which is checked often.
  public func run(givesUp: () -> Bool = { false }) -> Result? {
    MatchCounts(of: pattern, in: document, givesUp: givesUp).map { Result(number: number, counts: $0) }
  }

  /// Whether they are the same scan.
  public static func == (first: StoryScan, second: StoryScan) -> Bool { first.number == second.number }

  /// Hashes its number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
