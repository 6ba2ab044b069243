import Text

/// A saved web page: HTML in, its story in.
///
/// Bytes → ``HTMLNodes`` (elements and texts) → ``HTMLBlocks`` (texts that stand together) → ``StoryChoice`` (which of them
/// are the story). ``PageMetadata`` is what the page tells of its story, ``RelatedLinks`` where it leads.
enum HTMLPage {
  /// Takes a page apart.
  /// - Parameters:
  ///   - bytes: the page in UTF-8.
  ///   - address: where it was saved from, if known.
  /// - Returns: its text and where its parts are.
  static func build(_ bytes: UnsafeBufferPointer<UInt8>, address: String?) -> BuiltPage {
    let nodes = HTMLNodes(bytes)
    let blocks = HTMLBlocks(nodes)
    let metadata = PageMetadata(blocks, address: address)
    let choice = StoryChoice(blocks, title: metadata.documentTitle)
    let targets = LinkTargets(page: metadata.address, base: metadata.base)
    var writer = BuiltPageWriter()
    writer.add(parts(blocks, choice, title: NormalizedWords(comparing: metadata.title)), of: blocks)
    writer.add(metadata)
    writer.addLinks(of: blocks, targets)
    writer.add(RelatedLinks(blocks, choice, metadata, targets))
    writer.update { $0.isDoubtful = choice.isDoubtful }
    return writer.page
  }

  /// The blocks as they are shown. The headline is no part of the text below it.
  private static func parts(
    _ blocks: HTMLBlocks, _ choice: StoryChoice, title: NormalizedWords
  ) -> [BuiltPageWriter.Part] {
    let kinds = BlockKinds(blocks)
    var parts: [BuiltPageWriter.Part] = []
    var hasBegun = false
    var index = 0
    while index < blocks.list.count {
      let isShown = choice.isShown[index] && (hasBegun || !isTitle(blocks, index, title))
      if isShown { hasBegun = true }
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
  /// Numbers in a row that have the same value.
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
