import Folders
import Tables

extension Library {
  /// The memory that ``releaseFileMemory()`` frees, in bytes.
  public var fileMemory: Int {
    let names = [sources, dateTexts, topicSets, folders, authors, languages].reduce(0) { $0 + $1.fileMemory }
    let texts = texts.fileMemory + fileNames.fileMemory + addressText.fileMemory
    let slots =
      pageSlots.fileMemory + storySlots.fileMemory + titleSlots.fileMemory + addressSlots.fileMemory
    let pages = folderRecords.fileMemory + pages.fileMemory + problemRows.fileMemory + links.fileMemory
    let stories =
      entries.fileMemory + entryDetails.fileMemory + sketches.fileMemory + stories.fileMemory
      + ordered.fileMemory
    let headlines = headlines.fileMemory + headlineTitles.fileMemory + writtenTitles.fileMemory
    return names + texts + slots + pages + stories + headlines + addresses.fileMemory + addressed.fileMemory
  }

  /// Frees the memory of all catalogue pages that were accessed: after visiting some hundred stories and their links,
  /// most of the file would be in memory. Copies of the library are not affected.
  public mutating func releaseFileMemory() {
    texts.releaseFileMemory()
    fileNames.releaseFileMemory()
    folders.releaseFileMemory()
    folderRecords.releaseFileMemory()
    foldersByName = nil
    sources.releaseFileMemory()
    dateTexts.releaseFileMemory()
    topicSets.releaseFileMemory()
    authors.releaseFileMemory()
    languages.releaseFileMemory()
    addressText.releaseFileMemory()
    links.releaseFileMemory()
    pages.releaseFileMemory()
    pageSlots.releaseFileMemory()
    entries.releaseFileMemory()
    entryDetails.releaseFileMemory()
    sketches.releaseFileMemory()
    headlines.releaseFileMemory()
    headlineTitles.releaseFileMemory()
    writtenTitles.releaseFileMemory()
    stories.releaseFileMemory()
    storySlots.releaseFileMemory()
    addresses.releaseFileMemory()
    addressSlots.releaseFileMemory()
    addressed.releaseFileMemory()
    titleSlots.releaseFileMemory()
    ordered.releaseFileMemory()
    problemRows.releaseFileMemory()
  }

  /// Moves rows from memory to a scratch file that merging hardly ever accesses again.
  mutating func moveMergedRows(to file: ScratchFile) {
    texts.moveTexts(to: file)
    fileNames.moveTexts(to: file)
    sketches.moveRows(to: file)
    pages.moveRows(to: file)
    entryDetails.moveRows(to: file)
    headlineTitles.moveRows(to: file)
  }

  /// The same when everything has been merged: what only merging accesses.
  mutating func moveFoundRows(to file: ScratchFile) {
    pageSlots.moveRows(to: file)
    titleSlots.moveRows(to: file)
    storySlots.moveRows(to: file)
    headlines.moveRows(to: file, isAll: true)
    links.moveRows(to: file, isAll: true)
  }

  /// The same when the list has been sorted.
  mutating func moveSortedRows(to file: ScratchFile) {
    sketches.moveRows(to: file, isAll: true)
    pages.moveRows(to: file, isAll: true)
    entryDetails.moveRows(to: file, isAll: true)
    headlineTitles.moveRows(to: file, isAll: true)
    stories.moveRows(to: file, isAll: true)
  }

  /// Whether damage was found in the catalogue that the library was opened from. None of it can be trusted then, and
  /// all pages must be read again.
  public var isDamaged: Bool { file?.isDamaged == true }

  /// Whether the entire catalogue that the library was opened from is undamaged. Reads the whole file, so it must not
  /// be called on the drawing thread.
  public func isIntact() -> Bool { file?.isIntact() != false }

  /// The library in a file written by a ``LibraryWriter``; nil if its tables are not those of this program version.
  init?(_ file: TableFile) {
    var reader = TableReader(file)
    guard let sources = NameTable(&reader), let dateTexts = NameTable(&reader),
      let topicSets = NameTable(&reader), let folders = NameTable(&reader)
    else { return nil }
    (self.sources, self.dateTexts, self.topicSets, self.folders) = (sources, dateTexts, topicSets, folders)
    guard let authors = NameTable(&reader), let languages = NameTable(&reader) else { return nil }
    (self.authors, self.languages) = (authors, languages)
    entries = reader.next()
    entryDetails = reader.next()
    addressed = reader.next()
    pages = reader.next()
    let pageSlots = HashSlots(slots: reader.next(), count: pages.count)
    problemRows = reader.next()
    folderRecords = reader.next()
    fileNames = TextTable(bytes: reader.next())
    stories = reader.next()
    let storySlots = HashSlots(slots: reader.next(), count: stories.count)
    ordered = reader.next()
    headlines = reader.next()
    headlineTitles = reader.next()
    writtenTitles = reader.next()
    let titleSlots = HashSlots(slots: reader.next(), count: headlines.count)
    addresses = reader.next()
    let addressSlots = HashSlots(slots: reader.next(), count: addresses.count)
    links = reader.next()
    addressText = TextTable(bytes: reader.next())
    texts = TextTable(bytes: reader.next())
    sketches = reader.next()
    guard reader.isRight, let pageSlots, let storySlots, let titleSlots, let addressSlots,
      file.numbers.count == 2
    else { return nil }
    (self.pageSlots, self.storySlots) = (pageSlots, storySlots)
    (self.titleSlots, self.addressSlots) = (titleSlots, addressSlots)
    pageCount = Int(file.numbers[0])
    lastReading = UInt32(truncatingIfNeeded: file.numbers[1])
    self.file = file
  }
}

extension NameTable {
  fileprivate init?(_ reader: inout TableReader) {
    self.init(texts: TextTable(bytes: reader.next()), ranges: reader.next(), slots: reader.next())
  }
}

/// Reads one table after another from a file.
private struct TableReader {
  private let file: TableFile
  private var number = 0
  /// Whether all requested tables were present, with rows of the right size.
  private(set) var isRight = true

  init(_ file: TableFile) { self.file = file }

  mutating func next<Row>() -> Table<Row> {
    let table = file.table(number, of: Row.self)
    (number, isRight) = (number + 1, isRight && table != nil)
    return table ?? Table()
  }

  mutating func next<Row>() -> RowList<Row> {
    let list = file.list(number, of: Row.self)
    (number, isRight) = (number + 1, isRight && list != nil)
    return list ?? RowList()
  }
}
