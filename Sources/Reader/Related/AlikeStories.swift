public import StoryLibrary
public import Understanding

/// What stories say, and not their pages, of what belongs to a story: found beside the terminal's thread.
public struct AlikeStories: Hashable, Sendable {
  /// The stories most like it, each with why.
  public var stories: [RelatedStory]
  /// The latest stories that came before it in its thread, oldest first.
  public var earlier: [StoryIndex]
  /// Its copies; nil where there are none.
  public var copies: StoryCopies?
  /// How many stories were compared: fewer than all while that is still going on.
  public var compared: Int
  /// How many stories there are.
  public var total: Int

  /// So many earlier stories of a thread are shown.
  private static let mostEarlier = 3

  /// Some stories, for tests.
  public init(
    stories: [RelatedStory] = [], earlier: [StoryIndex] = [], copies: StoryCopies? = nil, compared: Int,
    total: Int
  ) {
    (self.stories, self.earlier, self.copies) = (stories, earlier, copies)
    (self.compared, self.total) = (compared, total)
  }

  /// Finds them, which reads texts.
  /// - Parameters:
  ///   - story: the one that is read.
  ///   - library: the library to search.
  ///   - index: of this or of an earlier state of the library; nil before any stories have been compared.
  public init(to story: StoryIndex, in library: Library, _ index: RelatedIndex?) {
    guard let index else {
      self.init(compared: 0, total: library.order.count)
      return
    }
    var finder = RelatedFinder(library, index)
    self.init(
      stories: finder.related(to: story),
      earlier: finder.earlier(than: story, limit: AlikeStories.mostEarlier),
      copies: StoryCopies(of: story, in: library, finder),
      compared: min(index.storyCount, library.order.count), total: library.order.count)
  }
  /// Stories are still being compared.
  public var isPartial: Bool { compared < total }
}
