public import PageFormats
import Tables

/// The metadata of a page, as numbers, because it is queried for all pages at once.
public struct PageFacts: Sendable, Hashable {
  /// The index in ``Library/authorNames``; 0 for none.
  public var author: Int
  /// The index in ``Library/languageNames``; 0 for none.
  public var language: Int
  /// The syntax of the page.
  public var syntax: PageSyntax
  /// The index in ``Library/addressTexts``; nil for none.
  public var address: Int?
}

extension Library {
  /// The names of all authors by number, as written on pages: several authors of one page are one name. The first one
  /// is empty: unknown.
  public var authorNames: [String] { (0..<UInt32(authors.count)).map { authors[$0] } }

  /// All languages by number, as BCP 47 tags. The first one is empty: unknown.
  public var languageNames: [String] { (0..<UInt32(languages.count)).map { languages[$0] } }

  /// The web addresses by number; empty for an address that only occurs in links.
  public var addressTexts: [String] { addresses.map { addressText.string($0.text) } }

  /// Visits the metadata of a story's own pages.
  public func visitOwnPages(of index: StoryIndex, _ visitor: (PageFacts) -> Void) {
    for number in allEntries(of: index) where entries[number].isOwn {
      let page = pages[entries[number].page]
      visitor(
        PageFacts(
          author: Int(page.author), language: Int(page.language), syntax: page.syntax,
          address: page.address == Library.none ? nil : Int(page.address)))
    }
  }

  /// Stores the metadata of a page.
  mutating func addFacts(_ row: PageBatch.PageRow, _ text: BatchText, of page: UInt32) {
    if row.author.count > 0 || row.language.count > 0 || row.syntax != .text {
      let author = authors.number(of: text[row.author])
      let language = languages.number(of: text[row.language])
      pages.update(page) { ($0.author, $0.language, $0.syntax) = (author, language, row.syntax) }
    }
    let address = pages[page].address
    if address != Library.none, addresses[address].text.count == 0 {
      let range = addressText.append(text[row.addressText])
      addresses.update(address) { $0.text = range }
    }
  }
}
