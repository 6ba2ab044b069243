/// What a part of a page's text is, and so how it is shown.
public enum BlockKind: UInt8, Sendable, Hashable, CaseIterable {
  /// Running text.
  case paragraph
  /// A heading within the text.
  case heading
  /// One item of a list.
  case listItem
  /// Part of a quotation.
  case quote
  /// What stands below a picture.
  case caption
  /// One row of a table, its cells apart by a tab.
  case tableRow
  /// Lines whose breaks and blanks count: code, verse.
  case preformatted
}

/// A link in the text of a story.
public struct PageLink: Sendable, Hashable {
  /// Its words, in the page's text, within one block.
  public var words: ByteRange
  /// The web address that it leads to, in the page's text.
  public var address: ByteRange

  /// More links of one page are not known: no story has so many.
  static let most = 500
}

/// One block of a page, in the order in which the page has them.
public struct PageBlock: Sendable, Hashable {
  /// What it is.
  public var kind: BlockKind
  /// In the page's text. It may have several lines: a `<br>` is a newline.
  public var range: ByteRange
  /// Whether it is part of the story. What is not is folded where it stood, and never lost.
  public var isShown: Bool
  /// Of an item, how many lists stand around its own list, as the page has them.
  public var depth: UInt8

  /// A block of a page.
  public init(kind: BlockKind, range: ByteRange, isShown: Bool, depth: Int = 0) {
    self.kind = kind
    self.depth = UInt8(clamping: depth)
    self.range = range
    self.isShown = isShown
  }
}
