import Folders
import PageFormats
import Tables
import Text

/// A page that links to a story's address without having its text.
struct LinkRecord: Sendable, BitwiseCopyable {
  var page: UInt32
  /// The page's reading. A link from an earlier reading is no longer valid.
  var reading: UInt32
  /// The next link to the same address; `Library.none` at the end.
  var next: UInt32
}

/// Stories related by links: one page has their headline and address, another page has their text.
extension Library {
  /// The maximum number of links stored per page, both beside its story and in its text: further links hardly matter.
  static let mostLinks = 64
  /// The maximum number of links followed back from one address: more than anybody reads.
  private static let mostBacklinks = 256

  /// Stores the links of a page.
  mutating func addLinks(_ row: PageBatch.PageRow, of page: UInt32) {
    for hash in row.links {
      let address = number(ofAddress: hash)
      let number = UInt32(links.count)
      links.append(LinkRecord(page: page, reading: row.reading, next: addresses[address].firstLink))
      addresses.update(address) { $0.firstLink = number }
    }
  }

  /// The pages that link to an address, most recently read first.
  func linkingPages(to address: UInt32, atMost most: Int = .max) -> [UInt32] {
    guard address < addresses.count else { return [] }
    var pages: [UInt32] = []
    var link = addresses[address].firstLink
    // Bounded: the chain in a damaged file may be circular.
    for _ in 0..<min(most, links.count) {
      guard link < links.count else { break }
      let record = links[link]
      let page = self.pages[record.page]
      if page.isPage, page.reading == record.reading { pages.append(record.page) }
      link = record.next
    }
    return pages
  }

  /// The stories whose pages link to a page of a story.
  func linkingStories(to index: StoryIndex) -> [StoryIndex] {
    let own = sortedEntries(of: index).filter { entries[$0].isOwn }.map { entries[$0].page }
    guard !own.isEmpty else { return [] }
    let hashes =
      own.map { AddressHash.of(file: path(ofPage: $0)) } + [AddressHash.of(headline: titleID(of: index))]
    return Set(own.map { pages[$0].address } + hashes.compactMap { findAddress($0) }).sorted()
      .flatMap { linkingPages(to: $0, atMost: Library.mostBacklinks) }
      .compactMap { ownStory(ofPage: $0) }
  }

  /// The target of a link: the story of the page with its address, otherwise of the page in its file, otherwise one with
  /// its headline. Nil if none of these was saved.
  public func story(linkedBy link: StoryLink) -> StoryIndex? {
    let hash = link.address.flatMap { AddressHash.of($0) }
    if let address = hash.flatMap({ findAddress($0) }), addresses[address].first < addressed.count {
      let entry = entries[addressed[addresses[address].first].entry]
      if !entry.isGone, entry.story != Library.none { return visible(entry.story) }
    }
    if let story = link.file.flatMap({ page(at: $0) }).flatMap({ ownStory(ofPage: $0) }) { return story }
    return stories(titled: HeadlineID(title: link.title, source: nil).title).first
  }
}

/// A story that a page links to without having its text.
public struct StoryLink: Hashable, Sendable {
  /// Its headline.
  public var title: String
  /// Its web address, if the page has it. Always http or https (see ``PageAddress``).
  public var address: String?
  /// The path of the file that it leads to. No file is looked for: only a page of the library can be found there.
  public var file: String?

  /// A link.
  public init(title: String, address: String?, file: String? = nil) {
    (self.title, self.address, self.file) = (title, address, file)
  }

  /// The name of the file that it leads to, for display.
  public var fileName: String? { file.map { TextSanitizer.clean(FilePath.name($0)) } }

  /// The site: `meridian.example`.
  public var site: String? { address.map { PageAddress.site(of: $0) } }
}

extension ParsedPage {
  /// Whether an entry is a link to a story, not a story for the list. A web page contains no texts of other stories.
  func isLink(_ entry: EntryOutline) -> Bool {
    entry.body == nil && (entry.address != nil || !outline.blocks.isEmpty)
  }

  /// A story that the page at a path links to without having its text; nil for any other entry.
  func link(to entry: EntryOutline, at path: @autoclosure () -> String) -> StoryLink? {
    guard isLink(entry), let title = text(of: entry.title) else { return nil }
    let address = text(of: entry.address).flatMap { PageAddress.isWebAddress($0) ? $0 : nil }
    return StoryLink(title: title, address: address, file: file(entry.file, besidePage: path()))
  }

  /// The path of a file that the page at a path links to.
  func file(_ range: ByteRange?, besidePage path: @autoclosure () -> String) -> String? {
    file(range).flatMap { FilePath.resolved($0, besideFile: path()) }
  }
}
