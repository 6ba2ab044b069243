import Tables

// The rows of a library's tables are stored in files as they are in memory (see ``Catalogue``), so they consist only of
// numbers of fixed size, and any bytes form a valid row. When you change one, increase ``Catalogue/schema``.

/// A web address of pages.
struct AddressRecord: Sendable, BitwiseCopyable {
  var hash: UInt64
  /// The head of a chain in `addressed`; `Library.none` if it is empty.
  var first = Library.none
  var needsPairing: UInt32 = 0
  /// The head of a chain in `links`; `Library.none` if it is empty.
  var firstLink = Library.none
  /// The address in `addressText` as written on a page; none if it only occurs in links.
  var text = TextRange.none
}

/// One page's own entry with an address.
struct AddressedEntry: Sendable, BitwiseCopyable {
  var entry: UInt32
  /// The next one with the same address.
  var next: UInt32
}
