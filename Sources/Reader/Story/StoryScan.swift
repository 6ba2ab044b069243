/// How often a pattern is in each block of a story.
public struct MatchCounts: Sendable {
  /// The number of matches before each block, then the total.
  private var before: [Int32] = [0]
  /// The number of matches in folded text.
  private(set) var folded = 0
  /// The first of these, in the document that shows all of the page.
  private(set) var firstFolded: StoryPosition?

  /// Counts those of some pattern.
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
    for block in page.textBlocks where page.isBesideStory(block: block) {
      if block % 16 == 0, givesUp() { return false }
      let ranges = pattern.ranges(in: page[block].text)
      folded += ranges.count
      firstFolded = firstFolded ?? ranges.first.map { StoryPosition(block: block, byte: $0.lowerBound) }
    }
    return true
  }

  private mutating func add(_ count: Int) { before.append(before[before.count - 1] + Int32(count)) }

  /// How many there are.
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

  /// The last block before which no more matches stand than the number of one.
  private func block(ofMatch number: Int) -> Int {
    var (low, high) = (0, before.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(before[middle]) <= number { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// Counting the matches in a long story, which is done outside the terminal's thread and can be given up.
public struct StoryScan: Hashable, Sendable {
  /// What came of one.
  public struct Result: Sendable {
    let number: Int
    let counts: MatchCounts
  }

  /// Tells it from the ones before it.
  private let number: Int
  private let pattern: StoryFind.Pattern
  private let document: StoryDocument

  init(number: Int, pattern: StoryFind.Pattern, document: StoryDocument) {
    (self.number, self.pattern, self.document) = (number, pattern, document)
  }

  /// Counts the matches; nil when it was given up. It is asked often whether to give up.
  public func run(givesUp: () -> Bool = { false }) -> Result? {
    MatchCounts(of: pattern, in: document, givesUp: givesUp).map { Result(number: number, counts: $0) }
  }

  /// Whether they are the same scan.
  public static func == (first: StoryScan, second: StoryScan) -> Bool { first.number == second.number }

  /// Hashes its number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
