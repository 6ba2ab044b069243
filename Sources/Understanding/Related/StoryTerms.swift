/// What is kept of a story to compare it with others: its heaviest terms, and what is known of it besides.
///
/// Which terms are the heaviest is told by the prior list alone, so that they do not depend on the stories beside. With
/// 96 instead of all, threads and related stories come out the same or slightly better: names and rare words are
/// among them, and what comes behind is noise.
public struct StoryTerms: Sendable, BitwiseCopyable {
  /// How many terms are kept.
  static let capacity = 96

  /// The story's text, whatever file it is in.
  public var key: UInt64
  /// Its headline, as a number: to find the story in a library.
  public var title: UInt64
  /// Days since 1970; ``noDay`` where no page tells when the story was published.
  public var day: Int32
  private var groupNumber: UInt8
  private var termCount: UInt8
  private var terms: InlineArray<96, UInt32> = .init(repeating: 0)
  private var counts: InlineArray<96, UInt8> = .init(repeating: 0)
  /// Tells which stories may be copies of it.
  let passages: PassageSketch

  /// The day of a story without one.
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

  /// Stories whose words it is weighed with.
  var group: LanguageGroup { LanguageGroup(rawValue: groupNumber) ?? .other }

  /// How many terms there are. A damaged file may say anything.
  var count: Int { min(Int(termCount), StoryTerms.capacity) }

  func term(_ number: Int) -> UInt32 { terms[number] }

  /// How often a term stands in the text, and two for each time in the headline.
  func occurrences(_ number: Int) -> Int { Int(counts[number]) }

  /// The order in which stories join threads: by day, those without one first. The same in any folder.
  func precedes(_ other: StoryTerms) -> Bool { (day, key) < (other.day, other.key) }
}
