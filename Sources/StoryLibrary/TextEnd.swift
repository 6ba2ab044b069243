import PageFormats
import Text

/// Whether a page was cut off within a text: an interrupted download, a teaser.
enum TextEnd {
  /// Whether the text is the last of its page, or ends with dots, and no sentence ends there.
  static func isCut(_ body: ByteRange, of page: ParsedPage, isOwn: Bool) -> Bool {
    guard !body.isEmpty else { return false }
    let last = page.outline.blocks.last
    let isLast = last.map { $0.isShown && isOwn } ?? (body.upperBound + 2 >= page.byteCount)
    // A text dump of any site ends with its text; an article of the aggregator never does.
    let endsEarly = isLast && isOwn && last == nil && page.outline.kind == .article
    return page.withBytes(body) { text in
      endsWithDots(text) || endsEarly || (isLast && !endsSentence(text))
    }
  }

  private static func endsWithDots(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.suffix(3).elementsEqual("…".utf8) || text.suffix(3).elementsEqual("...".utf8)
  }

  /// Whether the last letter is followed by punctuation that ends a sentence, in any script. For punctuation outside
  /// ASCII only the last byte is checked; letters hardly ever have the same last byte.
  private static func endsSentence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = text.last else { return true }
    if last < 0x80 {
      switch last {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ";"):
        return false
      default: return true
      }
    }
    let end = Array(text.suffix(3))
    return signs.contains { end.suffix($0.count).elementsEqual($0) }
  }

  private static let signs: [[UInt8]] =
    "\u{2019}\u{201D}\u{BB}\u{61F}\u{6D4}\u{3002}\u{FF01}\u{FF1F}\u{300D}\u{964}"
    .unicodeScalars.map { Array(String($0).utf8) }
}

/// A page's web address, as a number.
enum AddressHash {
  /// Nil for a page without an address, and for one with only the site's address, which is the same for all its pages.
  static func of(_ text: String) -> UInt64? {
    var address = text
    guard let scheme = address.firstRange(of: "://") else { return nil }
    address = String(address[scheme.upperBound...].prefix { $0 != "#" })
    while address.hasSuffix("/") { address.removeLast() }
    guard let slash = address.firstIndex(of: "/") else { return nil }
    let (host, path) = (address[..<slash].lowercased(), address[slash...])
    return FNV1a.hash(
      adding: (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host).utf8 + Array(path.utf8))
  }

  /// The same for the headline of a story that pages link to.
  static func of(headline: StoryID) -> UInt64 {
    FNV1a.hash(
      adding: Array("headline:".utf8) + withUnsafeBytes(of: headline.rawValue.littleEndian) { Array($0) })
  }

  /// The same for the path of a file that pages link to.
  static func of(file path: String) -> UInt64 { FNV1a.hash(adding: Array("file:".utf8) + Array(path.utf8)) }
}
