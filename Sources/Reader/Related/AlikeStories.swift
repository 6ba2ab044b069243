public import StoryLibrary
public import Understanding

/// What stories say, and not their pages, of what belongs to a story: found beside the terminal's thread.
public struct AlikeStories: Hashable, Sendable {
  /// The stories most like it, each with why.
  public var stories: [RelatedStory]
  /// The latest stories that came before it in its thread, oldest first.
  public var earlier: [StoryIndex]
  /// How many stories were compared: fewer than all while that is still going on.
  public var compared: Int
  /// How many stories there are.
  public var total: Int

  /// So many earlier stories of a thread are shown.
  private static let mostEarlier = 3

  /// Some stories, for tests.
  public init(
    stories: [RelatedStory] = [], earlier: [StoryIndex] = [], compared: Int, total: Int
  ) {
    (self.stories, self.earlier, self.compared, self.total) = (stories, earlier, compared, total)
  }

  /// Finds them, which reads texts.
  /// - Parameters:
  ///   - story: the one that is read.
  ///   - library: whose stories are looked for.
  ///   - index: of this or of an earlier state of the library.
  public init(to story: StoryIndex, in library: Library, _ index: RelatedIndex) {
    var finder = RelatedFinder(library, index)
    self.init(
      stories: finder.related(to: story),
      earlier: finder.earlier(than: story, limit: AlikeStories.mostEarlier),
      compared: min(index.storyCount, library.order.count), total: library.order.count)
  }
}
