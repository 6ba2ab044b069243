import Tables

/// Writes a library in list order (see ``CatalogueOrder``), row by row, so that there is never a second library in
/// memory. ``Library/init(_:)`` reads the tables in the same order.
struct LibraryWriter {
  private let old: Library
  private let order: CatalogueOrder

  // Known once all entries have been written; indexed by the new numbers:
  private var headlineHeads: [UInt32]
  private var addressHeads: [UInt32]
  private var addressed: [AddressedEntry] = []
  /// The texts in order, and the end of the last one.
  private var titles: [TextRange] = []
  private var titleEnd: UInt32 = 0
  /// For each story, where its title begins in the old texts and in the new ones, because most of its copies have the
  /// same title.
  private var storyTitles: [(old: UInt32, new: UInt32)]
  /// The old numbers of the sketches, in order.
  private var sketches: [UInt32] = [0]
  /// For each story, the old and new number of its sketch.
  private var storySketches: [(old: UInt32, new: UInt32)]

  init(_ library: Library) {
    old = library
    order = CatalogueOrder(of: library)
    headlineHeads = Array(repeating: Library.none, count: order.headlines.rows.count)
    addressHeads = Array(repeating: Library.none, count: order.addresses.rows.count)
    let storyCount = order.stories.rows.count
    storyTitles = Array(repeating: (.max, 0), count: storyCount)
    storySketches = Array(repeating: (0, 0), count: storyCount)
    // Most stories have one title and one text.
    titles.reserveCapacity(storyCount)
    sketches.reserveCapacity(storyCount + 1)
  }

  /// The stories' numbers in the file.
  var storyNumbers: StoryNumbers { StoryNumbers(new: order.stories.numbers) }

  /// The values stored in addition to the tables.
  var numbers: [UInt64] { [UInt64(old.pageCount), UInt64(old.lastReading)] }

  mutating func write(to file: inout TableFileWriter) {
    for names in [old.sources, old.dateTexts, old.topicSets, old.folders, old.authors, old.languages] {
      write(names, to: &file)
    }
    writeEntries(to: &file)
    writePages(to: &file)
    writeStories(to: &file)
    writeAddresses(to: &file)
    writeTexts(to: &file)
  }

  private func write(_ names: NameTable, to file: inout TableFileWriter) {
    file.write(names.texts.bytes)
    file.write(names.ranges)
    file.write(names.slots.slots)
  }

  // MARK: Entries

  private mutating func writeEntries(to file: inout TableFileWriter) {
    var rows = EntriesInOrder(order, of: old)
    file.write(count: Int(order.entries.count)) { number in
      entry(rows.next() ?? Library.none, number: UInt32(number))
    }
    file.write(count: addressed.count) { addressed[$0] }
  }

  private mutating func entry(_ row: UInt32, number: UInt32) -> EntryRecord {
    var record = old.entries[row]
    let story = order.stories[record.story]
    let headline = order.headlines[record.headline]
    (record.page, record.story) = (order.pages[record.page], story)
    (record.headline, record.nextOfStory) = (headline, order.entries[record.nextOfStory])
    if headline < headlineHeads.count {
      record.nextOfHeadline = headlineHeads[Int(headline)]
      headlineHeads[Int(headline)] = number
    }
    if story < storyTitles.count {
      record.title = title(record.title, of: Int(story))
      record.text = sketch(record.text, of: Int(story))
    }
    addAddress(of: old.entries[row], number)
    return record
  }

  private mutating func title(_ range: TextRange, of story: Int) -> TextRange {
    let known = storyTitles[story]
    if known.old == range.start { return TextRange(start: known.new, count: range.count) }
    storyTitles[story] = (range.start, titleEnd)
    titles.append(range)
    titleEnd += range.count
    return TextRange(start: storyTitles[story].new, count: range.count)
  }

  private mutating func sketch(_ number: UInt32, of story: Int) -> UInt32 {
    let known = storySketches[story]
    if number == 0 || known.old == number { return number == 0 ? 0 : known.new }
    storySketches[story] = (number, UInt32(sketches.count))
    sketches.append(number)
    return storySketches[story].new
  }

  private mutating func addAddress(of entry: EntryRecord, _ number: UInt32) {
    guard entry.isOwn, !addressHeads.isEmpty else { return }
    let address = Int(order.addresses[old.pages[entry.page].address])
    guard address < addressHeads.count else { return }
    let row = UInt32(addressed.count)
    addressed.append(AddressedEntry(entry: number, next: addressHeads[address]))
    addressHeads[address] = row
  }

  // MARK: Pages

  private func writePages(to file: inout TableFileWriter) {
    var slots = HashSlots(roomFor: order.pages.rows.count)
    var folderHeads = Array(repeating: Library.none, count: old.folderRecords.count)
    var (names, problems): ([TextRange], [ProblemRecord]) = ([], [])
    names.reserveCapacity(order.pages.rows.count)
    var (nameEnd, firstEntry): (UInt32, UInt32) = (0, 0)
    file.write(count: order.pages.rows.count) { number in
      let row = order.pages.rows[number]
      var record = old.pages[row]
      old.fileNames.withBytes(record.name) {
        slots.insert(UInt32(number), Library.pageHash(record.folder, $0))
      }
      names.append(record.name)
      record.name = TextRange(start: nameEnd, count: record.name.count)
      nameEnd += record.name.count
      record.firstEntry = firstEntry
      firstEntry += UInt32(old.entryNumbers(ofPage: row).count)
      record.address = order.addresses[record.address]
      if record.folder < folderHeads.count {
        record.nextInFolder = folderHeads[Int(record.folder)]
        folderHeads[Int(record.folder)] = UInt32(number)
      }
      let found = old.problemNumbers(ofPage: row)
      record.firstProblem = found.isEmpty ? Library.none : UInt32(problems.count)
      for problem in found {
        problems.append(old.problemRows[problem])
        problems[problems.count - 1].page = UInt32(number)
      }
      return record
    }
    file.write(slots.slots)
    file.write(count: problems.count) { problems[$0] }
    file.write(count: folderHeads.count) { number in
      var record = old.folderRecords[UInt32(number)]
      record.firstPage = folderHeads[number]
      return record
    }
    file.write(names, of: old.fileNames)
  }

  // MARK: Stories

  private func writeStories(to file: inout TableFileWriter) {
    var storySlots = HashSlots(roomFor: order.stories.rows.count)
    file.write(count: order.stories.rows.count) { number in
      let record = story(order.stories.rows[number])
      storySlots.insert(UInt32(number), record.id)
      return record
    }
    file.write(storySlots.slots)
    file.write(count: old.ordered.count) { UInt32($0) }
    var titleSlots = HashSlots(roomFor: order.headlines.rows.count)
    file.write(count: order.headlines.rows.count) { number in
      var record = old.headlines[order.headlines.rows[number]]
      record.firstEntry = headlineHeads[number]
      titleSlots.insert(UInt32(number), record.id)
      return record
    }
    file.write(titleSlots.slots)
  }

  private func writeAddresses(to file: inout TableFileWriter) {
    var slots = HashSlots(roomFor: order.addresses.rows.count)
    var (links, texts): ([LinkRecord], [TextRange]) = ([], [])
    var textEnd: UInt32 = 0
    file.write(count: order.addresses.rows.count) { number in
      let row = order.addresses.rows[number]
      let known = old.addresses[row]
      slots.insert(UInt32(number), known.hash)
      var record = AddressRecord(hash: known.hash, first: addressHeads[number])
      if known.text.count > 0 {
        texts.append(known.text)
        record.text = TextRange(start: textEnd, count: known.text.count)
        textEnd += known.text.count
      }
      let pages = old.linkingPages(to: row)
      if !pages.isEmpty { record.firstLink = UInt32(links.count) }
      for (place, page) in pages.enumerated() {
        let next = place + 1 < pages.count ? UInt32(links.count) + 1 : Library.none
        links.append(LinkRecord(page: order.pages[page], reading: old.pages[page].reading, next: next))
      }
      return record
    }
    file.write(slots.slots)
    file.write(count: links.count) { links[$0] }
    file.write(texts, of: old.addressText)
  }

  private func story(_ row: UInt32) -> StoryRecord {
    var record = old.stories[row]
    record.headline = order.headlines[record.headline]
    (record.shown, record.bestDated) = (order.entries[record.shown], order.entries[record.bestDated])
    record.firstEntry = order.entries[record.firstEntry]
    record.successor = order.stories[record.successor]
    record.unsourcedSuccessor = order.stories[record.unsourcedSuccessor]
    return record
  }

  // MARK: Texts

  private func writeTexts(to file: inout TableFileWriter) {
    file.write(titles, of: old.texts)
    file.write(count: sketches.count) { old.sketches[sketches[$0]] }
  }
}
