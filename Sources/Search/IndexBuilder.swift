public import StoryLibrary

/// Brings an index up to the files of a library, some hundred files at a time.
public struct IndexBuilder: ~Copyable {
  /// Files that are added at once: what is lost when the program ends meanwhile.
  private static let filesAtOnce = 256

  private let index: WordIndex
  private var count: Int
  private let library: Library
  private var missing: ArraySlice<Int32>
  private var reader = TextReader()
  private var terms = DocumentTerms()

  /// How many files are not in the index yet.
  public var left: Int { missing.count }

  /// A builder for the files that a library has now.
  /// - Throws: what is wrong with the index. One of which most is out of date is thrown away first.
  public init(_ library: Library, index path: String) throws(SearchError) {
    var index = try WordIndex(path: path)
    var stamps = try index.stamps()
    var missing = IndexBuilder.missing(in: stamps, of: library)
    let present = library.pageCount - missing.count
    if stamps.count > 1_000, present < stamps.count / 2 {
      WordIndex.remove(path)
      index = try WordIndex(path: path)
      stamps = []
      missing = IndexBuilder.missing(in: stamps, of: library)
    }
    (self.index, count, self.missing, self.library) = (index, stamps.count, missing[...], library)
  }

  private static func missing(in stamps: [UInt64], of library: Library) -> [Int32] {
    let known = Set(stamps)
    return library.fileNumbers.compactMap { number in
      let stamp = library.stamp(ofFile: number)
      return stamp == .unknown || known.contains(stamp.value) ? nil : Int32(number)
    }
  }

  /// Adds some files.
  /// - Returns: false when there is nothing left to do.
  public mutating func step() throws(SearchError) -> Bool {
    guard !missing.isEmpty else { return false }
    var files: [WordIndex.File] = []
    for number in missing.prefix(IndexBuilder.filesAtOnce) {
      guard let file = library.file(Int(number)) else { continue }
      var lines: [String] = []
      let stamp = reader.read(file.path) { _, entry in
        lines.append(terms.line(title: entry.title, body: entry.body))
      }
      // A file that has changed meanwhile will come again under another stamp.
      if stamp == file.stamp { files.append(WordIndex.File(stamp: file.stamp.value, lines: lines)) }
    }
    try index.add(files, after: count)
    count += files.count
    missing = missing.dropFirst(IndexBuilder.filesAtOnce)
    return !missing.isEmpty
  }
}
