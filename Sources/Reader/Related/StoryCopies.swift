public import StoryLibrary
public import Understanding

/// The copies of a story: the same text under another headline, or from another source.
public struct StoryCopies: Hashable, Sendable {
  /// One of the texts.
  public struct Copy: Hashable, Sendable {
    /// The story.
    public var story: StoryIndex
    /// How much text the open story and this one share.
    public var shares: TextShares
    /// When the first page with it was saved, in seconds since 1970 (UTC).
    public var firstSaved: Int64
    /// The sources that it credits, as prose: `credited to AP`.
    public var credits: [String]

    /// A copy, for tests.
    public init(story: StoryIndex, shares: TextShares, firstSaved: Int64, credits: [String] = []) {
      (self.story, self.shares, self.firstSaved, self.credits) = (story, shares, firstSaved, credits)
    }

    init(_ story: StoryIndex, _ shares: TextShares, in library: Library) {
      let paragraphs =
        library.bodyLocation(of: story).flatMap { try? BodyReader.read($0) }?.paragraphs ?? []
      let credits = [
        TextCredit.agency(of: paragraphs).map { "credited to \($0)" },
        TextCredit.firstPublisher(of: paragraphs).map { "first published by \($0), it says" },
      ]
      self.init(
        story: story, shares: shares,
        firstSaved: library.versions(of: story).map(\.firstSaved).min() ?? library[story].saved,
        credits: credits.compactMap { $0 })
    }
  }

  /// The open story.
  public var own: Copy
  /// The other copies, those that share the most first; empty for a story without copies.
  public var others: [Copy]

  /// The maximum number of copies shown.
  private static let most = 16

  /// Given copies, for tests.
  public init(own: Copy, others: [Copy]) { (self.own, self.others) = (own, others) }

  /// Reads the texts of the copies in an index; nil for a story without copies.
  init?(of story: StoryIndex, in library: Library, _ finder: borrowing RelatedFinder) {
    let found = finder.copies(of: story).prefix(StoryCopies.most)
    guard !found.isEmpty else { return nil }
    own = Copy(story, TextShares(ofFirst: 100, ofSecond: 100), in: library)
    others = found.map { Copy($0.story, $0.shares, in: library) }
  }

  /// `Same story, 3 copies`: the open story is one of them.
  var heading: String { "Same story, \(others.count + 1) copies" }

  /// The story that was saved first; nil if several were saved at the same time.
  var savedFirst: StoryIndex? {
    let sorted = ([own] + others).sorted { $0.firstSaved < $1.firstSaved }
    return sorted.count > 1 && sorted[0].firstSaved < sorted[1].firstSaved ? sorted[0].story : nil
  }

  /// `97 % the same · saved first · credited to AP`
  func facts(on copy: Copy) -> String {
    let share = copy.story == own.story ? [] : ["\(copy.shares.larger) % the same"]
    return (share + (copy.story == savedFirst ? ["saved first"] : []) + copy.credits).joined(separator: " · ")
  }
}
