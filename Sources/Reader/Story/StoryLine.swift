public import Display
public import PageFormats

/// One row of the story pane.
public struct StoryLine: Hashable, Sendable {
  /// What a row is.
  public enum Kind: Hashable, Sendable {
    case headline, byline, details, rule, blank, section
    /// A line of a block of the page.
    case text(BlockKind)
    /// Where something of the page is folded.
    case fold
    /// A line of a note, or of a comment on the page.
    case remark
    /// A word of Broadsheet's own, not the story's.
    case note
  }

  /// A sign beside a row, at the edge on which it begins.
  public enum Sign: Hashable, Sendable {
    /// The first row of a list's item.
    case bullet
    /// A row of a quotation.
    case bar
  }

  /// What the row is, and so how it looks.
  public let kind: Kind
  /// Empty for rows that are drawn from elsewhere.
  public let text: Substring
  /// Columns between the edge on which the row begins and its text.
  public let indent: Int
  /// The sign at that edge.
  public let sign: Sign?
  /// Where the row's text begins in the story's text, in UTF-8 bytes; rows above the text have 0.
  public let offset: Int
  /// That of its paragraph.
  public let direction: TextDirection
  /// Whether it is in another story that was read.
  public var isKnown = false
  /// The numbers of links in its text.
  public var links: [LinkNumber] = []
  /// Its position in the story.
  let position: StoryPosition

  /// How many bytes of the story's text it has: the numbers of links are no part of that.
  var byteCount: Int { text.utf8.count - links.reduce(0) { $0 + $1.range.count } }

  /// Where some bytes of the story's text, counted from the row's first one, stand in the row.
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
  /// Where the row begins in the block's text, in UTF-8 bytes; −1 for the blank row above it.
  var byte: Int

  /// The beginning of the headline.
  public static let start = StoryPosition(block: 0, byte: 0)

  /// Whether it is further up.
  public static func < (first: StoryPosition, second: StoryPosition) -> Bool {
    (first.block, first.byte) < (second.block, second.byte)
  }
}
