import Glibc
public import Tables

/// An index stored in a file, which can be deleted at any time. Its tables have the same layout as in memory,
/// and only the rows that are accessed are read.
extension RelatedIndex {
  /// The version of the row layout and of the rules that make terms. Increase it with every change to either.
  static let schema: UInt64 = 2

  /// The index in a file; nil if there is none with this layout.
  public init?(path: String) {
    guard let file = TableFile(path: path, schema: RelatedIndex.schema, identity: 0), file.tableCount == 10,
      file.numbers.count == LanguageGroup.allCases.count,
      let stories = file.table(0, of: StoryTerms.self),
      let slots = file.table(1, of: UInt32.self).flatMap({ HashSlots(slots: $0, count: stories.count) }),
      let days = file.table(2, of: Int32.self), let terms = file.table(3, of: SharedTerm.self),
      let postings = file.table(4, of: Posting.self), let first = file.table(5, of: UInt32.self),
      let next = file.table(6, of: UInt32.self), let keys = file.table(7, of: UInt64.self),
      let titles = file.table(8, of: UInt64.self), let copies = file.table(9, of: CopyRow.self),
      terms.count.nonzeroBitCount == 1
    else { return nil }
    let counts = FolderCounts(slots: terms, storyCounts: file.numbers.map { Int(clamping: $0) })
    self.init(
      stories: stories, keys: keys, titles: titles, slots: slots, days: days, counts: counts,
      postings: postings, firstInThread: first, nextInThread: next, copies: copies, file: file)
  }

  /// Whether data read from the file differs from what was written: results from this index are then
  /// unreliable.
  public var isDamaged: Bool { file?.isDamaged == true }

  /// Writes the index to a file, replacing an earlier one atomically. The index must not contain stories that
  /// arrived after it was made: those belong to the next index.
  /// - Throws: the reason of a failure. It does no harm except that the next program has to make the index
  ///   again.
  public func write(to path: String) throws(TableFileError) {
    let temporary = path + ".\(getpid())"
    do throws(TableFileError) {
      var writer = try TableFileWriter(path: temporary, schema: RelatedIndex.schema, identity: 0)
      writer.write(stories)
      writer.write(slots.slots)
      writer.write(days)
      writer.write(counts.slots)
      writer.write(postings)
      writer.write(firstInThread)
      writer.write(nextInThread)
      writer.write(keys)
      writer.write(titles)
      writer.write(copies)
      try writer.finish(numbers: counts.storyCounts.map { UInt64($0) })
      guard rename(temporary, path) == 0 else { throw TableFileError(errno: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
  }
}
