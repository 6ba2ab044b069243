import Glibc
public import Tables

/// An index in a file that can be thrown away at any time: its tables as they are in memory, of which those rows are read
/// that somebody looks at.
extension RelatedIndex {
  /// The layout of the rows and the rules by which terms are made. To be raised with every change of them.
  static let schema: UInt64 = 2

  /// The index in a file; nil when there is none of this layout.
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

  /// Something that was read in the file is not what was written: nothing that was found is to be believed.
  public var isDamaged: Bool { file?.isDamaged == true }

  /// Keeps the index in a file, which takes the place of an earlier one at once. It must be as it was made: stories that
  /// have come since are among those of the next one.
  /// - Throws: why not. There is no harm in it but that the next program has to make the index again.
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
