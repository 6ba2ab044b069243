import Text

/// A page that some tool dumped as text, of any site: its story by a learned model, everything else folded where it
/// stood.
enum TextDump {
  /// Takes a dump apart.
  /// - Parameter bytes: the dump in UTF-8.
  /// - Returns: its text and where the parts are in it.
  static func build(_ bytes: UnsafeBufferPointer<UInt8>) -> BuiltPage {
    let dump = PreparedDump(bytes)
    var page = dump.text.withUnsafeBufferPointer { text in
      let rows = DumpRows(text)
      // A longer one is no news page.
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
  /// Fewer lines are a note, not a page with anything around its story.
  private static let fewestLines = 8
}

/// A dump with each paragraph on one line and without the signs of its links.
struct PreparedDump {
  private(set) var text: [UInt8]
  /// Addresses that lynx lists at the end.
  private(set) var references: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let decoded = DumpReferences.decoded(bytes)
    text = decoded.map { $0.withUnsafeBufferPointer { DumpCleaning.clean($0) } } ?? DumpCleaning.clean(bytes)
    if let start = change({ DumpLinks.listStart($0, $1.rows) }) {
      references = Array(text[start...])
      text.removeSubrange(start...)
    }
    if text.withUnsafeBufferPointer({ $0.contains("](") }), change({ MarkdownDump.isOne($0, $1.rows) }) {
      text = change { MarkdownDump.joined($0, $1.rows) }
      text = change { MarkdownDump.withoutSigns($0, $1.rows) }
      return
    }
    if let unwrapped = change({ LineUnwrapping.unwrapped($0, $1) }) { text = unwrapped }
    let hasList = !references.isEmpty
    if let plain = text.withUnsafeBufferPointer({ DumpLinks.withoutMarkers($0, hasList: hasList) }) {
      text = plain
    }
  }

  private func change<Result>(_ body: (UnsafeBufferPointer<UInt8>, DumpRows) -> Result) -> Result {
    text.withUnsafeBufferPointer { body($0, DumpRows($0)) }
  }
}
