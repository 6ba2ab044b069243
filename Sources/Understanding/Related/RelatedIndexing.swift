public import StoryLibrary

extension RelatedIndex {
  /// A partial index is written after this many stories, and then each time their number has grown fourfold.
  /// Together, the partial indexes cost a third of the time for comparing all stories.
  private static let (firstPart, growth) = (1_000, 4)

  /// The index of all stories of a library: the stored one, or a new one if stories have arrived or gone. A
  /// new index is stored.
  /// - Parameters:
  ///   - library: the library to index.
  ///   - path: the path of the index file.
  ///   - keepsParts: whether to store partial indexes of the first stories if there is no index yet, so that
  ///     readers see something meanwhile.
  /// - Returns: the index.
  public static func upToDate(
    _ library: Library, keptIn path: String, keepsParts: Bool = false
  ) -> RelatedIndex {
    let kept = RelatedIndex(path: path)
    var collector = TermsCollector(library, known: kept)
    let isComplete = collector.left == 0
    var nextPart = keepsParts && collector.count == 0 ? firstPart : Int.max
    while collector.step() {
      guard collector.count >= nextPart else { continue }
      try? RelatedIndexBuilder(collector).finish().write(to: path)
      nextPart = collector.count * growth
    }
    if isComplete, let kept, kept.storyCount == collector.count, !kept.isDamaged { return kept }
    // Data from a damaged file must not be stored again.
    let isDamaged = kept?.isDamaged == true
    if isDamaged {
      collector = TermsCollector(library, known: nil)
      while collector.step() {}
    }
    var comparing = TextComparing(library, known: isDamaged ? nil : kept)
    let index = RelatedIndexBuilder(collector).finish { comparing.shares($0, $1) }
    // A failure does no harm except that the next index takes longer.
    try? index.write(to: path)
    return index
  }
}
