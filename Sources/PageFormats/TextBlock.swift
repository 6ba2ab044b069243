/// A block of a page as it is read: text that is harmless (see ``TextSanitizer``).
public struct TextBlock: Hashable, Sendable {
  /// What it is.
  public var kind: BlockKind
  /// Its lines, a newline between them; the cells of a table's row, a tab between them.
  public var text: String
  /// Whether it is part of the story.
  public var isShown: Bool

  /// A block, put together by hand; ``ParsedPage/blocks(of:)`` makes those of pages.
  public init(_ kind: BlockKind, _ text: String, isShown: Bool = true) {
    (self.kind, self.text, self.isShown) = (kind, text, isShown)
  }

  /// How many lines its text has.
  public var lineCount: Int { text.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } }

  /// The cells of a table's row; all of any other block.
  public var cells: [Substring] {
    kind == .tableRow ? text.parts(separator: 0x09) : [text[...]]
  }

  /// Its lines; one for a table's row.
  public var lines: [Substring] { text.parts(separator: 0x0A) }
}

extension String {
  fileprivate func parts(separator: UInt8) -> [Substring] {
    utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
  }
}

extension ParsedPage {
  /// The blocks of an entry in the order of the page. Where a format tells only where the body is, each line of it is
  /// a paragraph of the story. Blocks without any text are left out.
  public func blocks(of entry: EntryOutline) -> [TextBlock] {
    guard entry == outline.story, !outline.blocks.isEmpty else {
      return paragraphs(entry.body).map { TextBlock(.paragraph, $0) }
    }
    return outline.blocks.compactMap { block in
      let text = text(of: block)
      return text.isEmpty ? nil : TextBlock(block.kind, text, isShown: block.isShown)
    }
  }

  private func text(of block: PageBlock) -> String {
    switch block.kind {
    case .tableRow:
      let cells = parts(of: block.range, separator: 0x09).map { string($0) }
      return cells.allSatisfy(\.isEmpty) ? "" : cells.joined(separator: "\t")
    case .preformatted:
      return joined(parts(of: block.range, separator: 0x0A).map { indented($0) }, keepsBlankLines: true)
    case .paragraph, .heading, .listItem, .quote, .caption:
      return joined(parts(of: block.range, separator: 0x0A).map { string($0) }, keepsBlankLines: false)
    }
  }

  /// Blank lines at both ends are dropped; several of them within a text are one, unless they count.
  private func joined(_ lines: [String], keepsBlankLines: Bool) -> String {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    let kept = (first...last).filter { keepsBlankLines || !lines[$0].isEmpty || !lines[$0 - 1].isEmpty }
    return kept.map { lines[$0] }.joined(separator: "\n")
  }

  /// A line with the blanks at its beginning, where a tab goes on to the next multiple of eight columns.
  private func indented(_ line: ByteRange) -> String {
    let columns = withBytes(line) { bytes in
      var columns = 0
      for byte in bytes.prefix(ParsedPage.deepestIndent) {
        guard byte == 0x20 || byte == 0x09 else { break }
        columns += byte == 0x20 ? 1 : 8 - columns % 8
      }
      return columns
    }
    let text = string(line)
    return text.isEmpty ? "" : String(repeating: " ", count: columns) + text
  }

  /// Blanks at the beginning of a line that are kept: further in, no screen shows them.
  private static let deepestIndent = 64

  private func parts(of range: ByteRange, separator: UInt8) -> [ByteRange] {
    withBytes(range) { bytes in
      var parts: [ByteRange] = []
      var start = 0
      for (offset, byte) in bytes.enumerated() where byte == separator {
        parts.append(start..<offset)
        start = offset + 1
      }
      parts.append(start..<bytes.count)
      return parts.map { range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound }
    }
  }
}
