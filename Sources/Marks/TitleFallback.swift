import StoryLibrary

/// One kept value of one story, as a row of the database holds it.
struct MarkRow<Value: Sendable>: Sendable {
  let story: StoryIdentity
  /// Nil when the row is as if it had never been written: its step was undone.
  let value: Value?
  /// Among stories of one title the value with the highest order was set last; equal orders go by id.
  let order: Int
}

/// Values by story, which stories of the same title without a value of their own fall back to.
struct TitleFallback<Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    var titleID: StoryID
    var order: Int
  }

  /// The stories of one title that have a value: how many, and which had it set last.
  private struct Copies {
    var newest: StoryID
    var order: Int
    var count = 0

    /// Returns whether `newest` is right afterwards.
    mutating func set(_ id: StoryID, order: Int, isNew: Bool) -> Bool {
      if isNew { count += 1 }
      // Equal orders go by the id as SQLite compares it, which knows signed numbers only.
      if count > 1 && (order, id.signed) < (self.order, newest.signed) { return id != newest }
      newest = id
      self.order = order
      return true
    }
  }

  private var entries: [StoryID: Entry] = [:]
  private var copies: [StoryID: Copies] = [:]

  subscript(story: StoryIdentity) -> Value? {
    if entries.isEmpty { return nil }
    if let own = entries[story.id] { return own.value }
    if story.isSourceKnown { return entries[story.titleID]?.value }
    return copies[story.titleID].flatMap { entries[$0.newest]?.value }
  }

  /// The titles of the stories that have a value.
  var titles: some Collection<StoryID> { copies.keys }

  /// All values, each with the story it was set on.
  var values: some Collection<(story: StoryIdentity, value: Value)> {
    entries.lazy.map { (StoryIdentity(id: $0, titleID: $1.titleID), $1.value) }
  }

  mutating func apply(_ rows: [MarkRow<Value>]) {
    if rows.count > entries.count {
      entries.reserveCapacity(entries.count + rows.count)
      copies.reserveCapacity(copies.count + rows.count)
    }
    var unsettled: Set<StoryID> = []
    for row in rows {
      let isSettled: Bool
      if let value = row.value {
        isSettled = set(value, of: row.story, order: row.order)
      } else {
        isSettled = removeValue(of: row.story)
      }
      if !isSettled { unsettled.insert(row.story.titleID) }
    }
    if !unsettled.isEmpty { settle(unsettled) }
  }

  /// Returns whether the newest copy of the title is known afterwards; so does `removeValue`.
  private mutating func set(_ value: Value, of story: StoryIdentity, order: Int) -> Bool {
    let entry = Entry(value: value, titleID: story.titleID, order: order)
    let isNew = entries.updateValue(entry, forKey: story.id) == nil
    return copies[story.titleID, default: Copies(newest: story.id, order: order)]
      .set(story.id, order: order, isNew: isNew)
  }

  private mutating func removeValue(of story: StoryIdentity) -> Bool {
    guard entries.removeValue(forKey: story.id) != nil, var known = copies[story.titleID] else { return true }
    known.count -= 1
    copies[story.titleID] = known.count == 0 ? nil : known
    return known.count == 0 || known.newest != story.id
  }

  /// Looks for the newest copies of some titles among all entries. Rare: only when undoing took the newest value
  /// of a title that several sources share.
  private mutating func settle(_ titles: Set<StoryID>) {
    for title in titles { copies[title]?.count = 0 }
    for (id, entry) in entries where titles.contains(entry.titleID) {
      _ = copies[entry.titleID]?.set(id, order: entry.order, isNew: true)
    }
  }
}

extension StoryID {
  /// The bits of the number as SQLite keeps them.
  var signed: Int64 { Int64(bitPattern: rawValue) }

  init(signed: Int64) { self.init(rawValue: UInt64(bitPattern: signed)) }
}
