import Tables

/// Links between stories that are listed beside each other, in both directions.
extension Library {
  /// The stories that a story's pages list beside it, in their order. A story that is only listed is related to the
  /// stories of the pages that list it, then to the other entries there.
  public func related(to index: StoryIndex) -> [StoryIndex] {
    let standing = sortedEntries(of: index)
    countSteps(standing.count)
    let own = standing.filter { entries[$0].isOwn }
    if !own.isEmpty { return distinct(own.flatMap { listed(onPage: entries[$0].page) }, except: index) }
    let pages = standing.map { entries[$0].page }
    return distinct(
      pages.compactMap { ownStory(ofPage: $0) } + pages.flatMap { listed(onPage: $0) }, except: index)
  }

  /// The stories whose pages list a story.
  public func backlinks(of index: StoryIndex) -> [StoryIndex] {
    let listings = sortedEntries(of: index).filter { !entries[$0].isOwn }
    countSteps(listings.count)
    return distinct(
      listings.compactMap { ownStory(ofPage: entries[$0].page) } + linkingStories(to: index), except: index)
  }

  /// Accesses the rows of a story and of all that are linked with it, so that those of a catalogue are in memory when the
  /// story is shown.
  public func loadRows(of index: StoryIndex) {
    let linked =
      related(to: index).prefix(Library.mostLoaded) + backlinks(of: index).prefix(Library.mostLoaded)
    for story in [index] + linked { _ = self[story] }
  }

  /// More than a screen has room for.
  private static let mostLoaded = 64

  private func listed(onPage page: UInt32) -> [StoryIndex] {
    entryNumbers(ofPage: page).filter { !entries[$0].isOwn }.map { visible(entries[$0].story) }
  }

  func ownStory(ofPage page: UInt32) -> StoryIndex? {
    let first = entryNumbers(ofPage: page).first
    return first.flatMap { entries[$0].isOwn ? visible(entries[$0].story) : nil }
  }

  private func distinct(_ stories: [StoryIndex], except index: StoryIndex) -> [StoryIndex] {
    // For a few stories, a linear search is faster than hashing.
    if stories.count <= 16 {
      return stories.indices.filter { stories[$0] != index && !stories[..<$0].contains(stories[$0]) }
        .map { stories[$0] }
    }
    var seen: Set<StoryIndex> = [index]
    return stories.filter { seen.insert($0).inserted }
  }
}
