import Folders
import Tables

extension Library {
  /// Gives back the memory of all that was looked at in a catalogue: somebody who walks along some hundred stories
  /// and their links would have most of the file in memory. Copies keep what they have looked at.
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
    sketches.releaseFileMemory()
    headlines.releaseFileMemory()
    stories.releaseFileMemory()
    storySlots.releaseFileMemory()
    addresses.releaseFileMemory()
    addressSlots.releaseFileMemory()
    addressed.releaseFileMemory()
    titleSlots.releaseFileMemory()
    ordered.releaseFileMemory()
    problemRows.releaseFileMemory()
  }

  /// Something in the catalogue that the library was opened from is not what was written: nothing of it is to be
  /// believed, and all is to be read again.
  public var isDamaged: Bool { file?.isDamaged == true }

  /// Whether all of the catalogue that the library was opened from is what was written once. Reads the whole file, so not
  /// for the thread that draws.
  public func isIntact() -> Bool { file?.isIntact() != false }

  /// The library in a file, as a ``LibraryWriter`` writes it; nil when its tables are not those that this program writes.
  init?(_ file: TableFile) {
    var reader = TableReader(file)
    guard let sources = NameTable(&reader), let dateTexts = NameTable(&reader),
      let topicSets = NameTable(&reader), let folders = NameTable(&reader)
    else { return nil }
    (self.sources, self.dateTexts, self.topicSets, self.folders) = (sources, dateTexts, topicSets, folders)
    guard let authors = NameTable(&reader), let languages = NameTable(&reader) else { return nil }
    (self.authors, self.languages) = (authors, languages)
    entries = reader.next()
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

/// Takes one table after another out of a file.
private struct TableReader {
  private let file: TableFile
  private var number = 0
  /// There were as many tables as were asked for, of rows as large as they should be.
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
