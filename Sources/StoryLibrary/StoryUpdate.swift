import Tables
import Text

/// Groups the entries of headlines into stories, after all batches have been merged.
extension Library {
  /// Groups the entries of all headlines that gained or lost entries. Each headline is processed once, however many
  /// pages were merged.
  mutating func updateStories() {
    // In the order of their rows, because neighbours are in memory, or in the file, together.
    for headline in touchedHeadlines.sorted() {
      headlines.update(headline) { $0.needsGrouping = false }
      regroup(headline)
    }
    touchedHeadlines.removeAll()
    for address in touchedAddresses {
      addresses.update(address) { $0.needsPairing = 0 }
      pairVersions(at: address)
    }
    touchedAddresses.removeAll()
  }

  private mutating func regroup(_ headline: UInt32) {
    let all = changedChain(ofHeadline: headline)
    let old = stories(of: all)
    for story in old { stories.prepareChange(of: story) }
    let present = all.filter { !entries[$0].isGone }
    relink(present, headline)
    for story in old { pairAgain(story) }
    guard !present.isEmpty else { return leave(old) }
    let parts = HeadlineParts(present, of: headline, before: old.count == 1 ? (old[0], all) : nil, in: self)
    let numbers = numbers(for: parts.stories, old: old)
    for (number, part) in zip(numbers, parts.stories) { write(part, as: number, headline) }
    if numbers != old { leave(Set(old).subtracting(numbers).sorted()) }
    settleSuccession(of: numbers)
    headlines.update(headline) { $0.isSimple = parts.isSimple }
    for story in numbers { pairAgain(story) }
  }

  /// The stories that some entries belong to, each once, sorted by number.
  private func stories(of chain: [UInt32]) -> [UInt32] {
    let numbers = chain.map { entries[$0].story }.sorted()
    var found: [UInt32] = []
    for number in numbers where number != Library.none && number != found.last { found.append(number) }
    return found
  }

  private mutating func relink(_ present: [UInt32], _ headline: UInt32) {
    var next = Library.none
    for entry in present.reversed() {
      entries.update(entry) { $0.nextOfHeadline = next }
      next = entry
    }
    headlines.update(headline) { $0.firstEntry = next }
  }

  /// A story keeps its number while it keeps its identity, and otherwise as long as no other story has a better claim
  /// to the number, so that a reader of the story is not interrupted.
  private mutating func numbers(for parts: [StoryPart], old: [UInt32]) -> [UInt32] {
    // Most headlines are one story and remain so.
    if parts.count == 1, old.count == 1, stories[old[0]].id == parts[0].id.rawValue { return old }
    var free = Set(old)
    let known = Dictionary(old.map { (stories[$0].id, $0) }) { first, _ in first }
    var numbers: [UInt32?] = parts.map { known[$0.id.rawValue] }
    free.subtract(numbers.compactMap { $0 })
    for (index, part) in parts.enumerated() where numbers[index] == nil {
      let number = part.entries.map { entries[$0].story }.filter { free.contains($0) }.min()
      if let number { free.remove(number) }
      numbers[index] = number
    }
    return zip(parts, numbers).map { part, number in
      number
        ?? addStory(
          StoryRecord(id: part.id.rawValue, sourcedID: part.sourced.rawValue, headline: Library.none))
    }
  }

  /// - Returns: the number of the new story.
  mutating func addStory(_ record: StoryRecord) -> UInt32 {
    let number = UInt32(stories.count)
    stories.append(record)
    insertIdentity(of: number)
    return number
  }

  /// Makes a story findable by its new identity. Its earlier ones remain valid until the table grows.
  private mutating func addIdentity(of story: UInt32) {
    let id = stories[story].id
    var probe = storySlots.probe(id)
    while let known = probe.next(in: storySlots) {
      if known == story { return }
    }
    insertIdentity(of: story)
  }

  private mutating func insertIdentity(of story: UInt32) {
    if storySlots.isFull {
      storySlots.grow(rows: stories.count) { stories[$0].id }
    } else {
      storySlots.insert(story, stories[story].id)
    }
  }

  private mutating func write(_ part: StoryPart, as number: UInt32, _ headline: UInt32) {
    let old = stories[number]
    var record = StoryRecord(id: part.id.rawValue, sourcedID: part.sourced.rawValue, headline: headline)
    (record.needsSorting, record.isListed, record.sortTime) = (old.needsSorting, old.isListed, old.sortTime)
    // Its position in the list is found by its time and identity.
    if record.isListed, old.id != record.id { takeOut(number) }
    record.isListed = stories[number].isListed
    for entry in part.entries.sorted() {
      let first = record.firstEntry
      entries.update(entry) { ($0.story, $0.nextOfStory) = (number, first) }
      include(entry, in: &record)
    }
    stories[number] = record
    if old.id != record.id { addIdentity(of: number) }
    enqueue(number)
  }

  /// Handles stories without entries. Their identity stays known, in case one is being read; the story that their
  /// entries were merged into is shown instead.
  private mutating func leave(_ left: [UInt32]) {
    guard !left.isEmpty else { return }
    var moved: [UInt32: UInt32] = [:]
    for story in left {
      let shown = entries[stories[story].shown]
      if !shown.isGone, shown.story != story { moved[story] = shown.story }
    }
    for story in left {
      let successor = moved[story] ?? Library.none
      stories.update(story) { record in
        (record.firstEntry, record.successor, record.pageCount) = (Library.none, successor, 0)
        (record.isOlderVersion, record.hasOlderVersions) = (false, false)
      }
      enqueue(story)
    }
  }
}

/// Decides which story has which marks of a headline alone (see `MarkInheritance`).
extension Library {
  private mutating func settleSuccession(of numbers: [UInt32]) {
    for story in numbers {
      stories.update(story) { ($0.successor, $0.unsourcedSuccessor) = (Library.none, Library.none) }
    }
    guard numbers.count > 1 else { return }
    let bySource = Dictionary(grouping: numbers) { stories[$0].sourcedID }
    for (_, same) in bySource {
      for (story, successor) in successors(same) { stories.update(story) { $0.successor = successor } }
    }
    for (story, successor) in successors(numbers.filter { stories[$0].hasUnsourced }) {
      stories.update(story) { $0.unsourcedSuccessor = successor }
    }
  }

  /// For each story, the next longer one in the order in which they were saved; the story itself if a longer one
  /// existed when it was saved.
  private func successors(_ numbers: [UInt32]) -> [(story: UInt32, successor: UInt32)] {
    let lengths = Dictionary(uniqueKeysWithValues: numbers.map { ($0, longestText(of: $0)) })
    let sorted = numbers.sorted { a, b in
      let (left, right) = (stories[a], stories[b])
      if left.firstSaved != right.firstSaved { return left.firstSaved < right.firstSaved }
      let (longer, shorter) = (lengths[a] ?? 0, lengths[b] ?? 0)
      return longer != shorter ? longer > shorter : left.id < right.id
    }
    var result: [(UInt32, UInt32)] = []
    var last: UInt32?
    for story in sorted {
      guard let known = last else {
        last = story
        continue
      }
      if lengths[story] ?? 0 > lengths[known] ?? 0 {
        result.append((known, story))
        last = story
      } else {
        result.append((story, story))
      }
    }
    return result
  }

  private func longestText(of story: UInt32) -> UInt32 {
    var longest: UInt32 = 0
    visitChain(of: story) { longest = max(longest, entries[$0].byteCount) }
    return longest
  }

  /// Which marks of its headline and source a story has.
  func inheritance(of record: StoryRecord) -> MarkInheritance {
    func span(until successor: UInt32) -> Range<Int64> {
      guard successor != Library.none else { return record.firstSaved..<max(record.firstSaved, .max) }
      return record.firstSaved..<max(record.firstSaved, stories[successor].firstSaved)
    }
    return MarkInheritance(
      sourced: record.isOlderVersion ? 0..<0 : span(until: record.successor),
      unsourced: record.hasUnsourced ? span(until: record.unsourcedSuccessor) : 0..<0)
  }
}

/// Versions of a story under other headlines: their pages have the same address.
extension Library {
  private mutating func pairAgain(_ story: UInt32) {
    guard addresses.count > 0, stories[story].hasPage else { return }
    let found = chain(story).filter { entries[$0].isOwn }.map { pages[entries[$0].page].address }
    for address in Set(found) where address != Library.none { enqueue(address: address) }
  }

  /// Of the stories at an address whose texts are mostly the same, the one saved last is shown.
  private mutating func pairVersions(at address: UInt32) {
    var newest: [UInt32: UInt32] = [:]
    visitStories(at: address) { story, entry in
      if let known = newest[story], !isNewer(entries[entry].page, than: entries[known].page) { return }
      newest[story] = entry
    }
    let found = newest.keys.filter { pages[entries[stories[$0].shown].page].address == address }.sorted {
      isNewer(entries[stories[$0].shown].page, than: entries[stories[$1].shown].page)
    }
    guard let main = found.first else { return }
    let text = sketches[entries[stories[main].shown].text]
    var older: [UInt32] = []
    for story in found.dropFirst() where stories[story].headline != stories[main].headline {
      if sketches[entries[stories[story].shown].text].relation(to: text) != .different { older.append(story) }
    }
    for story in found {
      let (isOlder, hasOlder) = (older.contains(story), story == main && !older.isEmpty)
      let record = stories[story]
      guard record.isOlderVersion != isOlder || record.hasOlderVersions != hasOlder || isOlder else {
        continue
      }
      stories.update(story) { record in
        (record.isOlderVersion, record.hasOlderVersions) = (isOlder, hasOlder)
        if isOlder {
          record.successor = main
        } else if record.successor != story {
          record.successor = Library.none
        }
      }
      enqueue(story)
    }
  }
}
