import PageFormats
import Tables

/// Chooses among a story's entries. Each choice is a total order, so that any loading order yields the same library.
extension Library {
  /// Whether page `a` was saved later than page `b`; if both were saved at the same time, whether its path comes first.
  /// `times`: when the pages of a story with page `b` were saved, if known; mostly page `b` need not be accessed then.
  func isNewer(_ a: UInt32, than b: UInt32, savedWithin times: ClosedRange<Int64>? = nil) -> Bool {
    let left = pages[a]
    if let times, !times.contains(left.saved) { return left.saved > times.upperBound }
    let right = pages[b]
    if left.saved != right.saved { return left.saved > right.saved }
    if left.folder == right.folder { return fileNames.precedes(left.name, right.name) }
    return path(ofPage: a).utf8.lexicographicallyPrecedes(path(ofPage: b).utf8)
  }

  /// Decides whose text is shown: the newest version on the story's own page, unless it is cut off. Otherwise, and
  /// among pages saved at the same time, the longest text; of equally long ones that of an own page, then that of the
  /// newer page.
  func isShownRather(_ a: UInt32, than b: UInt32, savedWithin times: ClosedRange<Int64>? = nil) -> Bool {
    guard a != Library.none, b != Library.none else { return a != Library.none }
    let (left, right) = (entries[a], entries[b])
    let (isLeftWhole, isRightWhole) = (isWholeOwnText(left), isWholeOwnText(right))
    if isLeftWhole != isRightWhole { return isLeftWhole }
    if isLeftWhole, pages[left.page].saved != pages[right.page].saved {
      return pages[left.page].saved > pages[right.page].saved
    }
    if left.hasText != right.hasText { return left.hasText }
    if left.byteCount != right.byteCount { return left.byteCount > right.byteCount }
    if left.isOwn != right.isOwn { return left.isOwn }
    return left.page != right.page ? isNewer(left.page, than: right.page, savedWithin: times) : a < b
  }

  private func isWholeOwnText(_ entry: EntryRecord) -> Bool { entry.isOwn && entry.hasText && !entry.isCut }

  /// Decides whose time is shown: the more precise one, then the earlier one; of equal times, the wording of the newer
  /// page.
  func isBetterDated(_ a: UInt32, than b: UInt32, savedWithin times: ClosedRange<Int64>? = nil) -> Bool {
    guard a != Library.none, let time = entries[a].published else { return false }
    guard b != Library.none else { return true }
    let (left, right) = (entries[a], entries[b])
    let other = right.published
    guard time == other else { return StoryOrder.isBetter(time, than: other) }
    return left.page != right.page && isNewer(left.page, than: right.page, savedWithin: times)
  }

  /// The time of an entry: as stated by its page, otherwise when the page was saved.
  func time(of entry: EntryRecord) -> Int64 { entry.published?.seconds ?? pages[entry.page].saved }

  /// All entries of a story, including those of older versions: own pages first, then by page age (newest first) and
  /// path.
  func sortedEntries(of index: StoryIndex) -> [UInt32] {
    let all = allEntries(of: index)
    guard all.count > 1 else { return all }
    return all.sorted { a, b in
      let (left, right) = (entries[a], entries[b])
      if left.isOwn != right.isOwn { return left.isOwn }
      if left.page == right.page { return a < b }
      // Of own pages saved at the same time, the one whose text is shown is the newer version. A page has only one text
      // of its own, so no other entry of it comes in between.
      let isAtOnce = left.isOwn && pages[left.page].saved == pages[right.page].saved
      return isAtOnce ? isShownRather(a, than: b) : isNewer(left.page, than: right.page)
    }
  }
}
