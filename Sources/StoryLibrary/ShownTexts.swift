import PageFormats
import Tables

/// The text shown for each story, for comparing the texts of stories.
extension Library {
  /// The story for which the n-th entry of a page is shown; nil for an entry whose story has a better one.
  public func storyShown(ofFile number: Int, entry: Int) -> StoryIndex? {
    let entries = entryNumbers(ofPage: UInt32(number))
    guard entry < entries.count else { return nil }
    let place = entries.lowerBound + UInt32(entry)
    let record = self.entries[place].story
    guard record != Library.none else { return nil }
    let story = visible(record)
    return stories[story.value].shown == place ? story : nil
  }

  /// The story with a number (see ``storyNumbers``); nil if no text is shown for it, or if it was merged into another
  /// story.
  public func storyShown(numbered number: Int) -> StoryIndex? {
    guard storyNumbers.contains(number) else { return nil }
    let index = StoryIndex(number)
    return current(index) == index && stories[index.value].shown != Library.none ? index : nil
  }

  /// The number of the file with the text shown for a story (see ``fileNumbers``).
  public func shownFile(of index: StoryIndex) -> Int? {
    let shown = stories[index.value].shown
    return shown == Library.none ? nil : Int(entries[shown].page)
  }

  /// A number for a story and the text shown for it, independent of the file: it is the same in any library and changes
  /// when another text is shown.
  public func textKey(of index: StoryIndex) -> UInt64 {
    let record = stories[index.value]
    guard record.shown != Library.none else { return 0 }
    var mixer = Mixer()
    mixer.add(record.id)
    mixer.add(sketches[entries[record.shown].text].hash64)
    return mixer.value
  }

  /// The day on which a story was published, counted from 1970-01-01 (UTC); nil if no page states it.
  public func publishedDay(of index: StoryIndex) -> Int32? {
    let dated = stories[index.value].bestDated
    guard dated != Library.none, let published = entries[dated].published else { return nil }
    return Int32(clamping: Int64((Double(published.seconds) / 86_400).rounded(.down)))
  }

  /// The files of a story's own pages, not of pages that only list it: newest first.
  public func ownPagePaths(of index: StoryIndex) -> [String] {
    var seen: Set<UInt32> = []
    return sortedEntries(of: index).filter { entries[$0].isOwn }.map { entries[$0].page }
      .filter { seen.insert($0).inserted }.map { path(ofPage: $0) }
  }
}
