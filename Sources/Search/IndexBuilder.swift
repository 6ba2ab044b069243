import Foundation
public import StoryLibrary

/// Updates an index from the files of a library, some thousand entries at a time.
public struct IndexBuilder: ~Copyable {
  /// How many entries are added in one transaction: about as many as FTS5 collects in memory.
  private static let entriesAtOnce = 8_192
  /// An index with more files than this, most of them out of date, is rebuilt.
  static let fewFiles = 1_000

  private let index: WordIndex
  private var count: Int
  private let library: Library
  private var missing: ArraySlice<Int32>
  private var reader = TextReader()
  private var terms = DocumentTerms()
  private var hasAdded = false

  /// How many files are not in the index yet.
  public var left: Int { missing.count }

  /// A builder for the current files of a library.
  /// - Throws: if the index cannot be used. An index that is mostly out of date is emptied first.
  public init(_ library: Library, index path: String) throws(SearchError) {
    let index = try WordIndex(path: path)
    var stamps = try index.stamps()
    var missing = IndexBuilder.missing(in: stamps, of: library)
    let present = library.pageCount - missing.count
    if stamps.count > IndexBuilder.fewFiles, present < stamps.count / 2 {
      try index.removeAll()
      stamps = []
      missing = IndexBuilder.missing(in: stamps, of: library)
    }
    let ordered = library.inReadingOrder(missing.map { Int($0) }).map { Int32($0) }
    (self.index, count, self.missing, self.library) = (index, stamps.count, ordered[...], library)
  }

  private static func missing(in stamps: [UInt64], of library: Library) -> [Int32] {
    let others = FileMatch(library, stamps).others.filter { $0.stamp != .unknown }
    // Mostly none: then no table of all stamps is made.
    if others.isEmpty { return [] }
    let known = Set(stamps)
    return others.filter { !known.contains($0.stamp.value) }.map { Int32($0.file) }
  }

  /// Adds some files.
  /// - Returns: false if all files are in the index.
  /// - Throws: if the index cannot be used. A damaged one is removed, and the next builder creates a new one.
  public mutating func step() throws(SearchError) -> Bool {
    guard !missing.isEmpty else { return false }
    do throws(SearchError) {
      try addFiles()
      if missing.isEmpty, hasAdded { index.seal() }
    } catch {
      if case .damaged(let path) = error { WordIndex.remove(path) }
      throw error
    }
    return !missing.isEmpty
  }

  private mutating func addFiles() throws(SearchError) {
    var entries = 0
    let added = try index.add(after: count) {
      while entries < IndexBuilder.entriesAtOnce, let number = missing.popFirst() {
        guard let file = nextFile(Int(number)) else { continue }
        entries += file.lines.count
        return file
      }
      return nil
    }
    count += added
    hasAdded = hasAdded || added > 0
  }

  private mutating func nextFile(_ number: Int) -> WordIndex.File? {
    guard let file = library.file(number) else { return nil }
    var lines: [Data] = []
    let stamp = reader.read(file.path) { _, entry in
      lines.append(terms.line(title: entry.title, body: entry.body, folded: entry.folded))
    }
    // A file that has changed meanwhile will be added with its new stamp.
    return stamp == file.stamp ? WordIndex.File(stamp: file.stamp.value, lines: lines) : nil
  }
}
