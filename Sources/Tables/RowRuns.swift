extension Table {
  /// Visits the rows of a range in order, those of one chunk at a time; a range is clamped to the table. Rows in a file
  /// are read for the visit only: this is the way to read many rows once.
  @inlinable
  public func visitRows(_ range: Range<Int>, _ body: (UnsafeBufferPointer<Row>) -> Void) {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return }
    let chunks = range.lowerBound >> Table.shift..<(range.upperBound - 1) >> Table.shift + 1
    withExtendedLifetime(list) {
      list.visit(chunks) { number, bytes in
        let first = Swift.max(range.lowerBound, number << Table.shift)
        let end = Swift.min(range.upperBound, (number + 1) << Table.shift)
        let rows = bytes.assumingMemoryBound(to: Row.self)
        body(UnsafeBufferPointer(start: rows + (first & Table.mask), count: end - first))
      }
    }
  }
}
