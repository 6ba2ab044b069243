import PageDump

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
    for batch in batches { merge(batch) }
  }

  /// Adds to ``problems`` what has to do with no page.
  public mutating func add(problems new: [FileProblem]) {
    problems.append(contentsOf: new)
  }

  private mutating func merge(_ batch: PageBatch) {
    problems.append(contentsOf: batch.problems)
    let folder = folders.number(of: batch.folder)
    for page in batch.pages {
      let number = UInt32(pages.count)
      let first = UInt32(entries.count)
      pages.append(
        PageRecord(
          folder: folder, name: append(batch.text[page.name.range]), saved: page.saved,
          entries: first..<first + UInt32(page.entries.count)))
      for row in page.entries { merge(batch.entries[row], of: batch, page: number, saved: page.saved) }
    }
  }

  private mutating func merge(_ row: PageBatch.EntryRow, of batch: PageBatch, page: UInt32, saved: Int64) {
    let record = self.record(for: row)
    let known = records[Int(record)]
    let entry = UInt32(entries.count)
    entries.append(
      EntryRecord(page: page, story: record, body: row.body, next: known.firstEntry, isOwn: row.isOwn))
    let isFuller = isFuller(entry, than: known.fullest)
    let title = isFuller ? replaced(known.title, by: batch.text[row.title.range]) : known.title
    let source = isFuller ? replaced(known.source, by: batch.text[row.source.range]) : known.source
    let isBetter = isBetter(row.published, onPage: page, than: known)
    let when = isBetter ? replaced(known.when, by: batch.text[row.when.range]) : known.when
    let isOnNewPage = known.firstEntry == Library.none || entries[Int(known.firstEntry)].page != page
    update(record) { story in
      if isFuller { (story.fullest, story.title, story.source) = (entry, title, source) }
      if isBetter { (story.published, story.when, story.dated) = (row.published, when, page) }
      story.firstEntry = entry
      if isOnNewPage { story.pageCount += 1 }
      story.hasPage = story.hasPage || row.isOwn
      story.saved = max(story.saved, saved)
    }
    touch(record)
  }

  private mutating func update(_ record: UInt32, _ change: (inout StoryRecord) -> Void) {
    change(&records[Int(record)])
  }

  /// Of two pages that mean the same time the newer one's words are shown.
  private func isBetter(_ time: PublicationTime?, onPage page: UInt32, than known: StoryRecord) -> Bool {
    guard let time, time == known.published else { return StoryOrder.isBetter(time, than: known.published) }
    return page != known.dated && isNewer(page, than: known.dated)
  }

  /// The record of a title and a source, made when it is the first of them.
  private mutating func record(for row: PageBatch.EntryRow) -> UInt32 {
    let head = namesakes[row.identity.titleID] ?? Library.none
    var next = head
    while next != Library.none {
      if records[Int(next)].identity.id == row.identity.id { return next }
      next = records[Int(next)].nextNamesake
    }
    let number = UInt32(records.count)
    var record = StoryRecord(identity: row.identity)
    record.nextNamesake = head
    records.append(record)
    namesakes[row.identity.titleID] = number
    if head != Library.none { pairNamesakes(from: number) }
    return number
  }

  /// Copies without a source belong to the story that has one; where several sources ran the same headline,
  /// to the one with the lowest identity, so that the order of loading makes no difference.
  private mutating func pairNamesakes(from head: UInt32) {
    var all: [UInt32] = []
    var next = head
    while next != Library.none {
      all.append(next)
      next = records[Int(next)].nextNamesake
    }
    let sourced = all.filter { records[Int($0)].identity.isSourceKnown }
    guard let sourceless = all.first(where: { !records[Int($0)].identity.isSourceKnown }),
      let owner = sourced.min(by: { records[Int($0)].identity.id < records[Int($1)].identity.id })
    else { return }
    for record in all {
      let isPair = record == owner || record == sourceless
      records[Int(record)].twin = isPair ? (record == owner ? sourceless : owner) : Library.none
      touch(record)
    }
  }

  private mutating func touch(_ record: UInt32) {
    guard !records[Int(record)].isTouched else { return }
    records[Int(record)].isTouched = true
    touched.append(record)
    let twin = records[Int(record)].twin
    if twin != Library.none { touch(twin) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) -> TextRange {
    let range = TextRange(start: UInt32(text.count), count: UInt32(bytes.count))
    text.append(contentsOf: bytes)
    return range
  }

  /// Nothing is added when the text is there already, as it is for most copies of a story.
  private mutating func replaced(_ old: TextRange, by bytes: ArraySlice<UInt8>) -> TextRange {
    text[old.range].elementsEqual(bytes) ? old : append(bytes)
  }

  /// The number of a source as `bytes` write it; most copies write it alike.
  private mutating func replaced(_ old: UInt32, by bytes: ArraySlice<UInt8>) -> UInt32 {
    if sources[old].utf8.elementsEqual(bytes) { return old }
    return sources.number(of: String(decoding: bytes, as: UTF8.self))
  }
}
