import StoryLibrary

/// A value of one story in a row of the database.
struct MarkRow<Value: Sendable>: Sendable {
  let story: MarkedStory
  /// Nil if the row's step was undone.
  let value: Value?
  /// The value with the highest order was set last; equal orders go by id.
  let order: Int
}

/// Values by story, which are also found for a story that was saved again: by its text, its address or, if nothing else
/// is known of the marked story, its headline and source.
struct StoryValues<Value: Sendable>: Sendable {
  struct Entry: Sendable {
    var story: MarkedStory
    var value: Value
    var order: Int
  }

  private var entries = ChunkedDictionary<StoryID, Entry>()
  private var titled = ChunkedDictionary<StoryID, TitledStories>()
  private var addressed = ChunkedDictionary<UInt64, [StoryID]>()

  subscript(story: StoryIdentity) -> Value? { entry(for: story)?.value }

  /// The value of a story, stored under its own identity or the one it had when it was marked.
  func entry(for story: StoryIdentity) -> Entry? {
    if entries.isEmpty { return nil }
    return entries[story.id] ?? nearest(to: story)
  }

  /// False if no value can be that of a story with a title and, if it has a page, an address. In constant time, without
  /// the story's identity.
  func mayHave(titled title: StoryID, hasPage: Bool) -> Bool {
    !entries.isEmpty && (titled[title] != nil || hasPage && !addressed.isEmpty)
  }

  /// The value stored under exactly this identity.
  func ownEntry(_ id: StoryID) -> Entry? { entries[id] }

  private func nearest(to story: StoryIdentity) -> Entry? {
    var best: (distance: Int, entry: Entry)?
    func consider(_ id: StoryID) {
      guard let entry = entries[id], let distance = entry.story.distance(to: story) else { return }
      if let known = best,
        (known.distance, -known.entry.order, known.entry.story.id.signed)
          <= (distance, -entry.order, id.signed)
      {
        return
      }
      best = (distance, entry)
    }
    titled[story.titleID]?.visit(likely: story, consider)
    // Marks that only have a headline are stored under its identity.
    consider(story.headline.sourced)
    if story.isSourceKnown { consider(story.titleID) }
    if story.address != 0 {
      for id in addressed[story.address] ?? [] { consider(id) }
    }
    return best?.entry
  }

  /// The titles of the stories that have a value, each once.
  var titles: some Collection<StoryID> { titled.entries.lazy.map(\.key) }
  /// How many such titles there are.
  var titleCount: Int { titled.count }

  /// All values, each with the story it was set on.
  var values: some Collection<(story: StoryIdentity, value: Value)> {
    entries.entries.lazy.map { ($0.value.story.identity, $0.value.value) }
  }

  /// How many entries changes have copied.
  var copiedCount: Int { entries.copiedCount + titled.copiedCount + addressed.copiedCount }

  mutating func apply(_ rows: [MarkRow<Value>]) {
    for row in rows {
      let old = entries[row.story.id]?.story.identity
      if let value = row.value {
        entries[row.story.id] = Entry(story: row.story, value: value, order: row.order)
        if let old, old.text == row.story.identity.text, old.address == row.story.identity.address {
          continue
        }
        if let old { forget(old) }
        add(row.story.identity)
      } else if let old {
        entries[row.story.id] = nil
        forget(old)
      }
    }
  }

  private mutating func add(_ story: StoryIdentity) {
    titled.change(story.titleID) { [entries] stories in
      if stories == nil {
        stories = TitledStories(story.id)
      } else {
        stories?.insert(story.id) { entries[$0]?.story.identity }
      }
    }
    guard story.address != 0 else { return }
    addressed.change(story.address) { $0 = ($0 ?? []) + [story.id] }
  }

  private mutating func forget(_ story: StoryIdentity) {
    titled.change(story.titleID) { if $0?.remove(story) == true { $0 = nil } }
    guard story.address != 0 else { return }
    addressed.change(story.address) { stories in
      stories?.removeAll { $0 == story.id }
      if stories?.isEmpty == true { stories = nil }
    }
  }
}

/// The marked stories of one headline: mostly one, which needs no allocation. If there are many, those that may match a
/// story are found by keys of their texts.
private struct TitledStories: Sendable {
  /// Up to this number, all are compared.
  private static var few: Int { 32 }
  /// Keys with more stories are ignored.
  private static var most: Int { 128 }

  private var first: StoryID
  private var others: Set<StoryID> = []
  private var keyed: [UInt64: Set<StoryID>] = [:]

  init(_ first: StoryID) { self.first = first }

  mutating func insert(_ id: StoryID, identity: (StoryID) -> StoryIdentity?) {
    others.insert(id)
    if others.count < TitledStories.few { return }
    let new = keyed.isEmpty ? others.union([first]) : [id]
    for id in new {
      guard let story = identity(id) else { continue }
      MarkedStory.visitKeys(of: story) { keyed[$0, default: []].insert(id) }
    }
  }

  /// Returns whether none is left.
  mutating func remove(_ story: StoryIdentity) -> Bool {
    if first == story.id {
      guard let other = others.popFirst() else { return true }
      first = other
    } else {
      others.remove(story.id)
    }
    if !keyed.isEmpty {
      MarkedStory.visitKeys(of: story) { key in keyed[key]?.remove(story.id) }
    }
    return false
  }

  func visit(likely story: StoryIdentity, _ visit: (StoryID) -> Void) {
    guard !keyed.isEmpty else {
      visit(first)
      for id in others { visit(id) }
      return
    }
    var likely: Set<StoryID> = []
    MarkedStory.visitKeys(of: story) { key in
      if let found = keyed[key], found.count <= TitledStories.most { likely.formUnion(found) }
    }
    for id in likely { visit(id) }
  }
}

extension StoryID {
  /// The bits of the number, as SQLite stores them.
  var signed: Int64 { Int64(bitPattern: rawValue) }

  init(signed: Int64) { self.init(rawValue: UInt64(bitPattern: signed)) }
}
