import Tables

/// A library in the order of its list: what stands together on the screen stands together in its tables, and nothing
/// is in them that nobody needs any more. Looking at a page of the list then touches a few pieces of a mapped file
/// instead of a hundred.
extension Library {
  /// The same library arranged anew, and which number each story has got.
  func arranged() -> (library: Library, numbers: StoryNumbers) {
    var copy = Compaction(self)
    copy.copyStories()
    for page in copy.pagesInOrder() { copy.copy(page: page) }
    copy.link()
    return (copy.new, StoryNumbers(new: copy.storyNumbers))
  }
}

/// The numbers that stories have got in a library arranged anew.
public struct StoryNumbers: Sendable {
  let new: [UInt32]

  /// The story in the new library; nil when no page has it any more.
  public func new(_ index: StoryIndex) -> StoryIndex? {
    index.number < new.count && new[index.number] != Library.none
      ? StoryIndex(Int(new[index.number])) : nil
  }

  /// Each story of the old library is in the new one.
  var areOfAllStories: Bool { !new.contains(Library.none) }
}

private struct Compaction {
  private let old: Library
  private(set) var new = Library()
  /// By the old numbers.
  private(set) var storyNumbers: [UInt32]
  private var entryNumbers: [UInt32]
  /// By the new numbers: where the story's title stood and stands, for its copies write it alike.
  private var titles: [(old: TextRange, new: TextRange)] = []
  /// The same for its text.
  private var sketches: [(old: UInt32, new: UInt32)] = []

  init(_ library: Library) {
    old = library
    storyNumbers = Array(repeating: Library.none, count: library.stories.count)
    entryNumbers = Array(repeating: Library.none, count: library.entries.count)
    (new.folders, new.folderStamps, new.sources, new.dateTexts) = (
      library.folders, library.folderStamps, library.sources, library.dateTexts
    )
    new.topicSets = library.topicSets
    (new.listingProblems, new.lastReading) = (library.listingProblems, library.lastReading)
    (new.revision, new.pageCount) = (library.revision, library.pageCount)
  }

  /// Those of the list in its order, then those that are shown as another.
  mutating func copyStories() {
    for story in old.ordered { copy(story: story) }
    for story in 0..<UInt32(old.stories.count) where !old.stories[story].isEmpty { copy(story: story) }
    for story in 0..<UInt32(old.stories.count) where old.stories[story].isEmpty {
      // What has become part of another story is found there.
      let successor = old.visible(story).value
      if successor != story { storyNumbers[Int(story)] = storyNumbers[Int(successor)] }
    }
    for number in 0..<UInt32(old.ordered.count) { new.ordered.append(number) }
    titles = Array(repeating: (.none, .none), count: new.stories.count)
    sketches = Array(repeating: (0, 0), count: new.stories.count)
  }

  private mutating func copy(story: UInt32) {
    guard storyNumbers[Int(story)] == Library.none else { return }
    storyNumbers[Int(story)] = UInt32(new.stories.count)
    var record = old.stories[story]
    record.headline = copy(headline: record.headline)
    new.stories.append(record)
  }

  private mutating func copy(headline: UInt32) -> UInt32 {
    let record = old.headlines[headline]
    if let known = new.findHeadline(record.id) { return known }
    let number = UInt32(new.headlines.count)
    if new.titleSlots.isFull { new.titleSlots.grow { [headlines = new.headlines] in headlines[$0].id } }
    new.headlines.append(record)
    new.titleSlots.insert(number, record.id)
    return number
  }

  /// The pages of the stories in their order, then those without a story.
  func pagesInOrder() -> [UInt32] {
    var pages: [UInt32] = []
    var isTaken = Array(repeating: false, count: old.pages.count)
    func take(_ page: UInt32) {
      guard !isTaken[Int(page)], !old.pages[page].isGone else { return }
      isTaken[Int(page)] = true
      pages.append(page)
    }
    for story in old.ordered {
      for entry in old.chain(story) where old.entries[entry].isOwn { take(old.entries[entry].page) }
    }
    for page in 0..<UInt32(old.pages.count) { take(page) }
    return pages
  }

  mutating func copy(page: UInt32) {
    let number = UInt32(new.pages.count)
    var record = old.pages[page]
    let entries = old.entryNumbers(ofPage: page)
    record.firstEntry = UInt32(new.entries.count)
    record.address = copy(address: record.address)
    record.name = old.fileNames.withBytes(record.name) { name in
      if new.pageSlots.isFull { new.growPageSlots() }
      new.pageSlots.insert(number, Library.pageHash(record.folder, name))
      return new.fileNames.append(name)
    }
    new.pages.append(record)
    for entry in entries { copy(entry: entry, page: number) }
    guard record.hasProblems else { return }
    for problem in old.problemRows where problem.page == page { new.add(problem, of: number) }
  }

  private mutating func copy(address: UInt32) -> UInt32 {
    guard address != Library.none else { return address }
    let hash = old.addresses[address].hash
    if let known = new.findAddress(hash) { return known }
    let number = UInt32(new.addresses.count)
    if new.addressSlots.isFull { new.addressSlots.grow { [addresses = new.addresses] in addresses[$0].hash } }
    new.addresses.append(AddressRecord(hash: hash))
    new.addressSlots.insert(number, hash)
    return number
  }

  private mutating func copy(entry: UInt32, page: UInt32) {
    let number = UInt32(new.entries.count)
    entryNumbers[Int(entry)] = number
    var record = old.entries[entry]
    let story = storyNumbers[Int(record.story)]
    (record.page, record.story) = (page, story)
    // An older version has a headline of its own.
    record.headline = copy(headline: record.headline)
    let known = titles[Int(story)]
    if known.old.start == record.title.start, known.old.count == record.title.count {
      record.title = known.new
    } else {
      let title = old.texts.withBytes(record.title) { new.texts.append($0) }
      titles[Int(story)] = (record.title, title)
      record.title = title
    }
    record.text = copy(sketch: record.text, of: story)
    new.entries.append(record)
    let address = new.pages[page].address
    if record.isOwn, address != Library.none {
      new.addressed.append(AddressedEntry(entry: number, next: new.addresses[address].first))
      let row = UInt32(new.addressed.count - 1)
      new.addresses.update(address) { $0.first = row }
    }
  }

  private mutating func copy(sketch: UInt32, of story: UInt32) -> UInt32 {
    if sketch == 0 || sketches[Int(story)].old == sketch { return sketch == 0 ? 0 : sketches[Int(story)].new }
    new.sketches.append(old.sketches[sketch])
    let number = UInt32(new.sketches.count - 1)
    sketches[Int(story)] = (sketch, number)
    return number
  }

  /// What entries, headlines and stories say of each other, in the new numbers.
  mutating func link() {
    let (entries, stories) = (entryNumbers, storyNumbers)
    for entry in 0..<UInt32(new.entries.count) {
      new.entries.update(entry) { $0.nextOfStory = entries.number($0.nextOfStory) }
    }
    for headline in 0..<UInt32(new.headlines.count) {
      new.headlines.update(headline) { $0.firstEntry = Library.none }
    }
    for entry in 0..<UInt32(new.entries.count) {
      let headline = new.entries[entry].headline
      let next = new.headlines[headline].firstEntry
      new.entries.update(entry) { $0.nextOfHeadline = next }
      new.headlines.update(headline) { $0.firstEntry = entry }
    }
    for story in 0..<UInt32(new.stories.count) {
      new.stories.update(story) { story in
        (story.shown, story.bestDated) = (entries.number(story.shown), entries.number(story.bestDated))
        story.firstEntry = entries.number(story.firstEntry)
        story.successor = stories.number(story.successor)
        story.unsourcedSuccessor = stories.number(story.unsourcedSuccessor)
      }
    }
  }
}

extension [UInt32] {
  /// The new number for an old one.
  fileprivate func number(_ old: UInt32) -> UInt32 { old < count ? self[Int(old)] : Library.none }
}
