/// The kind of a part of a page's text, which determines how it is displayed.
public enum BlockKind: UInt8, Sendable, Hashable, CaseIterable {
  /// Regular text.
  case paragraph
  /// A heading within the text.
  case heading
  /// One item of a list.
  case listItem
  /// Part of a quotation.
  case quote
  /// The caption of a picture.
  case caption
  /// A table row, with its cells separated by tabs.
  case tableRow
  /// Lines whose breaks and blanks are significant: code, verse.
  case preformatted
}

/// A link in the text of a story.
public struct PageLink: Sendable, Hashable {
  /// Its words: a range of the page's text, within one block.
  public var words: ByteRange
  /// Its target address: a range of the page's text. Nil if the page's own address would have to be known.
  public var address: ByteRange?
  /// The relative path of the file it leads to, as a range of the page's text (see ``RelativeFile``).
  public var file: ByteRange?

  /// Further links of a page are ignored: no story has this many.
  static let most = 500
}

/// One block of a page, in page order.
public struct PageBlock: Sendable, Hashable {
  /// The kind of the block.
  public var kind: BlockKind
  /// A range of the page's text. It may have several lines: a `<br>` is a newline.
  public var range: ByteRange
  /// Whether it is part of the story. Other blocks are folded in their place, never dropped.
  public var isShown: Bool
  /// For an item, the number of lists around its own list on the page.
  public var depth: UInt8

  /// A block of a page.
  public init(kind: BlockKind, range: ByteRange, isShown: Bool, depth: Int = 0) {
    self.kind = kind
    self.depth = UInt8(clamping: depth)
    self.range = range
    self.isShown = isShown
  }
}
