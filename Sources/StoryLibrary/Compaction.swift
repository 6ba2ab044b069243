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

  init(_ library: Library) {
    old = library
    storyNumbers = Array(repeating: Library.none, count: library.stories.count)
    entryNumbers = Array(repeating: Library.none, count: library.entries.count)
    (new.folders, new.folderStamps, new.sources, new.whens) = (
      library.folders, library.folderStamps, library.sources, library.whens
    )
    new.topicSets = library.topicSets
    (new.listingProblems, new.lastReading) = (library.listingProblems, library.lastReading)
    (new.revision, new.pageCount) = (library.revision, library.pageCount)
  }

  /// Those of the list in its order, then those that are shown as another.
  mutating func copyStories() {
    old.ordered.withRows { rows in
      for story in rows { copy(story: story) }
    }
    for story in 0..<UInt32(old.stories.count) where !old.stories[story].isEmpty { copy(story: story) }
    for number in 0..<UInt32(old.ordered.count) { new.ordered.append(number) }
    titles = Array(repeating: (.none, .none), count: new.stories.count)
  }

  private mutating func copy(story: UInt32) {
    guard storyNumbers[Int(story)] == Library.none else { return }
    let number = UInt32(new.stories.count)
    storyNumbers[Int(story)] = number
    var record = old.stories[story]
    (record.nextNamesake, record.hasNamesakes) = (Library.none, false)
    let first = new.firstNamesake(record.titleID)
    if first == Library.none {
      if new.titleSlots.isFull { new.titleSlots.grow { [stories = new.stories] in stories[$0].titleID } }
      new.stories.append(record)
      new.titleSlots.insert(number, record.titleID)
    } else {
      (record.nextNamesake, record.hasNamesakes) = (new.stories[first].nextNamesake, true)
      new.stories.append(record)
      new.stories.update(first) { ($0.nextNamesake, $0.hasNamesakes) = (number, true) }
    }
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
    old.ordered.withRows { rows in
      for story in rows {
        for entry in old.chain(story) where old.entries[entry].isOwn { take(old.entries[entry].page) }
      }
    }
    for page in 0..<UInt32(old.pages.count) { take(page) }
    return pages
  }

  mutating func copy(page: UInt32) {
    let number = UInt32(new.pages.count)
    var record = old.pages[page]
    let entries = old.entryNumbers(ofPage: page)
    record.firstEntry = UInt32(new.entries.count)
    record.name = old.fileNames.withBytes(record.name) { name in
      if new.pageSlots.isFull { new.growPageSlots() }
      new.pageSlots.insert(number, Library.pageHash(record.folder, name))
      return new.fileNames.append(name)
    }
    new.pages.append(record)
    for entry in entries { copy(entry: entry, page: number) }
    guard record.hasProblems else { return }
    old.problemRows.withRows { rows in
      for problem in rows where problem.page == page { new.add(problem, of: number) }
    }
  }

  private mutating func copy(entry: UInt32, page: UInt32) {
    entryNumbers[Int(entry)] = UInt32(new.entries.count)
    var record = old.entries[entry]
    (record.page, record.story) = (page, storyNumbers[Int(record.story)])
    let known = titles[Int(record.story)]
    if known.old.start == record.title.start, known.old.count == record.title.count {
      record.title = known.new
    } else {
      let title = old.texts.withBytes(record.title) { new.texts.append($0) }
      titles[Int(record.story)] = (record.title, title)
      record.title = title
    }
    new.entries.append(record)
  }

  /// What entries and stories say of each other, in the new numbers.
  mutating func link() {
    let (entries, stories) = (entryNumbers, storyNumbers)
    for entry in 0..<UInt32(new.entries.count) {
      new.entries.update(entry) { $0.next = entries.number($0.next) }
    }
    for story in 0..<UInt32(new.stories.count) {
      new.stories.update(story) { story in
        (story.fullest, story.dated) = (entries.number(story.fullest), entries.number(story.dated))
        (story.firstEntry, story.twin) = (entries.number(story.firstEntry), stories.number(story.twin))
      }
    }
  }
}

extension [UInt32] {
  /// The new number for an old one.
  fileprivate func number(_ old: UInt32) -> UInt32 { old < count ? self[Int(old)] : Library.none }
}
