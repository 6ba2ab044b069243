public import StoryLibrary

extension RelatedIndex {
  /// An index of a part is kept when so many stories have been read, and then four times as many: all of these together
  /// cost a third of what comparing all stories costs.
  private static let (firstPart, growth) = (1_000, 4)

  /// The index of all stories of a library: as it was kept, or made anew and kept, where stories have come or gone.
  /// - Parameters:
  ///   - library: whose stories it is of.
  ///   - path: of the file that it is kept in.
  ///   - keepsParts: where there is none yet, indexes of the first stories are kept meanwhile, so that somebody who reads
  ///     sees something.
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
    // What a damaged file told is not to be kept.
    let isDamaged = kept?.isDamaged == true
    if isDamaged {
      collector = TermsCollector(library, known: nil)
      while collector.step() {}
    }
    var comparing = TextComparing(library, known: isDamaged ? nil : kept)
    let index = RelatedIndexBuilder(collector).finish { comparing.shares($0, $1) }
    // Without it the next one takes longer, and nothing else.
    try? index.write(to: path)
    return index
  }
}
