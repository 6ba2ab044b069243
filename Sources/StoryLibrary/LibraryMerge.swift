import PageFormats
import Tables

/// How pages become stories: entries with the same title, and the same source or none, are one story.
extension Library {
  /// Merges some pages.
  public mutating func add(_ batch: PageBatch) { add([batch]) }

  /// Merges the pages of several batches and puts the list in order once.
  public mutating func add(_ batches: [PageBatch]) {
    collect(batches)
    updateOrder()
  }

  /// Merges the pages of several batches for somebody who looks at no list before the last one: stories have
  /// no place in ``order`` until something is added.
  public mutating func collect(_ batches: [PageBatch]) {
    for batch in batches {
      if let stamp = batch.folderStamp { setStamp(stamp, ofFolder: folders.number(of: batch.folder)) }
      batch.withText { merge(batch, $0) }
      for gone in batch.gone { remove(gone, in: batch.folder) }
      listingProblems.append(contentsOf: batch.problems)
    }
  }

  private mutating func merge(_ batch: PageBatch, _ text: BatchText) {
    guard !batch.pages.isEmpty else { return }
    revision += 1
    let folder = folders.number(of: batch.folder)
    let gone = lastGoneReading(in: batch.folder)
    let likely = prefetch(of: batch.entries)
    for row in batch.pages where row.reading >= gone {
      guard let page = upsert(for: row, named: text[row.name], in: folder) else { continue }
      for entry in row.entries { add(batch.entries[entry], text, page: page, likely: likely[entry]) }
      for problem in row.problems { add(problem, of: page) }
    }
  }

  /// The first story in the slot of each row's title. Most stories wait in memory far away: asked for all at once,
  /// without anything to decide in between, they arrive together. Measured to halve the time of merging.
  private func prefetch(of rows: [PageBatch.EntryRow]) -> [UInt32] {
    let numbers = rows.map { titleSlots.first($0.identity.titleID.rawValue) }
    let fullest = numbers.map { stories[$0].fullest }
    let titles = fullest.map { entries[$0].title.start }
    let letters = titles.map { texts.bytes[$0] }
    return letters.isEmpty ? [] : numbers
  }

  /// The number of a page that is new, or that takes the place of an older reading; nil for one that was read
  /// earlier than what is known.
  private mutating func upsert(
    for row: PageBatch.PageRow, named name: UnsafeBufferPointer<UInt8>, in folder: UInt32
  ) -> UInt32? {
    let hash = Library.pageHash(folder, name)
    let known = page(name, in: folder, hash: hash)
    if let known {
      guard row.reading >= pages[known].reading else { return nil }
      clear(page: known)
    }
    var record = PageRecord()
    (record.stamp, record.saved, record.folder) = (row.stamp, row.saved, folder)
    (record.firstEntry, record.entryCount) = (UInt32(entries.count), UInt32(row.entries.count))
    (record.reading, record.isPage) = (row.reading, row.isPage)
    lastReading = max(lastReading, row.reading)
    pageCount += row.isPage ? 1 : 0
    guard let known else { return addPage(record, name, hash: hash) }
    record.name = pages[known].name
    pages[known] = record
    return known
  }

  mutating func addPage(_ record: PageRecord, _ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
    let number = UInt32(pages.count)
    if pageSlots.isFull { growPageSlots() }
    pages.append(record)
    pages.update(number) { $0.name = fileNames.append(name) }
    pageSlots.insert(number, hash)
    return number
  }

  mutating func growPageSlots() {
    pageSlots.grow { page in
      fileNames.withBytes(pages[page].name) { Library.pageHash(pages[page].folder, $0) }
    }
  }

  static func pageHash(_ folder: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    ByteHash.of(name, in: folder)
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
    let story = stories[likely].id == row.identity.id.rawValue ? likely : self.story(of: row.identity)
    let title = self.title(text[row.title], of: story)
    var entry = EntryRecord(
      page: page, story: story, body: row.body, title: title, source: sources.number(of: text[row.source]),
      when: whens.number(of: text[row.when]))
    (entry.isOwn, entry.published) = (row.isOwn, row.published)
    if row.topics.count > 0 { entry.topics = topicSets.number(of: text[row.topics]) }
    let number = UInt32(entries.count)
    entries.append(entry)
    link(number, to: story)
  }

  /// Nothing is added when the text is there already, as it is for most copies of a story.
  private mutating func title(_ text: UnsafeBufferPointer<UInt8>, of story: UInt32) -> TextRange {
    let fullest = stories[story].fullest
    if fullest != Library.none, texts.isEqual(entries[fullest].title, text) { return entries[fullest].title }
    return texts.append(text)
  }

  /// The record of a title and a source, made when it is the first of them.
  private mutating func story(of identity: StoryIdentity) -> UInt32 {
    let first = firstNamesake(identity.titleID.rawValue)
    var next = first
    while next != Library.none {
      let record = stories[next]
      if record.id == identity.id.rawValue { return next }
      next = record.nextNamesake
    }
    let number = UInt32(stories.count)
    var record = StoryRecord(identity)
    if first == Library.none {
      if titleSlots.isFull { titleSlots.grow { stories[$0].titleID } }
      stories.append(record)
      titleSlots.insert(number, record.titleID)
    } else {
      (record.nextNamesake, record.hasNamesakes) = (stories[first].nextNamesake, true)
      stories.append(record)
      stories.update(first) { ($0.nextNamesake, $0.hasNamesakes) = (number, true) }
    }
    return number
  }

  /// What was noticed while the folders were listed will be noticed again.
  public mutating func forgetListingProblems() {
    listingProblems.removeAll()
  }

  /// Adds to the ``problems`` what has to do with no page.
  public mutating func add(problems new: [FileProblem]) {
    listingProblems.append(contentsOf: new)
  }
}
