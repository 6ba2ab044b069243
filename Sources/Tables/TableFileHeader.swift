import Glibc

/// The location of the rows of one table in a file: consecutive chunks, each followed by its checksum.
struct SectionPlace: Equatable {
  /// The size of the checksum after each chunk, in bytes.
  static let sumSize = 8

  /// The offset in the file, in bytes.
  var offset: Int
  /// The number of rows.
  var count: Int
  /// The size of a row, in bytes.
  var stride: Int
  /// The size of a chunk.
  var rowsAChunk: Int

  var chunkBytes: Int { rowsAChunk * stride }
  var chunkCount: Int { (count + rowsAChunk - 1) / rowsAChunk }
  /// The size including checksums.
  var byteCount: Int { count * stride + chunkCount * SectionPlace.sumSize }

  func offset(ofChunk number: Int) -> Int { offset + number * (chunkBytes + SectionPlace.sumSize) }

  func byteCount(ofChunk number: Int) -> Int {
    min(rowsAChunk, count - number * rowsAChunk) * stride
  }

  /// The size of consecutive chunks, including their checksums.
  func byteCount(ofChunks chunks: Range<Int>) -> Int {
    let last = chunks.upperBound - 1
    return offset(ofChunk: last) + byteCount(ofChunk: last) + SectionPlace.sumSize
      - offset(ofChunk: chunks.lowerBound)
  }
}

/// The first 4096 bytes of a file of tables: 64-bit numbers in the machine's byte order, the last one their checksum. A
/// truncated file or one with a damaged header is not opened.
struct TableFileHeader: Equatable {
  static let size = 4096
  private static let words = size / 8
  /// "BROADSHT"
  private static let magic: UInt64 = 0x5448_5344_414F_5242
  private static let firstSection = 8
  private static let wordsASection = 4

  /// The layout of the rows, and the source of the tables: a file with other values is rejected.
  var schema: UInt64
  var identity: UInt64
  /// Different in each file, and part of each checksum, so that no chunk of an older file is mistaken for one of this
  /// file.
  var nonce: UInt64
  /// The numbers that the file's owner saves besides the tables.
  var numbers: [UInt64]
  var sections: [SectionPlace]
  var fileSize: Int

  var bytes: [UInt8] {
    var words: [UInt64] = [
      TableFileHeader.magic, schema, identity, nonce, UInt64(fileSize), UInt64(numbers.count),
      UInt64(sections.count), 0,
    ]
    for section in sections {
      let fields = [section.offset, section.count, section.stride, section.rowsAChunk]
      words += fields.map { UInt64($0) }
    }
    words += numbers
    precondition(words.count < TableFileHeader.words, "more tables than a header has room for")
    words += Array(repeating: 0, count: TableFileHeader.words - 1 - words.count)
    words.append(TableFileHeader.sum(words[...]))
    return words.withUnsafeBytes { Array($0) }
  }

  init(schema: UInt64, identity: UInt64, nonce: UInt64) {
    (self.schema, self.identity, self.nonce) = (schema, identity, nonce)
    (numbers, sections, fileSize) = ([], [], TableFileHeader.size)
  }

  /// - Parameters:
  ///   - bytes: the first bytes of the file.
  ///   - fileSize: the size of the file; nil for bytes that are not a header, or the header of a file of another size.
  init?(_ bytes: UnsafeRawBufferPointer, fileSize: Int) {
    guard bytes.count == TableFileHeader.size else { return nil }
    let words = (0..<TableFileHeader.words).map {
      bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
    }
    guard words[0] == TableFileHeader.magic, words[4] == UInt64(fileSize),
      words.last == TableFileHeader.sum(words.dropLast())
    else { return nil }
    // Numbers with a correct checksum are as they were written.
    let first = TableFileHeader.firstSection
    let (numberCount, sectionCount) = (Int(words[5]), Int(words[6]))
    let firstNumber = first + sectionCount * TableFileHeader.wordsASection
    self.init(schema: words[1], identity: words[2], nonce: words[3])
    self.fileSize = fileSize
    numbers = Array(words[firstNumber..<firstNumber + numberCount])
    for section in 0..<sectionCount {
      let start = first + section * TableFileHeader.wordsASection
      let fields = words[start..<start + TableFileHeader.wordsASection].map { Int($0) }
      sections.append(
        SectionPlace(offset: fields[0], count: fields[1], stride: fields[2], rowsAChunk: fields[3]))
    }
  }

  private static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
    var sum = Mixer()
    for word in words { sum.add(word) }
    return sum.value
  }
}
