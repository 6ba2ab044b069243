import Folders
import Glibc
import Tables

/// A table as a catalogue keeps it: its rows' bytes.
protocol KeptTable {
  var count: Int { get }
  /// Bytes of a row.
  var stride: Int { get }
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result
  func forget()
}

extension Table: KeptTable {
  var stride: Int { MemoryLayout<Row>.stride }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withRows { body(UnsafeRawBufferPointer($0)) }
  }
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

  /// Gives back the memory of all that was looked at in a catalogue. The kernel maps what stands around a row as well,
  /// so that walking along some hundred stories and their links would bring in most of the file.
  public func forget() {
    for table in tables { table.forget() }
  }

  var counters: CatalogueHeader.Counters {
    CatalogueHeader.Counters(pages: pageCount, lastReading: lastReading, deadEntries: deadEntries)
  }

  /// The library in a mapped file; nil when its tables are not those that this program writes.
  init?(_ header: CatalogueHeader, _ file: MappedFile) {
    var reader = TableReader(header, file)
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
    guard reader.isRight, let pageSlots, let titleSlots, let addressSlots else { return nil }
    (self.pageSlots, self.titleSlots, self.addressSlots) = (pageSlots, titleSlots, addressSlots)
    (pageCount, lastReading) = (header.counters.pages, header.counters.lastReading)
    deadEntries = header.counters.deadEntries
  }
}

extension NameTable {
  fileprivate var tables: [any KeptTable] { [texts.bytes, ranges, slots.slots] }

  fileprivate init?(_ reader: inout TableReader) {
    self.init(texts: TextTable(bytes: reader.next()), ranges: reader.next(), slots: reader.next())
  }
}

/// Takes one table after another out of a mapped file.
private struct TableReader {
  private let file: MappedFile
  private var sections: ArraySlice<CatalogueHeader.Section>
  /// There were as many tables as were asked for, of rows as large as they should be.
  private(set) var isRight = true

  init(_ header: CatalogueHeader, _ file: MappedFile) {
    self.file = file
    sections = header.sections[...]
  }

  mutating func next<Row>() -> Table<Row> {
    guard let section = sections.popFirst(), section.stride == MemoryLayout<Row>.stride,
      section.offset >= 0, section.count >= 0, section.capacity >= section.count * section.stride,
      section.offset <= file.byteCount, section.capacity <= file.byteCount - section.offset
    else {
      isRight = false
      return Table()
    }
    return Table(mapped: TableMemory(file: file, range: section.room), count: section.count)
  }
}
