import Folders
import Tables

/// A table as a catalogue keeps it.
protocol KeptTable {
  func write(to file: inout TableFileWriter)
}

extension Table: KeptTable {
  func write(to file: inout TableFileWriter) { file.write(self) }
}

extension RowList: KeptTable {
  func write(to file: inout TableFileWriter) { file.write(self) }
}

extension Library {
  /// All that is kept of a library, in the order of the file.
  var tables: [any KeptTable] {
    [texts.bytes, fileNames.bytes] + folders.tables + [folderStamps] + sources.tables + dateTexts.tables
      + topicSets.tables
      + [
        pages, pageSlots.slots, entries, sketches, headlines, titleSlots.slots, stories, addresses,
        addressSlots.slots, addressed, ordered, problemRows,
      ]
  }

  /// Gives back the memory of all that was looked at in a catalogue: somebody who walks along some hundred stories
  /// and their links would have most of the file in memory. Copies keep what they have looked at.
  public mutating func releaseFileMemory() {
    texts.releaseFileMemory()
    fileNames.releaseFileMemory()
    folders.releaseFileMemory()
    folderStamps.releaseFileMemory()
    sources.releaseFileMemory()
    dateTexts.releaseFileMemory()
    topicSets.releaseFileMemory()
    pages.releaseFileMemory()
    pageSlots.releaseFileMemory()
    entries.releaseFileMemory()
    sketches.releaseFileMemory()
    headlines.releaseFileMemory()
    stories.releaseFileMemory()
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

  /// What is kept besides the tables.
  var numbers: [UInt64] { [UInt64(pageCount), UInt64(lastReading), UInt64(deadEntries)] }

  /// The library in a file; nil when its tables are not those that this program writes.
  init?(_ file: TableFile) {
    var reader = TableReader(file)
    texts = TextTable(bytes: reader.next())
    fileNames = TextTable(bytes: reader.next())
    guard let folders = NameTable(&reader) else { return nil }
    folderStamps = reader.next()
    guard let sources = NameTable(&reader), let dateTexts = NameTable(&reader),
      let topicSets = NameTable(&reader)
    else { return nil }
    (self.folders, self.sources, self.dateTexts, self.topicSets) = (folders, sources, dateTexts, topicSets)
    pages = reader.next()
    let pageSlots = HashSlots(slots: reader.next(), count: pages.count)
    entries = reader.next()
    sketches = reader.next()
    headlines = reader.next()
    let titleSlots = HashSlots(slots: reader.next(), count: headlines.count)
    stories = reader.next()
    addresses = reader.next()
    let addressSlots = HashSlots(slots: reader.next(), count: addresses.count)
    addressed = reader.next()
    ordered = reader.next()
    problemRows = reader.next()
    guard reader.isRight, let pageSlots, let titleSlots, let addressSlots,
      file.numbers.count == numbers.count
    else { return nil }
    (self.pageSlots, self.titleSlots, self.addressSlots) = (pageSlots, titleSlots, addressSlots)
    pageCount = Int(file.numbers[0])
    lastReading = UInt32(truncatingIfNeeded: file.numbers[1])
    deadEntries = Int(file.numbers[2])
    self.file = file
  }
}

extension NameTable {
  fileprivate var tables: [any KeptTable] { [texts.bytes, ranges, slots.slots] }

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
