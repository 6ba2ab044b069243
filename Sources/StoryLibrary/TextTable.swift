import Glibc

/// Texts one after another, in UTF-8: headlines, names.
struct TextTable: Sendable {
  private(set) var bytes: Table<UInt8>

  init() {
    bytes = Table()
  }

  init(bytes: Table<UInt8>) {
    self.bytes = bytes
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> TextRange {
    let range = TextRange(start: UInt32(bytes.count), count: UInt32(text.count))
    bytes.append(text)
    return range
  }

  /// Lends a text; of a range that a damaged file has made up, what there is.
  func withBytes<Result>(_ range: TextRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withRows { body(UnsafeBufferPointer(rebasing: $0[range.range.clamped(to: $0.indices)])) }
  }

  func string(_ range: TextRange) -> String { withBytes(range) { String(decoding: $0, as: UTF8.self) } }

  func isEqual(_ range: TextRange, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == text.count else { return false }
    guard let start = text.baseAddress, !text.isEmpty else { return true }
    return withBytes(range) { bytes in
      bytes.count == text.count && bytes.baseAddress.map { memcmp($0, start, text.count) == 0 } == true
    }
  }

  func precedes(_ a: TextRange, _ b: TextRange) -> Bool {
    withBytes(a) { a in withBytes(b) { a.lexicographicallyPrecedes($0) } }
  }
}
