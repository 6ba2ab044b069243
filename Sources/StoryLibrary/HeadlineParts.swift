import Tables
import Text

/// A story being built: some entries with one headline.
struct StoryPart {
  var id: StoryID
  /// The identity made from headline and source.
  var sourced: StoryID
  var entries: [UInt32]
}

/// Divides entries with one headline into stories.
struct HeadlineParts {
  private(set) var stories: [StoryPart] = []
  /// See ``HeadlineRecord/isSimple``.
  private(set) var isSimple = false

  private let title: StoryID
  private var sourced: [UInt32: StoryID] = [:]

  /// A text with one source or none, on all pages that have it.
  private struct Node {
    var text: StoryGrouping.Text
    var entries: [UInt32]
    /// When the first of these pages was saved.
    var firstSaved: Int64
  }

  private struct NodeKey: Hashable {
    var sourced: StoryID
    var text: TextSketch
  }

  /// - Parameters:
  ///   - entries: the existing entries.
  ///   - headline: the headline of the entries.
  ///   - before: the only story that the headline had, and its entries, including removed ones; nil if it had none or
  ///     several.
  ///   - library: the library with the entries.
  init(
    _ entries: [UInt32], of headline: UInt32, before: (story: UInt32, entries: [UInt32])?, in library: Library
  ) {
    title = StoryID(rawValue: library.headlines[headline].id)
    let hasAddress = entries.contains { library.pages[library.entries[$0].page].address != Library.none }
    if isOneText(entries, library) {
      isSimple = !hasAddress
      if let before, isOneText(before.entries, library) {
        // The story continues with the text that it had.
        let record = library.stories[before.story]
        let (id, sourced) = (StoryID(rawValue: record.id), StoryID(rawValue: record.sourcedID))
        stories.append(StoryPart(id: id, sourced: sourced, entries: entries))
      } else {
        addOneText(entries, library)
      }
      return
    }
    // Sorted independently of the loading order.
    let nodes = nodes(entries, library).sorted { a, b in
      let (left, right) = (a.text, b.text)
      if left.headline.sourced != right.headline.sourced {
        return left.headline.sourced < right.headline.sourced
      }
      return left.sketch.hash64 < right.sketch.hash64
    }
    group(nodes, library)
    addTextless(entries.filter { !library.entries[$0].hasText }, library)
    isSimple = stories.count == 1 && nodes.count <= 1 && !hasAddress
  }

  /// Most headlines have one text on some pages, all from one source, so there is nothing to distinguish.
  private func isOneText(_ entries: [UInt32], _ library: Library) -> Bool {
    guard let first = entries.first.map({ library.entries[$0] }), first.hasText else { return false }
    return entries.allSatisfy {
      library.entries[$0].text == first.text && library.entries[$0].source == first.source
    }
  }

  private mutating func addOneText(_ entries: [UInt32], _ library: Library) {
    guard let first = entries.first.map({ library.entries[$0] }) else { return }
    let sourced = sourcedID(first.source, library)
    let id = sourced.with(text: library.sketches[first.text])
    stories.append(StoryPart(id: id, sourced: sourced, entries: entries))
  }

  private mutating func nodes(_ entries: [UInt32], _ library: Library) -> [Node] {
    var nodes: [NodeKey: Node] = [:]
    for number in entries {
      let entry = library.entries[number]
      guard entry.hasText else { continue }
      let key = NodeKey(sourced: sourcedID(entry.source, library), text: library.sketches[entry.text])
      let (time, saved) = (library.time(of: entry), library.pages[entry.page].saved)
      var node =
        nodes[key]
        ?? Node(
          text: StoryGrouping.Text(
            headline: HeadlineID(title: title, sourced: key.sourced), sketch: key.text, isCut: true,
            time: time),
          entries: [], firstSaved: saved)
      // Removed from the dictionary while it changes, otherwise its entries would be copied each time.
      nodes[key] = nil
      node.entries.append(number)
      node.text.isCut = node.text.isCut && entry.isCut
      node.text.time = min(node.text.time, time)
      node.firstSaved = min(node.firstSaved, saved)
      nodes[key] = node
    }
    return Array(nodes.values)
  }

  private mutating func sourcedID(_ source: UInt32, _ library: Library) -> StoryID {
    if source == 0 { return title }
    if let known = sourced[source] { return known }
    let id = title.with(source: NormalizedTitle(library.sources[source]))
    sourced[source] = id
    return id
  }

  private mutating func group(_ nodes: [Node], _ library: Library) {
    var grouping = StoryGrouping(nodes.map(\.text), joined: HeadlineParts.joined(nodes, library))
    var members: [Int: [Int]] = [:]
    for (node, story) in grouping.stories().enumerated() { members[story, default: []].append(node) }
    for story in members.keys.sorted() {
      let all = members[story] ?? []
      let core = all.filter { grouping.isCore($0) }.map { nodes[$0] }
      let oldest = (core.isEmpty ? all.map { nodes[$0] } : core).min { a, b in
        a.firstSaved != b.firstSaved
          ? a.firstSaved < b.firstSaved : a.text.sketch.hash64 < b.text.sketch.hash64
      }
      guard let oldest else { continue }
      let sourced = oldest.text.headline.sourced
      stories.append(
        StoryPart(
          id: sourced.with(text: oldest.text.sketch), sourced: sourced,
          entries: all.flatMap { nodes[$0].entries }))
    }
  }

  /// Pairs of texts of own pages with the same address.
  private static func joined(_ nodes: [Node], _ library: Library) -> [(Int, Int)] {
    var first: [UInt32: Int] = [:]
    var pairs: [(Int, Int)] = []
    for (index, node) in nodes.enumerated() {
      for number in node.entries where library.entries[number].isOwn {
        let address = library.pages[library.entries[number].page].address
        guard address != Library.none else { continue }
        if let known = first[address] { pairs.append((known, index)) } else { first[address] = index }
      }
    }
    return pairs
  }

  /// Entries without a text belong to the story with the same headline and source that is nearest in time. Without a
  /// source they belong to no story, because a headline alone is not sufficient.
  private mutating func addTextless(_ entries: [UInt32], _ library: Library) {
    guard !entries.isEmpty else { return }
    let times = StoryTimes(stories, in: library)
    var alone: [StoryID: [UInt32]] = [:]
    for number in entries {
      let entry = library.entries[number]
      let sourced = sourcedID(entry.source, library)
      if entry.source != 0, let nearest = times.nearest(to: library.time(of: entry), sourced) {
        stories[nearest].entries.append(number)
      } else {
        alone[sourced, default: []].append(number)
      }
    }
    for sourced in alone.keys.sorted() {
      stories.append(StoryPart(id: sourced, sourced: sourced, entries: alone[sourced] ?? []))
    }
  }
}

/// Finds the story of a source that is nearest in time, without comparing all of them.
private struct StoryTimes {
  private var times: [StoryID: [(time: Int64, id: StoryID, story: Int)]] = [:]

  init(_ stories: [StoryPart], in library: Library) {
    for (index, story) in stories.enumerated() {
      for entry in story.entries {
        times[story.sourced, default: []].append((library.time(of: library.entries[entry]), story.id, index))
      }
    }
    for sourced in times.keys { times[sourced]?.sort { ($0.time, $0.id) < ($1.time, $1.id) } }
  }

  func nearest(to time: Int64, _ sourced: StoryID) -> Int? {
    guard let all = times[sourced] else { return nil }
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].time < time { low = middle + 1 } else { high = middle }
    }
    // Of equally near stories, the one with the lower identity.
    let later = low < all.count ? all[low] : nil
    let earlier = low > 0 ? all[low - 1].time : nil
    let before = earlier.flatMap { time in all[..<low].reversed().prefix { $0.time == time }.last }
    guard let later, let before else { return (later ?? before)?.story }
    let (ahead, back) = (later.time.distanceMagnitude(to: time), before.time.distanceMagnitude(to: time))
    if ahead != back { return ahead < back ? later.story : before.story }
    return later.id < before.id ? later.story : before.story
  }
}
