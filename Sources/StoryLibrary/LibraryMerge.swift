import Folders
import PageFormats
import Tables

/// Merging pages into a library. Entries are grouped into stories afterwards, by headline (``updateStories()``).
extension Library {
  /// Merges some pages.
  public mutating func add(_ batch: PageBatch) { add([batch]) }

  /// Merges the pages of several batches and sorts the list once.
  public mutating func add(_ batches: [PageBatch]) {
    mergeWithoutSorting(batches)
    updateOrder()
  }

  /// Merges without sorting; call ``add(_:)-([PageBatch])`` with no batches to sort once. Until then new stories are
  /// not in ``order``, and new entries are not yet assigned to stories.
  public mutating func mergeWithoutSorting(_ batches: [PageBatch]) {
    for batch in batches {
      if let stamp = batch.folderStamp { setStamp(stamp, ofFolder: folder(named: batch.folder)) }
      batch.withText { merge(batch, $0) }
      for gone in batch.gone { remove(gone, in: batch.folder) }
      listingProblems.append(contentsOf: batch.problems)
    }
  }

  private mutating func merge(_ batch: PageBatch, _ text: BatchText) {
    guard !batch.pages.isEmpty else { return }
    revision += 1
    let folder = folder(named: batch.folder)
    let gone = lastGoneReading(in: batch.folder)
    let likely = prefetch(of: batch.entries)
    for row in batch.pages where row.reading >= gone {
      guard let page = upsert(for: row, named: text[row.name], in: folder) else { continue }
      for entry in row.entries { add(batch.entries[entry], text, page: page, likely: likely[entry]) }
      if let address = row.address { add(address: address, of: page) }
      addFacts(row, text, of: page)
      addLinks(row, of: page)
      for problem in row.problems { add(problem, of: page) }
    }
  }

  /// The first headline in the slot of each row's title. Most of these records, and those that they refer to, are not
  /// in the CPU's caches. Loading all of them in a loop without branches overlaps the cache misses; measurements showed
  /// that this halves the time for merging.
  private func prefetch(of rows: [PageBatch.EntryRow]) -> [UInt32] {
    let numbers = rows.map { titleSlots.first($0.headline.title.rawValue) }
    let first = numbers.map { headlines[$0].firstEntry }
    let stories = first.map { entries[$0].story }
    let shown = stories.map { self.stories[$0].shown }
    let found = shown.map { entries[$0].byteCount }
    return found.isEmpty ? [] : numbers
  }

  /// The number of a page that is new or replaces an older reading; nil if a later reading is already known.
  private mutating func upsert(
    for row: PageBatch.PageRow, named name: UnsafeBufferPointer<UInt8>, in folder: UInt32
  ) -> UInt32? {
    let hash = Library.pageHash(folder, name)
    let known = page(name, in: folder, hash: hash)
    if let known {
      guard row.reading >= pages[known].reading else { return nil }
      clear(page: known)
      if pages[known].isArchive, !row.isArchive { removePages(ofArchive: known, reading: row.reading) }
    }
    var record = PageRecord()
    (record.stamp, record.saved, record.folder) = (row.stamp, row.saved.seconds, folder)
    (record.savedOrigin, record.isArchive, record.isInArchive) = (
      row.saved.origin, row.isArchive, row.isInArchive
    )
    (record.firstEntry, record.entryCount) = (UInt32(entries.count), UInt32(row.entries.count))
    (record.reading, record.isPage) = (row.reading, row.isPage)
    lastReading = max(lastReading, row.reading)
    pageCount += row.isPage ? 1 : 0
    guard let known else { return addPage(record, name, hash: hash) }
    (record.name, record.nextInFolder) = (pages[known].name, pages[known].nextInFolder)
    pages[known] = record
    return known
  }

  mutating func addPage(_ record: PageRecord, _ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
    let number = UInt32(pages.count)
    if pageSlots.isFull { growPageSlots() }
    var record = record
    (record.name, record.nextInFolder) = (fileNames.append(name), folderRecords[record.folder].firstPage)
    folderRecords.update(record.folder) { $0.firstPage = number }
    pages.append(record)
    pageSlots.insert(number, hash)
    return number
  }

  mutating func growPageSlots() {
    pageSlots.grow(rows: pages.count) { page in
      fileNames.withBytes(pages[page].name) { Library.pageHash(pages[page].folder, $0) }
    }
  }

  static func pageHash(_ folder: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    ByteHash.of(name, in: folder)
  }

  /// The page in a file; nil if the file is not one of the library's.
  func page(at path: String) -> UInt32? {
    let above = FilePath.above(path)
    let folder = above.utf8.count > 1 ? String(above.dropLast()) : above
    return page(FilePath.name(path), inFolder: folder) ?? page(path, inFolder: "")
  }

  private func page(_ name: String, inFolder folder: String) -> UInt32? {
    guard let folder = folders.find(folder) else { return nil }
    var name = name
    return name.withUTF8 { page($0, in: folder, hash: Library.pageHash(folder, $0)) }
      .flatMap { pages[$0].isPage ? $0 : nil }
  }

  func page(_ name: UnsafeBufferPointer<UInt8>, in folder: UInt32, hash: UInt64) -> UInt32? {
    var probe = pageSlots.probe(hash)
    while let page = probe.next(in: pageSlots) {
      let known = pages[page]
      if known.folder == folder, fileNames.isEqual(known.name, name) { return page }
    }
    return nil
  }

  private mutating func add(_ row: PageBatch.EntryRow, _ text: BatchText, page: UInt32, likely: UInt32) {
    let number = UInt32(entries.count)
    let title = row.headline.title.rawValue
    let headline =
      headlines[likely].id == title && likely < headlines.count ? likely : self.headline(of: row, text)
    let known = headlines[headline]
    let first = known.firstEntry
    let story = entries[first].story
    let shown = entries[stories[story].shown]
    var entry = EntryRecord(
      page: page, headline: headline, byteCount: UInt32(row.body.count),
      source: sources.number(of: text[row.source]))
    (entry.isOwn, entry.isCut, entry.published) = (row.isOwn, row.isCut, row.published)
    if !known.hasTitle(row.titleHash) {
      entry.hasOwnTitle = true
      writtenTitles.append(WrittenTitle(entry: number, title: texts.append(text[row.title])))
    }
    let isLikeStory = known.isSimple && stories[story].id == row.id.rawValue
    entry.text = isLikeStory ? shown.text : sketch(row.sketch, like: shown)
    entry.nextOfHeadline = first
    entries.append(entry)
    entryDetails.append(
      EntryDetails(
        dateText: dateTexts.number(of: text[row.dateText]),
        topics: row.topics.count > 0 ? topicSets.number(of: text[row.topics]) : 0))
    headlines.update(headline) { $0.firstEntry = number }
    if first == Library.none {
      begin(with: number, headline, row)
    } else if known.isSimple, entry.source == shown.source,
      entry.text == shown.text || (entry.text == 0 && entry.source != 0)
    {
      link(number, to: story)
    } else {
      enqueue(headline: headline)
    }
  }

  /// The first entry with a headline becomes a story.
  private mutating func begin(with entry: UInt32, _ headline: UInt32, _ row: PageBatch.EntryRow) {
    let (id, sourced) = (row.id.rawValue, row.headline.sourced.rawValue)
    let story = addStory(StoryRecord(id: id, sourcedID: sourced, headline: headline))
    headlines.update(headline) { $0.isSimple = true }
    link(entry, to: story)
  }

  /// Adds nothing if the sketch is already stored.
  private mutating func sketch(_ sketch: TextSketch, like known: EntryRecord) -> UInt32 {
    if sketch.isEmpty { return 0 }
    if known.text != 0, sketches[known.text] == sketch { return known.text }
    sketches.append(sketch)
    return UInt32(sketches.count - 1)
  }

  /// The record of a headline, created if there is none yet.
  private mutating func headline(of row: PageBatch.EntryRow, _ text: BatchText) -> UInt32 {
    let title = row.headline.title.rawValue
    if let known = findHeadline(title) { return known }
    let number = UInt32(headlines.count)
    if titleSlots.isFull { titleSlots.grow(rows: headlines.count) { headlines[$0].id } }
    headlines.append(HeadlineRecord(id: title, titleHash: row.titleHash))
    headlineTitles.append(texts.append(text[row.title]))
    titleSlots.insert(number, title)
    return number
  }

  private mutating func add(address hash: UInt64, of page: UInt32) {
    guard let entry = entryNumbers(ofPage: page).first, entries[entry].isOwn else { return }
    let address = number(ofAddress: hash)
    pages.update(page) { $0.address = address }
    let row = UInt32(addressed.count)
    addressed.append(AddressedEntry(entry: entry, next: addresses[address].first))
    addresses.update(address) { $0.first = row }
    // Pages with the same address are one story, whatever their texts, so the headline is not simple.
    enqueue(headline: headlineNumber(of: entries[entry]))
    enqueue(address: address)
  }

  mutating func number(ofAddress hash: UInt64) -> UInt32 {
    if let known = findAddress(hash) { return known }
    let number = UInt32(addresses.count)
    if addressSlots.isFull { addressSlots.grow(rows: addresses.count) { addresses[$0].hash } }
    addresses.append(AddressRecord(hash: hash))
    addressSlots.insert(number, hash)
    return number
  }

  /// Discards the problems found while folders were listed, because they will be found again.
  public mutating func forgetListingProblems() {
    listingProblems.removeAll()
  }

  /// Adds ``problems`` that do not concern a page.
  public mutating func add(problems new: [FileProblem]) {
    listingProblems.append(contentsOf: new)
  }
}
