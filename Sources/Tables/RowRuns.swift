extension Table {
  /// Visits the rows of a range in order, those of one chunk at a time; a range is clamped to the table.
  @inlinable
  public func visitRows(_ range: Range<Int>, _ body: (UnsafeBufferPointer<Row>) -> Void) {
    let range = range.clamped(to: 0..<count)
    var first = range.lowerBound
    while first < range.upperBound {
      let end = Swift.min(range.upperBound, (first >> Table.shift + 1) << Table.shift)
      withExtendedLifetime(list) {
        body(
          UnsafeBufferPointer(
            start: rows(ofChunk: first >> Table.shift) + (first & Table.mask), count: end - first))
      }
      first = end
    }
  }
}
