import Tables

/// What is asked of all stories at once, to choose and sort them: numbers, and no text made for any of them.
extension Library {
  /// When a story was published or, where no page says so, saved: seconds since 1970 (UTC). The list is sorted by
  /// it.
  public func listTime(of index: StoryIndex) -> Int64 { stories[index.value].sortTime }

  /// A page of the story's own was saved; else it is known only from the pages that list it.
  public func hasPage(_ index: StoryIndex) -> Bool {
    let record = stories[index.value]
    return record.hasPage || twinRecord(of: record)?.hasPage == true
  }

  /// The number of a story's source in ``sourceNames``; 0 when no page names it.
  public func sourceNumber(of index: StoryIndex) -> Int {
    Int(entries[stories[index.value].fullest].source)
  }

  /// The names of all sources by their numbers. The first one is empty: not known.
  public var sourceNames: [String] { (0..<UInt32(sources.count)).map { sources[$0] } }

  /// How long a story's fullest text is, in bytes of its page.
  public func bodyLength(of index: StoryIndex) -> Int {
    let record = stories[index.value]
    let own = entries[record.fullest].bodyCount
    return Int(max(own, twinRecord(of: record).map { entries[$0.fullest].bodyCount } ?? 0))
  }

  /// Lends a story's headline as its fullest copy writes it, in UTF-8.
  public func withTitle<Result>(of index: StoryIndex, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    let record = stories[index.value]
    let twin = twinRecord(of: record)?.fullest
    let fullest = isFuller(twin, than: record.fullest) ? twin ?? record.fullest : record.fullest
    return texts.withBytes(entries[fullest].title, body)
  }

  /// The files of the pages that a story stands on (see ``fileNumbers``).
  public func fileNumbers(of index: StoryIndex) -> [Int] {
    Set(sortedEntries(of: index).map { Int(entries[$0].page) }).sorted()
  }

  // MARK: Topics

  /// A story's topics as its pages write them, without `#`: those of its own page first.
  public func topics(of index: StoryIndex) -> [String] {
    var seen: Set<String> = []
    return sortedEntries(of: index).flatMap { topicNames(ofSet: entries[$0].topics) }
      .filter { seen.insert($0).inserted }
  }

  /// The topics that stand together on some entry, by the numbers of these sets. The first set is empty.
  public var topicSetNames: [[String]] { (0..<UInt32(topicSets.count)).map { topicNames(ofSet: $0) } }

  /// Visits the number of the set of topics that each copy of a story has.
  public func visitTopicSets(of index: StoryIndex, _ visitor: (Int) -> Void) {
    let record = stories[index.value]
    visitTopicSets(from: record.firstEntry, visitor)
    if let twin = twinRecord(of: record) { visitTopicSets(from: twin.firstEntry, visitor) }
  }

  /// Visits each copy of each story that has topics, with the number of their set.
  public func visitTopicSets(_ visitor: (StoryIndex, Int) -> Void) {
    for page in 0..<UInt32(pages.count) {
      for number in entryNumbers(ofPage: page) {
        let entry = entries[number]
        if entry.topics != 0 { visitor(visible(entry.story), Int(entry.topics)) }
      }
    }
  }

  private func visitTopicSets(from first: UInt32, _ visitor: (Int) -> Void) {
    var next = first
    var left = entries.count
    while next != Library.none, left > 0 {
      let entry = entries[next]
      visitor(Int(entry.topics))
      (next, left) = (entry.next, left - 1)
    }
  }

  private func topicNames(ofSet number: UInt32) -> [String] {
    number == 0 ? [] : topicSets[number].split(separator: "\n").map { String($0) }
  }
}
