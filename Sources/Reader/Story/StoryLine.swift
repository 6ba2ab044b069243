public import Display
public import PageFormats

/// A row of the story pane.
public struct StoryLine: Hashable, Sendable {
  /// The kinds of rows.
  public enum Kind: Hashable, Sendable {
    case headline, byline, details, rule, blank, section
    /// A line of a block of the page.
    case text(BlockKind)
    /// A line that stands for a folded part of the page.
    case fold
    /// A line of a note, or of a comment on the page.
    case remark
    /// A remark by Broadsheet, not part of the story.
    case note
  }

  /// A sign next to a row, at the edge on which the row begins.
  public enum Sign: Hashable, Sendable {
    /// The first row of a list item.
    case bullet
    /// A row of a quotation.
    case bar
  }

  /// The kind of the row, which determines its style.
  public let kind: Kind
  /// Empty for rows that are drawn from other data.
  public let text: Substring
  /// The columns between the edge on which the row begins and its text.
  public let indent: Int
  /// The sign at that edge.
  public let sign: Sign?
  /// The offset of the row's text in the story's text, in UTF-8 bytes; 0 for rows above the text.
  public let offset: Int
  /// The direction of its paragraph.
  public let direction: TextDirection
  /// Whether it is in another story that was read.
  public var isKnown = false
  /// The numbers of links in its text.
  public var links: [LinkNumber] = []
  /// Its position in the story.
  let position: StoryPosition

  /// The number of bytes of the story's text in the row, without the numbers of links.
  var byteCount: Int { text.utf8.count - links.reduce(0) { $0 + $1.range.count } }

  /// The range in the row of a range of the story's text, in bytes from the beginning of the row.
  func range(ofBytes bytes: Range<Int>) -> Range<Int> {
    var (start, end) = (bytes.lowerBound, bytes.upperBound)
    for link in links {
      if link.range.lowerBound <= start { start += link.range.count }
      if link.range.lowerBound < end { end += link.range.count }
    }
    return start..<max(start, end)
  }
}

/// A position in a story, which refers to the same text at any width.
public struct StoryPosition: Hashable, Comparable, Sendable {
  /// The number of the block in its ``StoryDocument``.
  var block: Int
  /// The offset of the row in the block's text, in UTF-8 bytes; −1 for the blank row above the block.
  var byte: Int

  /// The beginning of the headline.
  public static let start = StoryPosition(block: 0, byte: 0)

  /// Whether it is before another position.
  public static func < (first: StoryPosition, second: StoryPosition) -> Bool {
    (first.block, first.byte) < (second.block, second.byte)
  }
}
