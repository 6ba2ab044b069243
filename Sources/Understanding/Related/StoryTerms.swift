/// The stored data of a story for comparing it with others: its heaviest terms, and other properties.
///
/// The heaviest terms are chosen with the prior list alone, so that they do not depend on the other stories.
/// With 96 terms instead of all, threads and related stories are the same or slightly better: these terms
/// include names and rare words, and the rest is noise.
public struct StoryTerms: Sendable, BitwiseCopyable {
  /// The most terms stored.
  static let capacity = 96

  /// Identifies the story's text, whatever file it is in.
  public var key: UInt64
  /// Its headline as a number, for finding the story in a library.
  public var title: UInt64
  /// Days since 1970; ``noDay`` if no page says when the story was published.
  public var day: Int32
  private var groupNumber: UInt8
  private var termCount: UInt8
  private var terms: InlineArray<96, UInt32> = .init(repeating: 0)
  private var counts: InlineArray<96, UInt8> = .init(repeating: 0)
  /// Shows which stories may be copies of it.
  let passages: PassageSketch

  /// The value of ``day`` for a story without a day.
  public static let noDay = Int32.min

  init(
    key: UInt64, title: UInt64, day: Int32?, group: LanguageGroup, passages: PassageSketch = PassageSketch(),
    _ terms: some Sequence<(term: UInt32, count: UInt32)>
  ) {
    (self.key, self.title, self.day) = (key, title, day ?? StoryTerms.noDay)
    self.passages = passages
    (groupNumber, termCount) = (group.rawValue, 0)
    for (term, count) in terms.prefix(StoryTerms.capacity) {
      self.terms[Int(termCount)] = term
      counts[Int(termCount)] = UInt8(clamping: count)
      termCount += 1
    }
  }

  /// The group of stories whose words it is weighted with.
  var group: LanguageGroup { LanguageGroup(rawValue: groupNumber) ?? .other }

  /// The number of terms. A damaged file may contain any number.
  var count: Int { min(Int(termCount), StoryTerms.capacity) }

  func term(_ number: Int) -> UInt32 { terms[number] }

  /// How often a term occurs in the text; an occurrence in the headline counts twice.
  func occurrences(_ number: Int) -> Int { Int(counts[number]) }

  /// The order in which stories join threads: by day, stories without one first. The same in any folder.
  func precedes(_ other: StoryTerms) -> Bool { (day, key) < (other.day, other.key) }
}
