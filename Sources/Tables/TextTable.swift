import Glibc

/// Consecutive texts in UTF-8: headlines, names.
public struct TextTable: Sendable {
  /// All texts, joined.
  public private(set) var bytes: Table<UInt8>

  /// No texts.
  public init() {
    bytes = Table()
  }

  /// A saved table.
  public init(bytes: Table<UInt8>) {
    self.bytes = bytes
  }

  /// Appends a text. There is space for 4 GiB of texts; further ones are empty.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> TextRange {
    guard bytes.count + text.count <= UInt32.max else { return .none }
    let range = TextRange(start: UInt32(bytes.count), count: UInt32(text.count))
    bytes.append(text)
    return range
  }

  /// Passes the bytes of a text to a closure; an invalid range, as in a damaged file, is clamped.
  public func withBytes<Result>(_ range: TextRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
  {
    bytes.withRows(range.range, body)
  }

  /// A text; invalid UTF-8 is replaced.
  public func string(_ range: TextRange) -> String {
    withBytes(range) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a text has these bytes.
  public func isEqual(_ range: TextRange, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == text.count else { return false }
    guard let start = text.baseAddress, !text.isEmpty else { return true }
    return withBytes(range) { bytes in
      bytes.count == text.count && bytes.baseAddress.map { memcmp($0, start, text.count) == 0 } == true
    }
  }

  /// See ``Table/fileMemory``.
  public var fileMemory: Int { bytes.fileMemory }

  /// See ``Table/releaseFileMemory()``.
  public mutating func releaseFileMemory() { bytes.releaseFileMemory() }

  /// See ``Table/moveRows(to:isAll:)``.
  public mutating func moveTexts(to file: ScratchFile) { bytes.moveRows(to: file) }

  /// Whether one text comes before another in byte order.
  public func precedes(_ a: TextRange, _ b: TextRange) -> Bool {
    withBytes(a) { a in withBytes(b) { a.lexicographicallyPrecedes($0) } }
  }
}
