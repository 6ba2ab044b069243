public import PageFormats
import Tables

/// Properties that are queried for all stories at once, to filter and sort them: numbers, without creating strings.
extension Library {
  /// When a story was published or, if no page states it, saved: seconds since 1970 (UTC). The list is sorted by it.
  public func listTime(of index: StoryIndex) -> Int64 { stories[index.value].sortTime }

  /// The same with its precision: the time of saving is precise to the minute.
  public func time(of index: StoryIndex) -> PublicationTime {
    let record = stories[index.value]
    let published = record.bestDated == Library.none ? nil : entries[record.bestDated].published
    return published ?? PublicationTime(seconds: record.saved, precision: .minute)
  }

  /// Whether a page of the story's own was saved; otherwise it is known only from pages that list it.
  public func hasPage(_ index: StoryIndex) -> Bool { stories[index.value].hasPage }

  /// The number of a story's source in ``sourceNames``; 0 if no page names it.
  public func sourceNumber(of index: StoryIndex) -> Int {
    let record = stories[index.value]
    let source = entries[record.shown].source
    if source != 0 || record.sourcedID == headlines[record.headline].id { return Int(source) }
    // The shown copy does not name it.
    let named = sortedEntries(of: index).first { entries[$0].source != 0 }
    return named.map { Int(entries[$0].source) } ?? 0
  }

  /// The names of all sources by number. The first one is empty: unknown.
  public var sourceNames: [String] { (0..<UInt32(sources.count)).map { sources[$0] } }

  /// The length of a story's text in bytes of its page.
  public func bodyLength(of index: StoryIndex) -> Int { Int(entries[stories[index.value].shown].byteCount) }

  /// A story's headline.
  public func title(of index: StoryIndex) -> String {
    texts.string(title(ofEntry: stories[index.value].shown))
  }

  /// Calls `body` with a story's headline in UTF-8.
  public func withTitle<Result>(of index: StoryIndex, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    texts.withBytes(title(ofEntry: stories[index.value].shown), body)
  }

  /// The files of the pages that contain a story (see ``fileNumbers``).
  public func fileNumbers(of index: StoryIndex) -> [Int] {
    Set(sortedEntries(of: index).map { Int(entries[$0].page) }).sorted()
  }

  // MARK: Topics

  /// A story's topics as written on its pages, without `#`: those of its own page first.
  public func topics(of index: StoryIndex) -> [String] {
    var seen: Set<String> = []
    return sortedEntries(of: index).flatMap { topicNames(ofSet: entryDetails[$0].topics) }
      .filter { seen.insert($0).inserted }
  }

  /// The topic sets of entries, by number. The first set is empty.
  public var topicSetNames: [[String]] { (0..<UInt32(topicSets.count)).map { topicNames(ofSet: $0) } }

  /// Visits the number of the topic set of each copy of a story.
  public func visitTopicSets(of index: StoryIndex, _ visitor: (Int) -> Void) {
    for entry in allEntries(of: index) { visitor(Int(entryDetails[entry].topics)) }
  }

  /// Visits each copy of each story that has topics, with the number of its topic set.
  public func visitTopicSets(_ visitor: (StoryIndex, Int) -> Void) {
    for page in 0..<UInt32(pages.count) {
      for number in entryNumbers(ofPage: page) {
        let topics = entryDetails[number].topics
        if topics != 0 { visitor(visible(entries[number].story), Int(topics)) }
      }
    }
  }

  private func topicNames(ofSet number: UInt32) -> [String] {
    number == 0 ? [] : topicSets[number].split(separator: "\n").map { String($0) }
  }
}
