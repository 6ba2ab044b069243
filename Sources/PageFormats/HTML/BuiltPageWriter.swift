import Text

/// Assembles a page's text from its parts: the shown blocks come first, so that the story is a single range.
struct BuiltPageWriter {
  private(set) var page = BuiltPage(outline: PageOutline(kind: .article))
  /// The links in the shown blocks: the ranges of their words in the page's text, and their elements.
  private var links: [(words: ByteRange, element: Int)] = []

  /// A part of a page's text before it has a position: the texts of its cells, or a single text.
  struct Part {
    var kind: BlockKind
    var texts: Range<Int>
    var isShown: Bool
    /// For an item, its depth in lists.
    var depth = 0
  }

  /// Adds all blocks of a page.
  mutating func add(_ parts: [Part], of blocks: HTMLBlocks) {
    page.text.reserveCapacity(blocks.text.count + 4096)
    var ranges = [ByteRange](repeating: 0..<0, count: parts.count)
    for (index, part) in parts.enumerated() where part.isShown { ranges[index] = append(part, blocks) }
    if !page.text.isEmpty { page.outline.story.body = 0..<page.text.count }
    for (index, part) in parts.enumerated() where !part.isShown { ranges[index] = append(part, blocks) }
    page.outline.blocks = zip(parts, ranges).map {
      PageBlock(kind: $0.kind, range: $1, isShown: $0.isShown, depth: $0.depth)
    }
  }

  /// Adds the metadata that the page gives for its story.
  mutating func add(_ metadata: PageMetadata) {
    page.outline.story.title = add(metadata.title)
    page.outline.story.source = add(metadata.source)
    page.outline.story.author = add(metadata.authors.joined(separator: ", "))
    page.outline.story.address = add(metadata.address)
    page.outline.story.when = add(metadata.date.text)
    page.outline.story.age = metadata.date.age
    page.outline.language = add(metadata.language)
  }

  /// Adds the targets of the links in the story's own text. Links to the page itself have no target.
  mutating func addLinks(of blocks: HTMLBlocks, _ targets: LinkTargets) {
    for (number, link) in links.enumerated() where page.outline.links.count < PageLink.most {
      // A link over several blocks is added where it ends.
      if number + 1 < links.count, links[number + 1].element == link.element { continue }
      guard let value = blocks.nodes.attribute("href", of: link.element)?.trimmingBlanks, value.count < 2048,
        let address = targets.target(of: value)
      else { continue }
      page.append(link: address.text, words: link.words, file: targets.file(of: value))
    }
  }

  /// Adds the related stories that the page links to.
  mutating func add(_ related: RelatedLinks) {
    page.outline.related = related.links.map { link in
      var entry = EntryOutline()
      entry.title = add(link.headline)
      entry.address = add(link.address)
      entry.file = link.file.map { page.appendLine($0) }
      return entry
    }
  }

  /// Adds a text that is not a block.
  /// - Returns: its range; nil if there is no text.
  private mutating func add(_ text: String?) -> ByteRange? {
    guard let text, !text.isEmpty else { return nil }
    let start = page.text.count
    page.text.append(contentsOf: text.utf8)
    let range = start..<page.text.count
    page.text.append(0x0A)
    return range
  }

  /// Changes the outline.
  mutating func update(_ change: (inout PageOutline) -> Void) { change(&page.outline) }

  private mutating func append(_ part: Part, _ blocks: HTMLBlocks) -> ByteRange {
    let start = page.text.count
    for index in part.texts {
      if index > part.texts.lowerBound { page.text.append(0x09) }
      let block = blocks.list[index]
      if part.isShown { keepLinks(of: block, at: page.text.count, blocks) }
      page.text.append(contentsOf: blocks.text[block.range])
    }
    defer { page.text.append(0x0A) }
    return start..<page.text.count
  }

  private mutating func keepLinks(of block: HTMLBlock, at place: Int, _ blocks: HTMLBlocks) {
    for link in block.links {
      let range = blocks.linkWords[link].clamped(to: block.range)
      let words = blocks.text[range].drop(while: ASCII.isBlank)
      let start = place + words.startIndex - block.range.lowerBound
      links.append((start..<start + words.count, blocks.links[link]))
    }
  }
}
