/// A page whose text is not what the file holds byte for byte (HTML, hard-wrapped lines, text with holes): UTF-8 put
/// together by a format, with the outline that leads into it.
///
/// All shown blocks stand first and next to each other, a newline after each, so that the story's body is one range;
/// the folded ones follow. ``PageOutline/blocks`` has both in the order of the page.
struct BuiltPage {
  /// UTF-8, not yet made harmless.
  var text: [UInt8] = []
  /// Where the parts are in `text`.
  var outline: PageOutline
}

extension BuiltPage {
  /// Appends bytes to the text.
  /// - Returns: where they stand in it.
  mutating func append(_ bytes: some Sequence<UInt8>) -> ByteRange {
    let start = text.count
    text.append(contentsOf: bytes)
    return start..<text.count
  }

  /// Appends a text to the text.
  mutating func append(_ string: String) -> ByteRange { append(string.utf8) }

  /// Appends a paragraph of the story. All of them come before anything else.
  mutating func appendShown(_ bytes: some Sequence<UInt8>, _ kind: BlockKind = .paragraph, depth: Int = 0) {
    let range = append(bytes)
    text.append(0x0A)
    outline.blocks.append(PageBlock(kind: kind, range: range, isShown: true, depth: depth))
    outline.story.body = (outline.story.body ?? range).lowerBound..<range.upperBound
  }

  /// Adds a link whose words are in the text already. Links come in the order of the text, when all blocks are there.
  mutating func append(link address: String, words: ByteRange) {
    guard !words.isEmpty, outline.links.count < PageLink.most, PageAddress.isWebAddress(address) else {
      return
    }
    outline.links.append(PageLink(words: words, address: append(address)))
    text.append(0x0A)
  }

  /// Appends lines at the end of the page that are no part of the story, as one block.
  mutating func append(references lines: [UInt8]) {
    guard !lines.isEmpty else { return }
    let range = append(lines)
    text.append(0x0A)
    outline.blocks.append(PageBlock(kind: .preformatted, range: range, isShown: false))
  }
}
