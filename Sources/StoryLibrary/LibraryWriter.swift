import Tables

/// Writes a library in list order (see ``CatalogueOrder``), row by row, so that there is never a second library in
/// memory. ``Library/init(_:)`` reads the tables in the same order.
struct LibraryWriter {
  private var old: Library
  private let order: CatalogueOrder

  // Known once all entries have been written; indexed by the new numbers:
  private var headlineHeads: [UInt32]
  private var addressHeads: [UInt32]
  private var addressed: [AddressedEntry] = []
  /// The titles that differ from those of their headlines, in the old texts.
  private var writtenTitles: [WrittenTitle] = []
  /// The sketches in the order of the entries.
  private var sketches: RowOrder

  init(_ library: Library) {
    old = library
    order = CatalogueOrder(of: library)
    headlineHeads = Array(repeating: Library.none, count: order.headlines.rows.count)
    addressHeads = Array(repeating: Library.none, count: order.addresses.rows.count)
    sketches = RowOrder(of: library.sketches.count)
    sketches.append(0)
  }

  /// The stories' numbers in the file.
  var storyNumbers: StoryNumbers { StoryNumbers(new: order.stories.numbers) }

  /// The values stored in addition to the tables.
  var numbers: [UInt64] { [UInt64(old.pageCount), UInt64(old.lastReading)] }

  /// Each step accesses other tables of the old library, whose rows in files need not stay in memory afterwards.
  mutating func write(to file: inout TableFileWriter) {
    for names in [old.sources, old.dateTexts, old.topicSets, old.folders, old.authors, old.languages] {
      write(names, to: &file)
    }
    old.releaseFileMemory()
    writeEntries(to: &file)
    old.releaseFileMemory()
    writePages(to: &file)
    old.releaseFileMemory()
    writeStories(to: &file)
    old.releaseFileMemory()
    writeAddresses(to: &file)
    writeTitles(to: &file)
    old.releaseFileMemory()
    writeSketches(to: &file)
    old.releaseFileMemory()
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
    rows = EntriesInOrder(order, of: old)
    file.write(count: Int(order.entries.count)) { _ in old.entryDetails[rows.next() ?? Library.none] }
    file.write(count: addressed.count) { addressed[$0] }
  }

  private mutating func entry(_ row: UInt32, number: UInt32) -> EntryRecord {
    let known = old.entries[row]
    var record = known
    let story = order.stories[known.story]
    (record.page, record.story) = (order.pages[known.page], story)
    record.nextOfStory = order.entries[known.nextOfStory]
    let headline = order.headline(ofStory: story)
    if headline < headlineHeads.count {
      record.nextOfHeadline = headlineHeads[Int(headline)]
      headlineHeads[Int(headline)] = number
    }
    sketches.append(known.text)
    // A damaged library may have no such sketch.
    record.text = known.text < old.sketches.count ? sketches[known.text] : 0
    if known.hasOwnTitle {
      writtenTitles.append(WrittenTitle(entry: number, title: old.title(ofEntry: row)))
    }
    addAddress(of: known, number)
    return record
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
    file.write(count: names.count, of: old.fileNames) { names[$0] }
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
    var titleEnd: UInt32 = 0
    file.write(count: order.headlines.rows.count) { number in
      var record = old.headlines[order.headlines.rows[number]]
      record.firstEntry = headlineHeads[number]
      titleSlots.insert(UInt32(number), record.id)
      return record
    }
    file.write(count: order.headlines.rows.count) { number in
      let count = old.headlineTitles[order.headlines.rows[number]].count
      defer { titleEnd &+= count }
      return TextRange(start: titleEnd, count: count)
    }
    file.write(count: writtenTitles.count) { number in
      var written = writtenTitles[number]
      written.title.start = titleEnd
      titleEnd &+= written.title.count
      return written
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
    file.write(count: texts.count, of: old.addressText) { texts[$0] }
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

  private func writeTitles(to file: inout TableFileWriter) {
    let own = order.headlines.rows
    file.write(count: own.count + writtenTitles.count, of: old.texts) { number in
      number < own.count ? old.headlineTitles[own[number]] : writtenTitles[number - own.count].title
    }
  }

  private func writeSketches(to file: inout TableFileWriter) {
    file.write(count: sketches.rows.count) { old.sketches[sketches.rows[$0]] }
  }
}
