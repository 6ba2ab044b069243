import Tables

/// The order in which a catalogue has the rows of a library: that of its list, so that what stands together on the
/// screen stands together in the file; and without the rows that nobody needs any more.
struct CatalogueOrder {
  /// Those of the list in its order, then those that are shown as another.
  private(set) var stories: RowOrder
  private(set) var headlines: RowOrder
  /// The pages of the stories in their order, then those without a story.
  private(set) var pages: RowOrder
  /// Those of each page together.
  private(set) var entries: RowOrder
  private(set) var addresses: RowOrder

  init(of library: Library) {
    stories = RowOrder(of: library.stories.count)
    headlines = RowOrder(of: library.headlines.count)
    pages = RowOrder(of: library.pages.count)
    entries = RowOrder(of: library.entries.count)
    addresses = RowOrder(of: library.addresses.count)
    addStories(of: library)
    addPages(of: library)
    for page in pages.rows {
      entries.append(library.entryNumbers(ofPage: page))
      addresses.append(library.pages[page].address)
    }
    for address in 0..<UInt32(library.addresses.count) where !library.linkingPages(to: address).isEmpty {
      addresses.append(address)
    }
  }

  private mutating func addStories(of library: Library) {
    for story in library.ordered { stories.append(story) }
    var gone: [UInt32] = []
    for (number, record) in library.stories.enumerated() {
      if record.isEmpty { gone.append(UInt32(number)) } else { stories.append(UInt32(number)) }
    }
    for story in stories.rows { headlines.append(library.stories[story].headline) }
    // What has become part of another story is found there.
    for story in gone { stories.alias(story, library.visible(story).value) }
  }

  private mutating func addPages(of library: Library) {
    for story in library.ordered {
      library.visitChain(of: story) { number in
        let entry = library.entries[number]
        if entry.isOwn { addPage(entry.page, of: library) }
      }
    }
    for page in 0..<UInt32(library.pages.count) { addPage(page, of: library) }
  }

  private mutating func addPage(_ page: UInt32, of library: Library) {
    if !library.pages[page].isGone { pages.append(page) }
  }
}

/// Rows of a table in another order.
struct RowOrder {
  /// The old numbers in the new order.
  private(set) var rows: [UInt32] = []
  /// The new numbers by the old ones; `Library.none` for a row that is left out.
  private(set) var numbers: [UInt32]

  init(of count: Int) {
    numbers = Array(repeating: Library.none, count: count)
  }

  /// The next row; nothing for one that is there already, and for a number that no row has.
  mutating func append(_ row: UInt32) {
    guard row < numbers.count, numbers[Int(row)] == Library.none else { return }
    numbers[Int(row)] = UInt32(rows.count)
    rows.append(row)
  }

  mutating func append(_ range: Range<UInt32>) {
    for row in range { append(row) }
  }

  /// A row that is left out is known by the number of another.
  mutating func alias(_ row: UInt32, _ other: UInt32) {
    guard row != other, other < numbers.count else { return }
    numbers[Int(row)] = numbers[Int(other)]
  }

  /// The new number for an old one.
  subscript(_ old: UInt32) -> UInt32 { old < numbers.count ? numbers[Int(old)] : Library.none }
}

/// The numbers that stories have got in a library that was written.
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
