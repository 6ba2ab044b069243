import Text

/// A text dump of any site's page: a learned model finds its story, and everything else is folded in its place.
enum TextDump {
  /// Parses a dump.
  /// - Parameter bytes: the dump in UTF-8.
  /// - Returns: its text and the positions of the parts in it.
  static func build(_ bytes: UnsafeBufferPointer<UInt8>) -> BuiltPage {
    let dump = PreparedDump(bytes)
    var page = dump.text.withUnsafeBufferPointer { text in
      let rows = dump.rows
      // A longer text is not a news page.
      guard rows.rows.count <= mostLines else { return PlainNote.page(text, rows) }
      let lines = DumpLines(text, rows)
      guard lines.count >= fewestLines else { return PlainNote.page(text, rows) }
      let dump = DumpPage(text, lines)
      return dump.isDoubtful ? PlainNote.page(text, rows, isDoubtful: true) : dump.page()
    }
    page.append(references: dump.references)
    if PageAddress.mayBeIn(bytes), let address = PageAddress.find(in: bytes) {
      page.outline.story.address = page.append(address)
    }
    return page
  }

  private static let mostLines = 100_000
  /// A text with fewer lines is a note, not a page with furniture around its story.
  private static let fewestLines = 8
}

/// A dump with each paragraph on one line and without link markup.
struct PreparedDump {
  private(set) var text: [UInt8]
  /// The rows of the text.
  private(set) var rows: DumpRows
  /// The addresses that lynx lists at the end.
  private(set) var references: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let decoded = DumpReferences.decoded(bytes)
    text = decoded.map { $0.withUnsafeBufferPointer { DumpCleaning.clean($0) } } ?? DumpCleaning.clean(bytes)
    rows = text.withUnsafeBufferPointer { DumpRows($0) }
    if let start = text.withUnsafeBufferPointer({ DumpLinks.listStart($0, rows.rows) }) {
      references = Array(text[start...])
      change { text, _ in Array(text[..<start]) }
    }
    if text.withUnsafeBufferPointer({ $0.contains("](") && MarkdownDump.isOne($0, rows.rows) }) {
      change { MarkdownDump.joined($0, $1.rows) }
      change { MarkdownDump.withoutSigns($0, $1.rows) }
      return
    }
    change { LineUnwrapping.unwrapped($0, $1) }
    let hasList = !references.isEmpty
    change { text, _ in DumpLinks.withoutMarkers(text, hasList: hasList) }
  }

  /// Replaces the text with another one, if there is one.
  private mutating func change(_ body: (UnsafeBufferPointer<UInt8>, DumpRows) -> [UInt8]?) {
    guard let changed = text.withUnsafeBufferPointer({ body($0, rows) }) else { return }
    text = changed
    rows = changed.withUnsafeBufferPointer { DumpRows($0) }
  }
}
