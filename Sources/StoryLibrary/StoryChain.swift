import Tables

/// The entries of a story and of a headline.
extension Library {
  /// The existing entries of a story record, most recently merged first.
  func chain(_ story: UInt32) -> [UInt32] {
    var result: [UInt32] = []
    visitChain(of: story) { result.append($0) }
    return result
  }

  /// Visits the existing entries of a story record.
  func visitChain(of story: UInt32, _ visit: (UInt32) -> Void) {
    var next = stories[story].firstEntry
    var left = entries.count
    while next != Library.none, left > 0 {
      let entry = entries[next]
      if !entry.isGone { visit(next) }
      (next, left) = (entry.nextOfStory, left - 1)
    }
  }

  /// The entries of a story and of its older versions under other headlines.
  func allEntries(of index: StoryIndex) -> [UInt32] {
    var result = chain(index.value)
    for older in olderVersions(of: index.value) { result += chain(older) }
    return result
  }

  /// The records of a story's older versions under other headlines.
  func olderVersions(of story: UInt32) -> [UInt32] {
    guard stories[story].hasOlderVersions else { return [] }
    let address = pages[entries[stories[story].shown].page].address
    var found: Set<UInt32> = []
    visitStories(at: address) { other, _ in
      if stories[other].isOlderVersion, stories[other].successor == story { found.insert(other) }
    }
    return found.sorted()
  }

  /// Visits the own entries of the pages with an address, and their stories.
  func visitStories(at address: UInt32, _ visit: (_ story: UInt32, _ entry: UInt32) -> Void) {
    guard address != Library.none else { return }
    var next = addresses[address].first
    var left = addressed.count
    while next != Library.none, left > 0 {
      let row = addressed[next]
      let entry = entries[row.entry]
      if !entry.isGone, entry.story != Library.none { visit(entry.story, row.entry) }
      (next, left) = (row.next, left - 1)
    }
  }

  /// The entries of a headline, including removed ones, most recently merged first.
  func chain(ofHeadline headline: UInt32, atMost limit: Int = .max) -> [UInt32] {
    var result: [UInt32] = []
    var next = headlines[headline].firstEntry
    while next != Library.none, result.count < min(limit, entries.count) {
      result.append(next)
      next = entries[next].nextOfHeadline
    }
    return result
  }

  /// The same, before they are changed.
  mutating func changedChain(ofHeadline headline: UInt32) -> [UInt32] {
    var result: [UInt32] = []
    var next = headlines[headline].firstEntry
    while next != Library.none, result.count < entries.count {
      entries.prepareChange(of: next)
      result.append(next)
      next = entries[next].nextOfHeadline
    }
    return result
  }

  /// Adds an entry to a story without changing the story's identity.
  mutating func link(_ number: UInt32, to story: UInt32) {
    var record = stories[story]
    let first = record.firstEntry
    entries.update(number) { ($0.story, $0.nextOfStory) = (story, first) }
    include(number, in: &record)
    if !record.needsSorting {
      record.needsSorting = true
      touched.append(story)
    }
    stories[story] = record
  }

  /// Updates a story record from one of its entries.
  mutating func include(_ number: UInt32, in record: inout StoryRecord) {
    let entry = entries[number]
    let saved = pages[entry.page].saved
    let times = record.savedTimes
    if isShownRather(number, than: record.shown, savedWithin: times) { record.shown = number }
    if isBetterDated(number, than: record.bestDated, savedWithin: times) { record.bestDated = number }
    let isOnNewPage = record.isEmpty || entries[record.firstEntry].page != entry.page
    if isOnNewPage { record.pageCount += 1 }
    record.hasPage = record.hasPage || entry.isOwn
    record.hasUnsourced = record.hasUnsourced || entry.source == 0
    record.include(saved: saved)
    record.firstEntry = number
  }

  /// Marks a story to be sorted.
  mutating func enqueue(_ story: UInt32) {
    guard !stories[story].needsSorting else { return }
    stories.update(story) { $0.needsSorting = true }
    touched.append(story)
  }

  /// Marks a headline whose entries must be grouped into stories.
  mutating func enqueue(headline: UInt32) {
    headlines.prepareChange(of: headline)
    guard !headlines[headline].needsGrouping else { return }
    headlines.update(headline) { ($0.needsGrouping, $0.isSimple) = (true, false) }
    touchedHeadlines.append(headline)
  }

  /// Marks an address whose pages must be compared.
  mutating func enqueue(address: UInt32) {
    guard address != Library.none, addresses[address].needsPairing == 0 else { return }
    addresses.update(address) { $0.needsPairing = 1 }
    touchedAddresses.append(address)
  }

  /// Removes the entries of a page from their stories; the remaining entries will be grouped again.
  mutating func clear(page: UInt32) {
    pages.prepareChange(of: page)
    let record = pages[page]
    guard !record.isGone else { return }
    for number in entryNumbers(ofPage: page) {
      entries.prepareChange(of: number)
      guard !entries[number].isGone else { continue }
      entries.update(number) { $0.isGone = true }
      enqueue(headline: headlineNumber(of: entries[number]))
    }
    enqueue(address: record.address)
    removeProblems(of: page)
    deadEntries += entryNumbers(ofPage: page).count
    pageCount -= record.isPage ? 1 : 0
    pages.update(page) { ($0.entryCount, $0.address) = (0, Library.none) }
  }
}
