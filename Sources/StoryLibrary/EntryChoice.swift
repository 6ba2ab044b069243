import PageFormats
import Tables

/// Which of several copies of a story to believe. Each choice is a total order, so that any order of loading
/// gives the same library.
extension Library {
  /// The page saved later; of two saved at once the one whose path comes first.
  func isNewer(_ a: UInt32, than b: UInt32) -> Bool {
    let (left, right) = (pages[a], pages[b])
    if left.saved != right.saved { return left.saved > right.saved }
    if left.folder == right.folder { return fileNames.precedes(left.name, right.name) }
    return path(ofPage: a).utf8.lexicographicallyPrecedes(path(ofPage: b).utf8)
  }

  /// The longer text wins; of equal ones that of its own page, which keeps its paragraphs, then the newer
  /// page.
  func isFuller(_ a: UInt32?, than b: UInt32) -> Bool {
    guard let a, a != Library.none else { return false }
    guard b != Library.none else { return true }
    let (left, right) = (entries[a], entries[b])
    if left.bodyCount != right.bodyCount { return left.bodyCount > right.bodyCount }
    if left.isOwn != right.isOwn { return left.isOwn }
    return left.page != right.page && isNewer(left.page, than: right.page)
  }

  /// The more precise time wins, then the earlier; of the same time the newer page's words are shown.
  func isBetterDated(_ a: UInt32?, than b: UInt32) -> Bool {
    guard let a, a != Library.none, let time = entries[a].published else { return false }
    guard b != Library.none else { return true }
    let (left, right) = (entries[a], entries[b])
    let other = right.published
    guard time == other else { return StoryOrder.isBetter(time, than: other) }
    return left.page != right.page && isNewer(left.page, than: right.page)
  }

  /// All entries of a story: own pages first, then by the pages' age (newest first) and path.
  func sortedEntries(of index: StoryIndex) -> [UInt32] {
    let twin = stories[index.value].twin
    let all = chain(index.value) + (twin == Library.none ? [] : chain(twin))
    guard all.count > 1 else { return all }
    return all.sorted { a, b in
      let (left, right) = (entries[a], entries[b])
      if left.isOwn != right.isOwn { return left.isOwn }
      return left.page == right.page ? a < b : isNewer(left.page, than: right.page)
    }
  }
}
