import Tables

/// How entries hang on their story, and what the story takes from them.
extension Library {
  /// Adds an entry to a story.
  mutating func link(_ number: UInt32, to story: UInt32) {
    var record = stories[story]
    let wasEmpty = record.isEmpty
    if wasEmpty { record.forgetEntries() }
    entries.update(number) { $0.next = record.firstEntry }
    take(number, into: &record)
    stories[story] = record
    if wasEmpty, record.hasNamesakes { pairNamesakes(of: story) }
    touch(story)
  }

  private func take(_ number: UInt32, into record: inout StoryRecord) {
    let entry = entries[number]
    if isFuller(number, than: record.fullest) { record.fullest = number }
    if isBetterDated(number, than: record.dated) { record.dated = number }
    let isOnNewPage = record.isEmpty || entries[record.firstEntry].page != entry.page
    if isOnNewPage { record.pageCount &+= 1 }
    record.hasPage = record.hasPage || entry.isOwn
    record.saved = max(record.saved, pages[entry.page].saved)
    record.firstEntry = number
  }

  /// Takes the entries of a page away from their stories, which choose again among those they have left.
  mutating func clear(page: UInt32) {
    let record = pages[page]
    guard !record.isGone else { return }
    var affected: Set<UInt32> = []
    for entry in entryNumbers(ofPage: page) { affected.insert(entries[entry].story) }
    for story in affected.sorted() { unlink(entriesOf: page, from: story) }
    if record.hasProblems { removeProblems(of: page) }
    deadEntries += entryNumbers(ofPage: page).count
    pageCount -= record.isPage ? 1 : 0
    pages.update(page) { $0.entryCount = 0 }
  }

  private mutating func unlink(entriesOf page: UInt32, from story: UInt32) {
    let rest = chain(story).filter { entries[$0].page != page }
    var record = stories[story]
    if rest.isEmpty {
      // What it was is still known, for somebody who is reading it.
      record.firstEntry = Library.none
    } else {
      record.forgetEntries()
      for entry in rest.reversed() {
        entries.update(entry) { $0.next = record.firstEntry }
        take(entry, into: &record)
      }
    }
    stories[story] = record
    if rest.isEmpty, record.hasNamesakes { pairNamesakes(of: story) }
    touch(story)
  }

  /// Copies without a source belong to the story that has one; where several sources ran the same headline,
  /// to the one with the lowest identity, so that the order of loading makes no difference.
  private mutating func pairNamesakes(of story: UInt32) {
    let all = namesakes(from: firstNamesake(stories[story].titleID))
    let present = all.filter { !stories[$0].isEmpty }
    let sourceless = present.first { !stories[$0].identity.isSourceKnown }
    let owner = present.filter { stories[$0].identity.isSourceKnown }
      .min { stories[$0].id < stories[$1].id }
    for record in all {
      let twin = record == owner ? sourceless : record == sourceless ? owner : nil
      guard stories[record].twin != twin ?? Library.none else { continue }
      touch(record)
      stories.update(record) { $0.twin = twin ?? Library.none }
      touch(record)
    }
  }

  /// A story and its twin wait to be put in order.
  mutating func touch(_ story: UInt32) {
    mark(story)
    let twin = stories[story].twin
    if twin != Library.none { mark(twin) }
  }

  private mutating func mark(_ story: UInt32) {
    guard !stories[story].isTouched else { return }
    stories.update(story) { $0.isTouched = true }
    touched.append(story)
  }
}

extension StoryRecord {
  /// What was taken from entries is to be taken anew.
  fileprivate mutating func forgetEntries() {
    (firstEntry, fullest, dated) = (Library.none, Library.none, Library.none)
    (pageCount, saved, hasPage) = (0, .min, false)
  }
}
