import Marks
import StoryLibrary

/// How many stories of the list are not read: counted by what was marked, so that a key costs the same in a
/// library of any size.
extension ReaderState {
  /// Takes over what changed on disk.
  mutating func take(_ update: MarkUpdate) -> [ReaderEffect] {
    let titles = update.titles
    let before = readCount(of: titles)
    marks.apply(update)
    unreadCount -= readCount(of: titles) - before
    if !hasBegun, let index = story?.index {
      // The first marks may come after the first story: it goes to where the reader left it.
      let (place, rows) = (mark(of: index).place, storyRows)
      story?.go(toPlace: place, rows: rows)
    }
    if let index = story?.index {
      let (note, rows) = (mark(of: index).note, storyRows)
      story?.set(note: note, rows: rows)
      refreshFind()
    }
    return options.sections.isEmpty ? [] : [.countSections]
  }

  /// Counts anew, for a list that has changed.
  mutating func countUnread() {
    unreadCount = listing.storyCount(in: library) - readCount(of: marks.titles)
  }

  private func readCount(of titles: some Collection<StoryID>) -> Int {
    titles.reduce(0) { count, title in
      count + library.stories(titled: title).count { listing.contains($0) && mark(of: $0).read }
    }
  }
}
