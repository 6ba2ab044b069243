public import Folders
import Tables

/// Passes over all files or stories. Rows of a catalogue are read for the pass only and do not stay in memory: together
/// they would be most of the library.
extension Library {
  /// Visits all file numbers with their stamps (see ``stamp(ofFile:)``).
  public func visitStamps(_ visit: (_ file: Int, FileStamp) -> Void) {
    var file = 0
    pages.visitRows(0..<pages.count) { rows in
      for page in rows {
        visit(file, page.isPage ? page.stamp : .unknown)
        file += 1
      }
    }
  }

  /// The story numbers that are shown as another story, in ascending order.
  public var replacedStories: [StoryIndex] {
    var found: [StoryIndex] = []
    var number = 0
    stories.visitRows(0..<stories.count) { rows in
      for record in rows {
        if record.isEmpty || record.isOlderVersion { found.append(StoryIndex(number)) }
        number += 1
      }
    }
    return found
  }

  /// The number of each story's source (see ``sourceNumber(of:)``), by the numbers of the stories.
  public var storySources: [UInt32] {
    var pass = SourcePass(self)
    var number: UInt32 = 0
    entries.visitRows(0..<entries.count) { rows in
      for entry in rows {
        pass.add(entry, number: number)
        number += 1
      }
    }
    return pass.sources(in: self)
  }
}

/// Collects the sources of all stories from their entries.
private struct SourcePass {
  /// The shown entry of each story.
  private var shown: [UInt32] = []
  /// Whether the source is part of a story's identity: then another copy may name what the shown one does not.
  private var isSourced: [Bool] = []
  private var hasOlderVersions: [Bool] = []
  /// The sources of the shown copies; 0 for none.
  private var sources: [UInt32]
  /// The source that other copies name; `different` if they disagree.
  private var others: [UInt32]

  private static let different = UInt32.max

  init(_ library: Library) {
    var titles: [UInt64] = []
    titles.reserveCapacity(library.headlines.count)
    library.headlines.visitRows(0..<library.headlines.count) { titles += $0.lazy.map(\.id) }
    sources = Array(repeating: 0, count: library.stories.count)
    others = sources
    shown.reserveCapacity(sources.count)
    isSourced.reserveCapacity(sources.count)
    hasOlderVersions.reserveCapacity(sources.count)
    library.stories.visitRows(0..<library.stories.count) { rows in
      for record in rows {
        let headline = Int(record.headline)
        shown.append(record.shown)
        isSourced.append(headline < titles.count && record.sourcedID != titles[headline])
        hasOlderVersions.append(record.hasOlderVersions)
      }
    }
  }

  mutating func add(_ entry: EntryRecord, number: UInt32) {
    let story = Int(entry.story)
    guard entry.source != 0, !entry.isGone, story < shown.count else { return }
    if shown[story] == number {
      sources[story] = entry.source
    } else if others[story] == 0 || others[story] == entry.source {
      others[story] = entry.source
    } else {
      others[story] = SourcePass.different
    }
  }

  func sources(in library: Library) -> [UInt32] {
    sources.indices.map { story in
      if sources[story] != 0 || !isSourced[story] { return sources[story] }
      // Few: their entries have to be sorted.
      if others[story] == SourcePass.different || hasOlderVersions[story] {
        return UInt32(library.sourceNumber(of: StoryIndex(story)))
      }
      return others[story]
    }
  }
}
