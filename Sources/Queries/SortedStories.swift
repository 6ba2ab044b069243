import Search
import StoryLibrary

/// Sorting stories: each order assigns a number to each story, lowest first.
extension SelectedStories {
  mutating func sort(by sort: StorySort, in scope: QueryScope) {
    guard sort != .newestFirst else { return }
    let keys = keys(sort, scope)
    let places = stories.indices.sorted { a, b in keys[a] != keys[b] ? keys[a] < keys[b] : a < b }
    stories = places.map { stories[$0] }
  }

  private func keys(_ sort: StorySort, _ scope: QueryScope) -> [Int] {
    let library = scope.library
    switch sort.key {
    case .date: return stories.indices.map { sort.isReversed ? -$0 : $0 }
    case .title: return titleRanks(in: library).map { sort.isReversed ? -$0 : $0 }
    case .source:
      let ranks = NameRanks(library.sourceNames)
      return stories.map { ranks.rank(library.sourceNumber(of: $0), isReversed: sort.isReversed) }
    case .length: return stories.map { sort.most(library.bodyLength(of: $0)) }
    case .related: return stories.map { sort.most(library.related(to: $0).count) }
    case .unread: return stories.map { sort.most(scope.isRead($0) ? 0 : 1) }
    // The bit patterns of positive floating-point numbers sort like the numbers.
    case .relevance: return stories.map { sort.most(Int(score(of: $0).bitPattern)) }
    }
  }

  /// The rank of each story's title among all titles; equal titles have the same rank.
  private func titleRanks(in library: Library) -> [Int] {
    var titles = CollationRanks()
    for story in stories { library.withTitle(of: story) { titles.append($0) } }
    return titles.ranks()
  }
}

extension StorySort {
  /// For orders in which larger numbers come first.
  fileprivate func most(_ count: Int) -> Int { isReversed ? count : -count }
}

/// The alphabetical ranks of names, by their numbers.
struct NameRanks {
  private let ranks: [Int]

  init(_ names: [String]) {
    var texts = CollationRanks()
    for name in names {
      var name = name
      name.withUTF8 { texts.append($0) }
    }
    ranks = texts.ranks()
  }

  /// The rank of a name; the last one, in either direction, for 0 (no name).
  func rank(_ number: Int, isReversed: Bool = false) -> Int {
    guard number > 0, number < ranks.count else { return .max }
    return isReversed ? -ranks[number] : ranks[number]
  }
}
