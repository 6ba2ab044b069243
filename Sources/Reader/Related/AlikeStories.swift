public import StoryLibrary
public import Understanding

/// Stories related to a story by their texts, not by links on their pages; found outside the terminal's thread.
public struct AlikeStories: Hashable, Sendable {
  /// The most similar stories, each with the reason.
  public var stories: [RelatedStory]
  /// The latest stories before it in its thread, oldest first.
  public var earlier: [StoryIndex]
  /// Its copies; nil if there are none.
  public var copies: StoryCopies?
  /// The number of compared stories: fewer than all while the comparison is in progress.
  public var compared: Int
  /// The total number of stories.
  public var total: Int

  /// The maximum number of earlier stories of a thread that are shown.
  private static let mostEarlier = 3

  /// Given stories, for tests.
  public init(
    stories: [RelatedStory] = [], earlier: [StoryIndex] = [], copies: StoryCopies? = nil, compared: Int,
    total: Int
  ) {
    (self.stories, self.earlier, self.copies) = (stories, earlier, copies)
    (self.compared, self.total) = (compared, total)
  }

  /// Finds the related stories, which requires reading texts.
  /// - Parameters:
  ///   - story: the open story.
  ///   - library: the library to search.
  ///   - index: the index of this or an earlier state of the library; nil before any stories have been compared.
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
  /// Whether stories are still being compared.
  public var isPartial: Bool { compared < total }
}
