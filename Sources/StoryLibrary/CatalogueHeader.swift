import Glibc
import Tables

/// The first 4096 bytes of a catalogue: 64-bit numbers in the machine's order, the last one their checksum. A file
/// that was cut or whose header was damaged is not opened.
struct CatalogueHeader {
  static let size = 4096
  private static let words = size / 8
  /// "BROADSHT"
  private static let magic: UInt64 = 0x5448_5344_414F_5242

  /// Where a table is in the file.
  struct Section {
    var offset: Int
    /// In rows.
    var count: Int
    /// In bytes; more than its rows take: a library that is mapped may grow there.
    var capacity: Int
    /// Of a row, in bytes.
    var stride: Int

    var contents: Range<Int> { offset..<offset + count * stride }
    var room: Range<Int> { offset..<offset + capacity }
  }

  /// What a library counts besides its tables.
  struct Counters {
    var pages = 0
    var lastReading: UInt32 = 0
    var deadEntries = 0
  }

  let identity: UInt64
  let counters: Counters
  /// Of all tables' rows.
  var contentSum: UInt64 = 0
  private(set) var sections: [Section] = []
  private(set) var fileSize = size

  init(identity: UInt64, counters: Counters) {
    self.identity = identity
    self.counters = counters
  }

  mutating func add(_ table: any KeptTable) {
    let bytes = table.count * table.stride
    let capacity = (bytes + bytes / 8 + 4096 + 4095) / 4096 * 4096
    sections.append(Section(offset: fileSize, count: table.count, capacity: capacity, stride: table.stride))
    fileSize += capacity
  }

  /// - Returns: what went wrong (`errno`).
  func write(to descriptor: Int32) -> Int32? {
    var words: [UInt64] = [
      CatalogueHeader.magic, UInt64(Catalogue.schema), identity, UInt64(fileSize), contentSum,
      UInt64(counters.pages), UInt64(counters.lastReading), UInt64(counters.deadEntries),
      UInt64(sections.count),
    ]
    for section in sections {
      words += [section.offset, section.count, section.capacity, section.stride].map { UInt64($0) }
    }
    words += Array(repeating: 0, count: CatalogueHeader.words - 1 - words.count)
    words.append(CatalogueHeader.sum(words[...]))
    let written = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return written == CatalogueHeader.size ? nil : written < 0 ? errno : ENOSPC
  }

  init?(_ file: MappedFile, identity: UInt64) {
    guard file.byteCount >= CatalogueHeader.size else { return nil }
    let words = UnsafeRawBufferPointer(start: file.base, count: CatalogueHeader.size)
      .bindMemory(to: UInt64.self)
    self.init(words: Array(words), fileSize: file.byteCount, identity: identity)
  }

  init?(descriptor: Int32, identity: UInt64) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    var words = [UInt64](repeating: 0, count: CatalogueHeader.words)
    let count = words.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == CatalogueHeader.size else { return nil }
    self.init(words: words, fileSize: Int(status.st_size), identity: identity)
  }

  private init?(words: [UInt64], fileSize: Int, identity: UInt64) {
    guard words[0] == CatalogueHeader.magic, words[1] == UInt64(Catalogue.schema), words[2] == identity,
      words[3] == UInt64(fileSize), words.last == CatalogueHeader.sum(words.dropLast())
    else { return nil }
    // Numbers under a right checksum are as they were written.
    let numbers = words.map { Int(truncatingIfNeeded: $0) }
    self.identity = identity
    self.fileSize = fileSize
    contentSum = words[4]
    counters = Counters(
      pages: numbers[5], lastReading: UInt32(truncatingIfNeeded: words[6]), deadEntries: numbers[7])
    sections = (0..<numbers[8]).map { number in
      let first = 9 + 4 * number
      return Section(
        offset: numbers[first], count: numbers[first + 1], capacity: numbers[first + 2],
        stride: numbers[first + 3])
    }
  }

  private static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
    var sum = Mixer()
    for word in words { sum.add(word) }
    return sum.value
  }
}
