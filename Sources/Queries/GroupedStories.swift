import PageFormats
import StoryLibrary
import Understanding

/// Grouping stories under headings.
extension SelectedStories {
  mutating func group(by grouping: StoryGrouping, _ sort: StorySort, _ scope: QueryScope) {
    let library = scope.library
    switch grouping {
    case .none: return
    case .source:
      let names = library.sourceNames
      let ranks = NameRanks(names)
      group(stories.map { library.sourceNumber(of: $0) }) {
        ranks.rank($0)
      } heading: { number in
        .source(number > 0 && number < names.count ? names[number] : nil)
      }
    case .day:
      let isOldestFirst = sort == StorySort(.date, isReversed: true)
      group(stories.map { DayNumber(library.time(of: $0), in: scope.zone).value }) {
        isOldestFirst ? $0 : -$0
      } heading: {
        DayNumber(value: $0).heading
      }
    case .topic:
      let topics = MainTopics(of: library)
      let ranks = NameRanks(topics.names)
      group(stories.map { topics.number(for: $0, in: library) }) {
        ranks.rank($0)
      } heading: { number in
        .topic(number > 0 ? topics.names[number] : nil)
      }
    case .thread:
      let threads = NumberedThreads(of: stories, in: scope)
      group(threads.numbers) {
        $0
      } heading: { number in
        .thread(number < threads.titles.count ? threads.titles[number] : nil)
      }
    }
  }

  /// `numbers` has each story's group number; the group with the lowest `rank` comes first.
  private mutating func group(
    _ numbers: [Int], rank: (Int) -> Int, heading: (Int) -> StoryGroup.Heading
  ) {
    var members: [Int: [StoryIndex]] = [:]
    for (story, number) in zip(stories, numbers) { members[number, default: []].append(story) }
    let order = members.keys.map { (rank: rank($0), number: $0) }.sorted { $0 < $1 }
    stories.removeAll(keepingCapacity: true)
    for (_, number) in order {
      let start = stories.count
      stories += members[number] ?? []
      groups.append(StoryGroup(heading: heading(number), range: start..<stories.count))
    }
  }
}

/// A day, a month or a year as a sortable number: by its last day, then by its precision.
private struct DayNumber {
  var value: Int

  init(value: Int) { self.value = value }

  init(_ time: PublicationTime, in zone: LocalZone) {
    let date = zone.day(of: time)
    switch time.precision {
    case .minute, .hour, .day: value = Int(date.daysSince1970) * 3
    case .month: value = Int(DayNumber.lastDay(ofMonth: date.month, date.year)) * 3 + 1
    case .year: value = Int(DayNumber.lastDay(ofMonth: 12, date.year)) * 3 + 2
    }
  }

  private static func lastDay(ofMonth month: Int, _ year: Int) -> Int64 {
    let next =
      month == 12
      ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: month + 1, day: 1)
    return (next?.daysSince1970 ?? 0) - 1
  }

  var heading: StoryGroup.Heading {
    let kind = (value % 3 + 3) % 3
    let date = CivilDate(daysSince1970: Int64((value - kind) / 3))
    return kind == 0 ? .day(date) : kind == 1 ? .month(date) : .year(date)
  }
}

/// The threads of a list's stories, numbered in the order of their first stories in the list.
private struct NumberedThreads {
  /// The headlines of their first stories.
  private(set) var titles: [String] = []
  /// The number of each story's thread; a higher number for stories in no thread.
  private(set) var numbers: [Int]

  init(of stories: [StoryIndex], in scope: QueryScope) {
    let none = Int.max
    numbers = Array(repeating: none, count: stories.count)
    guard let index = scope.related?.index else { return }
    let threads = index.threadNumbers(of: stories, in: scope.library)
    var members: [Int: Int] = [:]
    for case let thread? in threads { members[thread, default: 0] += 1 }
    var found: [Int: Int] = [:]
    for (place, thread) in threads.enumerated() {
      guard let thread, members[thread, default: 0] > 1 else { continue }
      if found[thread] == nil {
        found[thread] = titles.count
        let first = index.thread(of: stories[place], in: scope.library)?.first ?? stories[place]
        titles.append(scope.library[first].title)
      }
      numbers[place] = found[thread] ?? none
    }
  }
}

/// Finds the most frequent topic of each story.
private struct MainTopics {
  /// The topics, most frequent first, after an empty one for none.
  let names: [String]
  /// The lowest index in `names` for each set of topics; 0 for none.
  private let best: [Int]

  init(of library: Library) {
    names = [""] + LibraryNames(of: library).topics.map(\.text)
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    best = library.topicSetNames.map { $0.compactMap { numbers[$0] }.min() ?? 0 }
  }

  func number(for story: StoryIndex, in library: Library) -> Int {
    var number = 0
    library.visitTopicSets(of: story) { set in
      let other = set < best.count ? best[set] : 0
      if other > 0, number == 0 || other < number { number = other }
    }
    return number
  }
}
