import Text

/// Finds the story of a saved web page.
///
/// Bytes → ``HTMLNodes`` (elements and texts) → ``HTMLBlocks`` (texts that belong together) → ``StoryChoice`` (the
/// blocks that form the story). ``PageMetadata`` is the page's information about its story, ``RelatedLinks`` are its
/// links to other stories.
enum HTMLPage {
  /// Parses a page.
  /// - Parameters:
  ///   - bytes: the page in UTF-8.
  ///   - address: the address from which it was saved, if known.
  /// - Returns: its text and the positions of its parts.
  static func build(_ bytes: UnsafeBufferPointer<UInt8>, address: String?) -> BuiltPage {
    let nodes = HTMLNodes(bytes)
    let blocks = HTMLBlocks(nodes)
    let metadata = PageMetadata(blocks, address: address)
    let choice = StoryChoice(blocks, title: metadata.documentTitle)
    let targets = LinkTargets(page: metadata.address, base: metadata.base)
    var writer = BuiltPageWriter()
    writer.add(parts(blocks, choice, metadata), of: blocks)
    writer.add(metadata)
    writer.addLinks(of: blocks, targets)
    writer.add(RelatedLinks(blocks, choice, metadata, targets))
    writer.update { outline in
      outline.isDoubtful = choice.isDoubtful
      if blocks.list.isEmpty { outline.problems = [.empty] }
    }
    return writer.page
  }

  /// The blocks for display. The headline and the byline are not repeated in the text below them.
  private static func parts(
    _ blocks: HTMLBlocks, _ choice: StoryChoice, _ metadata: PageMetadata
  ) -> [BuiltPageWriter.Part] {
    let kinds = BlockKinds(blocks)
    let title = NormalizedWords(comparing: metadata.title)
    let byline = BylineBlock(authors: metadata.authors)
    var parts: [BuiltPageWriter.Part] = []
    var shown = 0
    var index = 0
    while index < blocks.list.count {
      let isRepeated =
        choice.isShown[index]
        && ((shown == 0 && isTitle(blocks, index, title))
          || (shown < BylineBlock.depth && byline.isRepeated(in: blocks, index)))
      let isShown = choice.isShown[index] && !isRepeated
      if isShown { shown += 1 }
      if let row = kinds.row(from: index, words: choice.words) {
        for cells in row.runs(by: { choice.isShown[$0] }) {
          let kind: BlockKind = cells.count > 1 ? .tableRow : kinds.kind(cells.lowerBound)
          parts.append(.init(kind: kind, texts: cells, isShown: choice.isShown[cells.lowerBound]))
        }
        index = row.upperBound
      } else {
        parts.append(
          .init(
            kind: kinds.kind(index), texts: index..<index + 1, isShown: isShown, depth: kinds.depth(index)))
        index += 1
      }
    }
    return parts
  }

  private static func isTitle(_ blocks: HTMLBlocks, _ index: Int, _ title: NormalizedWords) -> Bool {
    let range = blocks.list[index].range
    guard !title.isEmpty, range.count < 4 * title.bytes.count + 64 else { return false }
    return blocks.text.withUnsafeBufferPointer {
      NormalizedWords(UnsafeBufferPointer(rebasing: $0[range]), joinsAtQuotes: true) == title
    }
  }
}

extension Range<Int> {
  /// A run of consecutive numbers with the same value.
  fileprivate func runs(by value: (Int) -> Bool) -> [Range<Int>] {
    reduce(into: []) { runs, index in
      if let last = runs.last, value(last.lowerBound) == value(index) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
  }
}
