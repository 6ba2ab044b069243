import Marks
import StoryLibrary

/// How many stories of the list are not read: counted by what was marked, so that a key costs the same in a
/// library of any size. Of all stories it is always known: going back to them counts nothing.
extension ReaderState {
  /// Takes over what changed on disk.
  mutating func take(_ update: MarkUpdate) -> [ReaderEffect] {
    let titles = update.titles
    let before = (read: readCount(of: titles), listed: readCount(of: titles) { listing.contains($0) })
    marks.apply(update)
    unreadInLibrary -= readCount(of: titles) - before.read
    unreadCount -= readCount(of: titles) { listing.contains($0) } - before.listed
    var effects: [ReaderEffect] = []
    if let index = story?.index {
      let mark = mark(of: index)
      // The first marks may come after the first story: it goes to where the reader left it.
      if !hasInteracted { story?.go(toPlace: mark.place) }
      if story?.set(note: mark.note) == true { effects += refreshFind() }
    }
    return effects + (settings.sections.isEmpty ? [] : [.countSections])
  }

  /// Counts anew, for a library that has changed.
  mutating func countAllUnread() {
    unreadInLibrary = library.order.count - readCount(of: marks.titles)
    countUnread()
  }

  /// Counts anew, for another list: what is less of its stories and the marked ones.
  mutating func countUnread() {
    let count = listing.storyCount(in: library)
    unreadCount =
      listing.isEverything
      ? unreadInLibrary
      : count < marks.titles.count
        ? listing.count { !mark(of: $0).read }
        : count - readCount(of: marks.titles) { listing.contains($0) }
  }

  private func readCount(
    of titles: some Collection<StoryID>, where isMeant: (StoryIndex) -> Bool = { _ in true }
  ) -> Int {
    titles.reduce(0) { count, title in
      count + library.stories(titled: title).count { isMeant($0) && mark(of: $0).read }
    }
  }
}
