/// A block of a page for display: sanitized text (see ``TextSanitizer``).
public struct TextBlock: Hashable, Sendable {
  /// The kind of the block.
  public var kind: BlockKind
  /// Its lines, separated by newlines; the cells of a table row are separated by tabs.
  public var text: String
  /// Whether it is part of the story.
  public var isShown: Bool
  /// For an item, the number of items that its list is nested in.
  public var level: Int
  /// The links in it, in text order. Only blocks of the story have links.
  public var links: [TextLink] = []

  /// Creates a block directly; ``ParsedPage/blocks(of:)`` creates those of pages.
  public init(_ kind: BlockKind, _ text: String, level: Int = 0, isShown: Bool = true) {
    (self.kind, self.text, self.level, self.isShown) = (kind, text, level, isShown)
  }

  /// The number of lines of its text.
  public var lineCount: Int { text.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } }

  /// The words of one of its links.
  public func text(of link: TextLink) -> String {
    let range = link.range.clamped(to: 0..<text.utf8.count)
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
    return String(text[start..<end])
  }

  /// The cells of a table row; the whole text of any other block.
  public var cells: [Substring] {
    kind == .tableRow ? text.parts(separator: 0x09) : [text[...]]
  }

  /// Its lines; a table row is one line.
  public var lines: [Substring] { text.parts(separator: 0x0A) }
}

/// A link in a block's text.
public struct TextLink: Hashable, Sendable {
  /// Its words, as a range of UTF-8 bytes of the text.
  public var range: Range<Int>
  /// Always http or https (see ``PageAddress``). Nil if only the file is known.
  public var address: String?
  /// The file it leads to: in a parsed page, a path relative to that of the page (see ``RelativeFile``).
  public var file: String?

  /// Creates a link directly.
  public init(_ range: Range<Int>, _ address: String?, file: String? = nil) {
    (self.range, self.address, self.file) = (range, address, file)
  }
}

extension String {
  fileprivate func parts(separator: UInt8) -> [Substring] {
    utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
