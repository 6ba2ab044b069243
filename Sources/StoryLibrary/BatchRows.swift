import Captures
import Folders
import PageFormats
import Tables
import Text

/// What a batch contains.
extension PageBatch {
  /// A file, or a page in an archive.
  struct PageRow: Sendable {
    var name: TextRange
    var stamp: FileStamp
    var saved: SavedTime
    var reading: UInt32
    /// False for a file that turned out not to be a page.
    var isPage: Bool
    /// Whether it is an archive; its pages are in a folder with the archive's path.
    var isArchive = false
    /// Whether it is a page in an archive; the batch is for that archive.
    var isInArchive = false
    /// Its range in `entries`; the page's own story first, if it has one.
    var entries: Range<Int>
    /// A hash of the page's web address.
    var address: UInt64?
    /// The address as written on the page.
    var addressText = TextRange.none
    var author = TextRange.none
    var language = TextRange.none
    var syntax = PageSyntax.text
    /// Hashes of what it links to (see ``AddressHash``): the related stories, then the links in its text.
    var links: [UInt64] = []
    var problems: [ProblemRecord] = []

    /// Adds the targets of its links, each once, up to `most` hashes in all.
    mutating func addLinks(_ targets: some Sequence<StoryLink>, atMost most: Int) {
      for target in targets {
        for hash in hashes(of: target) {
          if links.count >= most { return }
          if hash != address, !links.contains(hash) { links.append(hash) }
        }
      }
    }

    /// The hashes under which a target is found: of its address, its file, and of its headline if the address does not
    /// suffice: pages that link to each other in dumps seldom have their own addresses.
    private func hashes(of target: StoryLink) -> [UInt64] {
      let isFoundByHeadline = !target.title.isEmpty && (target.address == nil || syntax == .text)
      return [
        target.address.flatMap { AddressHash.of($0) }, target.file.map { AddressHash.of(file: $0) },
        isFoundByHeadline
          ? AddressHash.of(headline: HeadlineID(title: target.title, source: nil).title) : nil,
      ].compactMap(\.self)
    }
  }

  /// An entry of a page: its own story, or one that it lists.
  struct EntryRow: Sendable {
    var headline: HeadlineID
    /// The identity of a story with this headline and text.
    var id: StoryID
    var title: TextRange
    /// A hash of the title's bytes.
    var titleHash: UInt32
    var source: TextRange
    /// The age or date as written on the page.
    var dateText: TextRange
    var published: PublicationTime?
    /// Its range in the page's decoded text; empty if the page has only the headline.
    var body: Range<UInt32>
    var sketch: TextSketch
    var isOwn: Bool
    /// Whether the page ends within the text.
    var isCut: Bool
    /// Topics, one per line.
    var topics = TextRange.none
  }
}

/// The text that the ranges of a batch refer to.
struct BatchText {
  let bytes: UnsafeBufferPointer<UInt8>

  subscript(range: TextRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range.range])
  }
}
