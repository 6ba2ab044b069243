import PageFormats
import Tables

/// The list's order: newest first. A story without a publication time is sorted by when it was saved; of two equally
/// new ones the one with the lower identity comes first, so that every run shows the same list.
enum StoryOrder {
  /// Which of two copies' times to use: the more precise one, then the earlier one.
  static func isBetter(_ a: PublicationTime?, than b: PublicationTime?) -> Bool {
    guard let a else { return false }
    guard let b else { return true }
    return a.precision != b.precision ? a.precision < b.precision : a.seconds < b.seconds
  }

  /// Determines a story's position.
  struct Key {
    var time: Int64
    var id: UInt64
    var story: UInt32

    static func comesBefore(_ a: Key, _ b: Key) -> Bool { a.time != b.time ? a.time > b.time : a.id < b.id }
  }
}

extension Library {
  /// Up to this many stories are inserted one by one.
  private static let fewStories = 32
  private static let sortedAtOnce = 1 << 14

  /// Moves touched stories to their positions; the others keep their order. Many stories cost one pass over the list, a
  /// few only the search for their positions, and those that stay where they are nothing.
  mutating func updateOrder() {
    updateStories()
    guard !touched.isEmpty else { return }
    revision += 1
    let moved = touched.filter { isMisplaced($0) }
    if moved.count <= Library.fewStories {
      for story in moved { takeOut(story) }
      for story in moved where belongsInList(story) { putIn(story) }
    } else {
      // The keys of all stories at once would take much memory.
      let size = max(Library.sortedAtOnce, moved.count / 4)
      for start in stride(from: 0, to: moved.count, by: size) {
        reorder(moved[start..<min(start + size, moved.count)])
      }
    }
    for story in touched { stories.update(story) { $0.needsSorting = false } }
    touched.removeAll()
  }

  /// Whether a story must be inserted, removed or moved. A story whose identity changes is removed at once (`write`).
  private func isMisplaced(_ story: UInt32) -> Bool {
    let belongs = belongsInList(story)
    return belongs != stories[story].isListed || belongs && newKey(of: story).time != stories[story].sortTime
  }

  private func belongsInList(_ story: UInt32) -> Bool {
    !stories[story].isEmpty && !stories[story].isOlderVersion
  }

  mutating func takeOut(_ story: UInt32) {
    guard stories[story].isListed, let place = position(of: StoryIndex(Int(story))) else { return }
    ordered.remove(at: place)
    stories.update(story) { $0.isListed = false }
  }

  private mutating func putIn(_ story: UInt32) {
    let key = newKey(of: story)
    stories.update(story) { ($0.sortTime, $0.isListed) = (key.time, true) }
    ordered.insert(story, at: place(of: key))
  }

  /// Accesses each of these stories once, and others only to compare them: they are far apart in memory, and the user
  /// may be waiting.
  private mutating func reorder(_ misplaced: ArraySlice<UInt32>) {
    var isMoved = Table<Bool>(zeros: stories.count)
    var moved: [StoryOrder.Key] = []
    moved.reserveCapacity(misplaced.count)
    for story in misplaced {
      isMoved[story] = true
      let key = belongsInList(story) ? newKey(of: story) : nil
      stories.update(story) { record in
        record.isListed = key != nil
        if let key { record.sortTime = key.time }
      }
      if let key { moved.append(key) }
    }
    moved.sort(by: StoryOrder.Key.comesBefore)
    var kept: [UInt32] = []
    kept.reserveCapacity(ordered.count)
    ordered.forEachChunk { stories in
      for story in stories where !isMoved[story] { kept.append(story) }
    }
    ordered = RowList(merged(kept, moved))
  }

  private func merged(_ kept: [UInt32], _ moved: [StoryOrder.Key]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(kept.count + moved.count)
    var start = 0
    for key in moved {
      let end = place(of: key, in: kept[start...])
      result += kept[start..<end]
      result.append(key.story)
      start = end
    }
    result += kept[start...]
    return result
  }

  /// The number of stories that come before a key. Searches near the first of them first, because keys arrive in order
  /// too; each accessed story is a row elsewhere in memory.
  private func place(of key: StoryOrder.Key, in stories: ArraySlice<UInt32>) -> Int {
    func isBefore(_ place: Int) -> Bool {
      countSteps(1)
      return StoryOrder.Key.comesBefore(self.key(of: stories[place]), key)
    }
    var (low, step) = (stories.startIndex, 1)
    while low + step <= stories.endIndex, isBefore(low + step - 1) { (low, step) = (low + step, step * 2) }
    var high = min(low + step - 1, stories.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The key that determined a story's current position.
  func key(of story: UInt32) -> StoryOrder.Key {
    let record = stories[story]
    return StoryOrder.Key(time: record.sortTime, id: record.id, story: story)
  }

  private func newKey(of story: UInt32) -> StoryOrder.Key {
    let record = stories[story]
    let published = record.bestDated == Library.none ? nil : entries[record.bestDated].published
    let time = published?.seconds ?? record.saved
    return StoryOrder.Key(time: time, id: record.id, story: story)
  }

  /// A story's position in ``order``; nil if it is not in the list.
  public func position(of index: StoryIndex) -> Int? {
    let place = place(of: key(of: index.value))
    return place < ordered.count && ordered[place] == index.value ? place : nil
  }

  private func place(of key: StoryOrder.Key) -> Int {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = StoryOrder.Key.comesBefore(self.key(of: ordered[middle]), key)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
