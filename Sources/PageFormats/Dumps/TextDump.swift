import Text

/// A text dump of any site's page: a learned model finds its story, and everything else is folded in its place.
enum TextDump {
  /// Parses a dump.
  /// - Parameters:
  ///   - bytes: the dump in UTF-8.
  ///   - address: its web address, if it is known from outside.
  /// - Returns: its text and the positions of the parts in it.
  static func build(_ bytes: UnsafeBufferPointer<UInt8>, address: String? = nil) -> BuiltPage {
    let dump = PreparedDump(bytes)
    let told = PageAddress.mayBeIn(bytes) ? PageAddress.find(in: bytes) : nil
    var page = dump.text.withUnsafeBufferPointer { text in
      var (page, sources) = parts(of: text, dump.rows)
      if !dump.links.list.isEmpty {
        var placement = DumpLinkPlacement(text, dump.links, address: told ?? address)
        placement.add(to: &page, sources: sources)
      }
      return page
    }
    page.append(references: dump.references)
    if let told { page.outline.story.address = page.append(told) }
    // A page that does not name its site is from the host of its address, as a web page is. An address in the text may
    // be another one.
    let host = address.map { PageAddress.site(of: $0) } ?? ""
    if page.outline.story.source == nil, !host.isEmpty { page.outline.story.source = page.append(host) }
    return page
  }

  /// A page with its blocks, and the ranges of the text from which they were made.
  private static func parts(
    of text: UnsafeBufferPointer<UInt8>, _ rows: DumpRows
  ) -> (BuiltPage, sources: [ByteRange]) {
    // A longer text is not a news page.
    guard rows.rows.count <= mostLines else { return PlainNote.page(text, rows) }
    let lines = DumpLines(text, rows)
    guard lines.count >= fewestLines else { return PlainNote.page(text, rows) }
    let dump = DumpPage(text, lines)
    return dump.isDoubtful ? PlainNote.page(text, rows, doubtful: dump) : dump.page()
  }

  private static let mostLines = 100_000
  /// A text with fewer lines is a note, not a page with furniture around its story.
  private static let fewestLines = 8
}

/// A dump with each paragraph on one line, without link markup and lists of addresses.
struct PreparedDump {
  private(set) var text: [UInt8]
  /// The rows of the text.
  private(set) var rows: DumpRows
  /// The lines that list the addresses of links.
  private(set) var references: [UInt8] = []
  private(set) var links = DumpLinks()

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let decoded = DumpReferences.decoded(bytes)
    text = decoded.map { $0.withUnsafeBufferPointer { DumpCleaning.clean($0) } } ?? DumpCleaning.clean(bytes)
    rows = text.withUnsafeBufferPointer { DumpRows($0) }
    if let start = text.withUnsafeBufferPointer({ AddressList.start($0, rows.rows) }) {
      references = Array(text[start...])
      change { text, _ in Array(text[..<start]) }
    }
    if text.withUnsafeBufferPointer({ MarkdownDump.isOne($0, rows.rows) }) {
      reduceMarkdown()
    } else {
      change { LineUnwrapping.unwrapped($0, $1) }
      reduceNumbers()
    }
  }

  private mutating func reduceMarkdown() {
    let defined = text.withUnsafeBufferPointer { MarkdownDump.definitions($0, rows.rows) }
    references += defined
    change { MarkdownDump.joined($0, $1.rows) }
    let plain = text.withUnsafeBufferPointer { MarkdownSigns($0, rows.rows, definitions: defined) }
    links = plain.links
    change { _, _ in plain.text }
  }

  private mutating func reduceNumbers() {
    var links = DumpLinks()
    let list = references
    change { text, _ in list.withUnsafeBufferPointer { links.removeNumbers(from: text, list: $0) } }
    self.links = links
  }

  /// Replaces the text with another one, if there is one.
  private mutating func change(_ body: (UnsafeBufferPointer<UInt8>, DumpRows) -> [UInt8]?) {
    guard let changed = text.withUnsafeBufferPointer({ body($0, rows) }) else { return }
    text = changed
    rows = changed.withUnsafeBufferPointer { DumpRows($0) }
  }
}
