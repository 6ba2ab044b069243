import StoryLibrary
import Tables

/// Tells how much of two stories of a library is the same. It reads their texts, and remembers those that it read last.
struct TextComparing: ~Copyable {
  /// So many texts are remembered: candidates stand close together in the order of their days.
  private static let mostTexts = 200

  private let library: Library
  /// What was found out before; nil where nothing was.
  private let known: RelatedIndex?
  private var reader = TextReader()
  private var texts: [UInt64: Shingles] = [:]
  /// How many texts were read.
  private(set) var readCount = 0

  init(_ library: Library, known: RelatedIndex? = nil) {
    (self.library, self.known) = (library, known)
  }

  /// How much of two stories is the same; nil where one of them cannot be read.
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
