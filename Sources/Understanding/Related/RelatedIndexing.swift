public import StoryLibrary

extension RelatedIndex {
  /// The index of all stories of a library: as it was kept, or made anew and kept, where stories have come or gone.
  /// - Parameters:
  ///   - library: whose stories it is of.
  ///   - path: of the file that it is kept in.
  /// - Returns: the index.
  public static func upToDate(_ library: Library, keptIn path: String) -> RelatedIndex {
    let kept = RelatedIndex(path: path)
    var collector = TermsCollector(library, known: kept)
    let isComplete = collector.left == 0
    while collector.step() {}
    if isComplete, let kept, kept.storyCount == collector.count, !kept.isDamaged { return kept }
    // What a damaged file told is not to be kept.
    if kept?.isDamaged == true {
      collector = TermsCollector(library, known: nil)
      while collector.step() {}
    }
    let index = RelatedIndexBuilder(collector).finish()
    // Without it the next one takes longer, and nothing else.
    try? index.write(to: path)
    return index
  }
}
