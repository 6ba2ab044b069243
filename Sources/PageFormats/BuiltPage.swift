/// A page whose text differs from the bytes of its file (HTML, hard-wrapped lines, stories with gaps): UTF-8 that a
/// format assembles, with an outline of it.
///
/// All shown blocks come first, without gaps, each followed by a newline, so that the story's body is a single range.
/// The folded blocks follow. ``PageOutline/blocks`` lists both in page order.
struct BuiltPage {
  /// UTF-8, not yet sanitized.
  var text: [UInt8] = []
  /// The positions of the parts in `text`.
  var outline: PageOutline
}

extension BuiltPage {
  /// Appends bytes to the text.
  /// - Returns: their range in it.
  mutating func append(_ bytes: some Sequence<UInt8>) -> ByteRange {
    let start = text.count
    text.append(contentsOf: bytes)
    return start..<text.count
  }

  /// Appends a string to the text.
  mutating func append(_ string: String) -> ByteRange { append(string.utf8) }

  /// Appends a paragraph of the story. All paragraphs must be appended before anything else.
  mutating func appendShown(_ bytes: some Sequence<UInt8>, _ kind: BlockKind = .paragraph, depth: Int = 0) {
    let range = append(bytes)
    text.append(0x0A)
    outline.blocks.append(PageBlock(kind: kind, range: range, isShown: true, depth: depth))
    outline.story.body = (outline.story.body ?? range).lowerBound..<range.upperBound
  }

  /// Adds a link whose words are already in the text. Links must be added in text order, after all blocks. A link
  /// without a web address or a file is ignored.
  mutating func append(link address: String, words: ByteRange, file: [UInt8]? = nil) {
    let isWebAddress = PageAddress.isWebAddress(address)
    guard !words.isEmpty, outline.links.count < PageLink.most, isWebAddress || file != nil else { return }
    let target = isWebAddress ? appendLine(address.utf8) : nil
    outline.links.append(PageLink(words: words, address: target, file: file.map { appendLine($0) }))
  }

  /// Appends a text that is not a block.
  /// - Returns: its range, without the line end.
  mutating func appendLine(_ bytes: some Sequence<UInt8>) -> ByteRange {
    let range = append(bytes)
    text.append(0x0A)
    return range
  }

  /// Appends lines at the end of the page that do not belong to the story, as one block.
  mutating func append(references lines: [UInt8]) {
    guard !lines.isEmpty else { return }
    let range = append(lines)
    text.append(0x0A)
    outline.blocks.append(PageBlock(kind: .preformatted, range: range, isShown: false))
    outline.addressList = range
  }
}
