import Glibc

/// Where the rows of one table are in a file: chunks one after another, each with its sum behind it.
struct SectionPlace: Equatable {
  /// Of the sum behind each chunk, in bytes.
  static let sumSize = 8

  /// In the file, in bytes.
  var offset: Int
  /// How many rows.
  var count: Int
  /// Of a row, in bytes.
  var stride: Int
  /// Of a chunk.
  var rowsAChunk: Int

  var chunkBytes: Int { rowsAChunk * stride }
  var chunkCount: Int { (count + rowsAChunk - 1) / rowsAChunk }
  /// With the sums.
  var byteCount: Int { count * stride + chunkCount * SectionPlace.sumSize }

  func offset(ofChunk number: Int) -> Int { offset + number * (chunkBytes + SectionPlace.sumSize) }

  func byteCount(ofChunk number: Int) -> Int {
    min(rowsAChunk, count - number * rowsAChunk) * stride
  }

  /// Of chunks that stand together, with their sums.
  func byteCount(ofChunks chunks: Range<Int>) -> Int {
    let last = chunks.upperBound - 1
    return offset(ofChunk: last) + byteCount(ofChunk: last) + SectionPlace.sumSize
      - offset(ofChunk: chunks.lowerBound)
  }
}

/// The first 4096 bytes of a file of tables: 64-bit numbers in the machine's order, the last one their checksum. A
/// file that was cut or whose header was damaged is not opened.
struct TableFileHeader: Equatable {
  static let size = 4096
  private static let words = size / 8
  /// "BROADSHT"
  private static let magic: UInt64 = 0x5448_5344_414F_5242
  private static let firstSection = 8
  private static let wordsASection = 4

  /// What the rows are, and of what: a file of another kind is foreign.
  var schema: UInt64
  var identity: UInt64
  /// Another one in each file, and part of each sum: no chunk of an older file is taken for this one's.
  var nonce: UInt64
  /// What the file's owner counts besides the tables.
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
  ///   - bytes: the first of the file.
  ///   - fileSize: of the file; nil for bytes that are no header, or one of a file of another size.
  init?(_ bytes: UnsafeRawBufferPointer, fileSize: Int) {
    guard bytes.count == TableFileHeader.size else { return nil }
    let words = (0..<TableFileHeader.words).map {
      bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
    }
    guard words[0] == TableFileHeader.magic, words[4] == UInt64(fileSize),
      words.last == TableFileHeader.sum(words.dropLast())
    else { return nil }
    // Numbers under a right checksum are as they were written.
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
