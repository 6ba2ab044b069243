import StoryLibrary
import Tables

/// Measures how much of two stories of a library is the same. It reads their texts and caches the most recent
/// ones.
struct TextComparing: ~Copyable {
  /// The number of cached texts: candidates are close together when sorted by day.
  private static let mostTexts = 200

  private let library: Library
  /// Earlier results; nil if there are none.
  private let known: RelatedIndex?
  private var reader = TextReader()
  private var texts: [UInt64: Shingles] = [:]
  /// The number of texts read.
  private(set) var readCount = 0

  init(_ library: Library, known: RelatedIndex? = nil) {
    (self.library, self.known) = (library, known)
  }

  /// How much of two stories is the same; nil if one of them cannot be read.
  mutating func shares(_ first: StoryTerms, _ second: StoryTerms) -> TextShares? {
    if let known = known?.shares(first.key, second.key) { return known }
    guard let one = shingles(of: first), let other = shingles(of: second) else { return nil }
    return TextShares(one, other)
  }

  private mutating func shingles(of terms: StoryTerms) -> Shingles? {
    if let known = texts[terms.key] { return known }
    guard let story = library.story(terms.key, titled: terms.title) else { return nil }
    if texts.count >= TextComparing.mostTexts { texts.removeAll(keepingCapacity: true) }
    readCount += 1
    var found: Shingles?
    reader.readShown(of: story, in: library) { found = Shingles(of: $0.body) }
    texts[terms.key] = found
    return found
  }
}
