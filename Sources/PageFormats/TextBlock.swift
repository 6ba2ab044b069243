/// A block of a page as it is read: text that is harmless (see ``TextSanitizer``).
public struct TextBlock: Hashable, Sendable {
  /// What it is.
  public var kind: BlockKind
  /// Its lines, a newline between them; the cells of a table's row, a tab between them.
  public var text: String
  /// Whether it is part of the story.
  public var isShown: Bool
  /// Of an item, in how many items above it its list stands.
  public var level: Int
  /// The links in it, in the order of the text. Only blocks of the story have any.
  public var links: [TextLink] = []

  /// A block, put together by hand; ``ParsedPage/blocks(of:)`` makes those of pages.
  public init(_ kind: BlockKind, _ text: String, level: Int = 0, isShown: Bool = true) {
    (self.kind, self.text, self.level, self.isShown) = (kind, text, level, isShown)
  }

  /// How many lines its text has.
  public var lineCount: Int { text.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } }

  /// The words of one of its links.
  public func text(of link: TextLink) -> String {
    let range = link.range.clamped(to: 0..<text.utf8.count)
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
    return String(text[start..<end])
  }

  /// The cells of a table's row; all of any other block.
  public var cells: [Substring] {
    kind == .tableRow ? text.parts(separator: 0x09) : [text[...]]
  }

  /// Its lines; one for a table's row.
  public var lines: [Substring] { text.parts(separator: 0x0A) }
}

/// A link in a block's text.
public struct TextLink: Hashable, Sendable {
  /// Its words, in UTF-8 bytes of the text.
  public var range: Range<Int>
  /// Always http or https (see ``PageAddress``).
  public var address: String

  /// A link of a text put together by hand.
  public init(_ range: Range<Int>, _ address: String) {
    (self.range, self.address) = (range, address)
  }
}

extension String {
  fileprivate func parts(separator: UInt8) -> [Substring] {
    utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
