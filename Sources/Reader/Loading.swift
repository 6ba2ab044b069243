import Marks
import StoryLibrary

/// How stories arrive on a screen that somebody is reading.
extension ReaderState {
  mutating func take(_ batches: [PageBatch]) {
    library.collect(batches)
    loading?.done += batches.reduce(0) { $0 + $1.fileCount }
    hasUnshownStories = true
  }

  mutating func showStories() -> [ReaderEffect] {
    let selected = selectedStory
    library.add([])
    hasUnshownStories = false
    recountUnread()
    return keepSelection(selected.map { library.current($0) })
  }

  /// Before the first key the newest story is selected, whichever it is; afterwards the selection and what is
  /// around it stay where they are on the screen.
  private mutating func keepSelection(_ selected: StoryIndex?) -> [ReaderEffect] {
    let count = library.order.count
    guard count > 0 else { return [] }
    guard hasBegun, let selected, let row = library.position(of: selected) else {
      list.select(0, count: count, visible: visibleStories)
      return showSelected()
    }
    list.follow(to: row, count: count, visible: visibleStories)
    return refreshStory()
  }

  /// A fuller copy of the story that is read may have come, or more stories related to it.
  private mutating func refreshStory() -> [ReaderEffect] {
    guard let index = story?.index else { return showSelected() }
    relayRelated()
    guard let location = library.bodyLocation(of: index), location != story?.location else { return [] }
    return [.readBody(index, location)]
  }

  mutating func receive(_ body: StoryBody, of index: StoryIndex, from location: BodyLocation) {
    guard index == story?.index else { return }
    let rows = storyRows
    story?.set(body, from: location, rows: rows)
  }

  mutating func take(_ update: MarkUpdate) {
    marks.apply(update)
    if !hasBegun, let index = story?.index {
      // The first marks may come after the first story: it goes to where the reader left it.
      let (place, rows) = (mark(of: index).place, storyRows)
      story?.go(toPlace: place, rows: rows)
    }
    recountUnread()
  }

  private mutating func recountUnread() {
    unreadCount = library.order.count { !mark(of: $0).read }
  }
}
