import PageFormats
import Tables

/// A page that leads to a story's address, without its text.
struct LinkRecord: Sendable, BitwiseCopyable {
  var page: UInt32
  /// Of the page: a link of an earlier one is none any more.
  var reading: UInt32
  /// The next link to the same address; `Library.none` at the end.
  var next: UInt32
}

/// Stories that are related by links: a page has their headline and their address, and the text is another page's.
extension Library {
  /// Links of one page that are kept, beside its story and as many in its text: no page has more that matter.
  static let mostLinks = 64
  /// Links to one address that are followed back: more than anybody looks through.
  private static let mostBacklinks = 256

  /// Keeps where a page leads.
  mutating func addLinks(_ row: PageBatch.PageRow, of page: UInt32) {
    for hash in row.links {
      let address = number(ofAddress: hash)
      let number = UInt32(links.count)
      links.append(LinkRecord(page: page, reading: row.reading, next: addresses[address].firstLink))
      addresses.update(address) { $0.firstLink = number }
    }
  }

  /// The pages that lead to an address, those that were read last first.
  func linkingPages(to address: UInt32, atMost most: Int = .max) -> [UInt32] {
    guard address < addresses.count else { return [] }
    var pages: [UInt32] = []
    var link = addresses[address].firstLink
    // Bounded: a damaged file may lead in circles.
    for _ in 0..<min(most, links.count) {
      guard link < links.count else { break }
      let record = links[link]
      let page = self.pages[record.page]
      if page.isPage, page.reading == record.reading { pages.append(record.page) }
      link = record.next
    }
    return pages
  }

  /// The stories whose pages lead to a page of a story.
  func linkingStories(to index: StoryIndex) -> [StoryIndex] {
    let own = sortedEntries(of: index).filter { entries[$0].isOwn }.map { pages[entries[$0].page].address }
    return Set(own).sorted().flatMap { linkingPages(to: $0, atMost: Library.mostBacklinks) }
      .compactMap { ownStory(ofPage: $0) }
  }

  /// The story that a link leads to: that of the page with its address, else one with its headline. Nil when none of
  /// them was saved.
  public func story(linkedBy link: StoryLink) -> StoryIndex? {
    let hash = link.address.flatMap { AddressHash.of($0) }
    if let address = hash.flatMap({ findAddress($0) }), addresses[address].first < addressed.count {
      let entry = entries[addressed[addresses[address].first].entry]
      if !entry.isGone, entry.story != Library.none { return visible(entry.story) }
    }
    return stories(titled: HeadlineID(title: link.title, source: nil).title).first
  }
}

/// A story that a page leads to, of which it has no text.
public struct StoryLink: Hashable, Sendable {
  /// Its headline.
  public var title: String
  /// Its web address, where the page tells it. Always http or https (see ``PageAddress``).
  public var address: String?

  /// A link.
  public init(title: String, address: String?) {
    (self.title, self.address) = (title, address)
  }

  /// The site: `meridian.example`.
  public var site: String? { address.map { PageAddress.site(of: $0) } }
}

extension ParsedPage {
  /// Whether an entry is a link to a story, not a story for the list. A web page lists no texts beside its own.
  func isLink(_ entry: EntryOutline) -> Bool {
    entry.body == nil && (entry.address != nil || !outline.blocks.isEmpty)
  }

  /// A story that the page leads to without having its text; nil for any other entry.
  func link(to entry: EntryOutline) -> StoryLink? {
    guard isLink(entry), let title = text(of: entry.title) else { return nil }
    let address = text(of: entry.address).flatMap { PageAddress.isWebAddress($0) ? $0 : nil }
    return StoryLink(title: title, address: address)
  }
}
