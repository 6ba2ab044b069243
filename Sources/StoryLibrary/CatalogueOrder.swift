import Tables

/// The order of a library's rows in a catalogue: that of its list, so that rows that are shown together are adjacent in
/// the file. Rows that are no longer needed are omitted.
struct CatalogueOrder {
  /// The stories of the list in its order, then those that are shown as another story.
  private(set) var stories: RowOrder
  private(set) var headlines: RowOrder
  private var storyHeadlines: [UInt32] = []
  /// The pages of the stories in their order, then those without a story.
  private(set) var pages: RowOrder
  /// Entries, grouped by page.
  private(set) var entries: EntryOrder
  private(set) var addresses: RowOrder

  init(of library: Library) {
    stories = RowOrder(of: library.stories.count)
    headlines = RowOrder(of: library.headlines.count)
    pages = RowOrder(of: library.pages.count)
    entries = EntryOrder(of: library.entries.count)
    addresses = RowOrder(of: library.addresses.count)
    var library = library
    addStories(of: library)
    addPagesOfStories(of: library)
    // The rows of stories need not stay in memory for those of pages.
    library.releaseFileMemory()
    addPages(of: library)
    for page in pages.rows {
      entries.append(library.entryNumbers(ofPage: page))
      addresses.append(library.pages[page].address)
    }
    for address in 0..<UInt32(library.addresses.count) where !library.linkingPages(to: address).isEmpty {
      addresses.append(address)
    }
  }

  /// The new number of a story's headline, by the new number of the story.
  func headline(ofStory story: UInt32) -> UInt32 {
    story < storyHeadlines.count ? storyHeadlines[Int(story)] : Library.none
  }

  private mutating func addStories(of library: Library) {
    for story in library.ordered { stories.append(story) }
    var gone: [UInt32] = []
    for (number, record) in library.stories.enumerated() {
      if record.isEmpty { gone.append(UInt32(number)) } else { stories.append(UInt32(number)) }
    }
    storyHeadlines.reserveCapacity(stories.rows.count)
    for story in stories.rows {
      let headline = library.stories[story].headline
      headlines.append(headline)
      storyHeadlines.append(headlines[headline])
    }
    // Stories that were merged into another one are found under its number.
    for story in gone { stories.alias(story, library.visible(story).value) }
  }

  private mutating func addPagesOfStories(of library: Library) {
    for story in library.ordered where library.stories[story].hasPage {
      library.visitChain(of: story) { number in
        let entry = library.entries[number]
        if entry.isOwn { pages.append(entry.page) }
      }
    }
  }

  private mutating func addPages(of library: Library) {
    for page in 0..<UInt32(library.pages.count) where !library.pages[page].isGone { pages.append(page) }
  }
}

/// Rows of a table in another order.
struct RowOrder {
  /// The old row numbers, in the new order.
  private(set) var rows: [UInt32] = []
  /// The new numbers, indexed by the old ones; `Library.none` for an omitted row.
  private(set) var numbers: [UInt32]

  init(of count: Int) {
    numbers = Array(repeating: Library.none, count: count)
    rows.reserveCapacity(count)
  }

  /// Appends a row, unless it is already there or no row has the number.
  mutating func append(_ row: UInt32) {
    guard row < numbers.count, numbers[Int(row)] == Library.none else { return }
    numbers[Int(row)] = UInt32(rows.count)
    rows.append(row)
  }

  /// Maps an omitted row to the number of another row.
  mutating func alias(_ row: UInt32, _ other: UInt32) {
    guard row != other, other < numbers.count else { return }
    numbers[Int(row)] = numbers[Int(other)]
  }

  /// The new number for an old one.
  subscript(_ old: UInt32) -> UInt32 { old < numbers.count ? numbers[Int(old)] : Library.none }
}

/// The new numbers of entries. There are so many that their old numbers are not stored in the new order: they follow
/// from the order of the pages.
struct EntryOrder {
  /// How many entries are written.
  private(set) var count: UInt32 = 0
  private var numbers: [UInt32]

  init(of count: Int) {
    numbers = Array(repeating: Library.none, count: count)
  }

  /// Appends the entries of a page, except those that are already there.
  mutating func append(_ range: Range<UInt32>) {
    for row in range where row < numbers.count && numbers[Int(row)] == Library.none {
      numbers[Int(row)] = count
      count += 1
    }
  }

  /// The new number for an old one; `Library.none` for an omitted entry.
  subscript(_ old: UInt32) -> UInt32 { old < numbers.count ? numbers[Int(old)] : Library.none }
}

/// The old numbers of entries in the order in which they are written.
struct EntriesInOrder: IteratorProtocol {
  private let library: Library
  private let order: CatalogueOrder
  private var (page, number) = (0, UInt32(0))
  private var rest: Range<UInt32> = 0..<0

  init(_ order: CatalogueOrder, of library: Library) {
    (self.order, self.library) = (order, library)
  }

  mutating func next() -> UInt32? {
    while true {
      while rest.isEmpty {
        guard page < order.pages.rows.count else { return nil }
        rest = library.entryNumbers(ofPage: order.pages.rows[page])
        page += 1
      }
      let row = rest.lowerBound
      rest = row + 1..<rest.upperBound
      // In a damaged library, an entry may be on two pages.
      guard order.entries[row] == number else { continue }
      number += 1
      return row
    }
  }
}

/// The new numbers of stories in a library that was written to a file.
public struct StoryNumbers: Sendable {
  let new: [UInt32]

  /// The story in the new library; nil if no page has it anymore.
  public func new(_ index: StoryIndex) -> StoryIndex? {
    index.number < new.count && new[index.number] != Library.none
      ? StoryIndex(Int(new[index.number])) : nil
  }

  /// Whether every story of the old library is in the new one.
  var areOfAllStories: Bool { !new.contains(Library.none) }
}
