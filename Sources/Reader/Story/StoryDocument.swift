import Display

/// All that stands in the story pane, from the headline to the last comment, as a row of blocks. A block is a piece of
/// a paragraph of bounded length, or a row that is drawn from elsewhere: laying out one never takes long.
struct StoryDocument: Sendable {
  /// What is laid out at once.
  struct Block: Sendable {
    var kind: StoryLine.Kind
    var text = ""
    /// How much of the story's text stands before it, in UTF-8 bytes.
    var offset = 0
    /// Nil for that of its own text.
    var direction: TextDirection?
    /// A blank row stands above it; where the text before it is this block's own, that row belongs to it.
    var hasBlankAbove = false
  }

  /// Nil until the text has been read.
  let text: StoryText?
  /// What the reader wrote on the story.
  let note: String?
  private let title: String
  private let failure: String?
  /// The headline and what stands below it, down to the text.
  private let head: [Block]
  private let remarks: [Block]

  /// A document of a headline and what else there is: the text, the reader's note, why there is no text.
  init(title: String, text: StoryText? = nil, note: String? = nil, failure: String? = nil) {
    (self.title, self.text, self.note, self.failure) = (title, text, note, failure)
    var head = ReadableText.bounded(title[...]).map { Block(kind: .headline, text: String($0)) }
    head += [StoryLine.Kind.byline, .details, .rule].map { Block(kind: $0) }
    if let failure { head.append(Block(kind: .note, text: failure)) }
    if text?.pieces.isEmpty == true {
      head.append(Block(kind: .note, text: "This page has a headline but no text."))
    }
    self.head = head
    remarks = note.map { StoryDocument.blocks(ofNote: $0, offset: text?.length ?? 0) } ?? []
  }

  func with(_ text: StoryText) -> StoryDocument { StoryDocument(title: title, text: text, note: note) }

  func with(failure: String) -> StoryDocument {
    StoryDocument(title: title, note: note, failure: failure)
  }

  func with(note: String?) -> StoryDocument {
    StoryDocument(title: title, text: text, note: note, failure: failure)
  }

  private static func blocks(ofNote note: String, offset: Int) -> [Block] {
    var blocks = [Block(kind: .section, text: "✎ Your note", offset: offset, hasBlankAbove: true)]
    for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
      blocks += ReadableText.bounded(line).map {
        Block(kind: $0.isEmpty ? .blank : .remark, text: String($0), offset: offset)
      }
    }
    return blocks
  }

  // MARK: Its blocks

  private var pieceCount: Int { text?.pieces.count ?? 0 }
  private var firstNote: Int { head.count + pieceCount }
  /// The heading of the comments is a block of its own.
  private var firstComment: Int { firstNote + remarks.count }

  /// How many blocks there are.
  var count: Int {
    let comments = text?.comments.count ?? 0
    return firstComment + (comments > 0 ? comments + 1 : 0)
  }

  /// The blocks of the story's own text.
  var textBlocks: Range<Int> { head.count..<firstNote }

  /// The block with a number.
  subscript(number: Int) -> Block {
    if number < head.count { return head[number] }
    if number < firstNote { return block(ofPiece: number - head.count) }
    if number < firstComment { return remarks[number - firstNote] }
    return block(ofComment: number - firstComment - 1)
  }

  private func block(ofPiece number: Int) -> Block {
    guard let text else { return Block(kind: .blank) }
    let piece = text.pieces[number]
    return Block(
      kind: .text, text: text.text(of: piece), offset: Int(piece.offset), direction: piece.direction,
      hasBlankAbove: number > 0)
  }

  private func block(ofComment number: Int) -> Block {
    guard let text else { return Block(kind: .blank) }
    guard number >= 0 else {
      return Block(kind: .section, text: "Comments", offset: text.length, hasBlankAbove: true)
    }
    let piece = text.comments[number]
    return Block(
      kind: .remark, text: text.comment(piece), offset: text.length, direction: piece.direction)
  }

  // MARK: Bytes

  /// All bytes of text, note and comments.
  var byteCount: Int { (text?.length ?? 0) + noteLength + (text?.commentLength ?? 0) }

  private var noteLength: Int { remarks.reduce(0) { $0 + $1.text.utf8.count + 1 } }

  /// How many of them stand before a block.
  func bytes(beforeBlock number: Int) -> Int {
    if number < head.count { return 0 }
    let length = text?.length ?? 0
    if number < firstNote { return text.map { Int($0.pieces[number - head.count].offset) } ?? 0 }
    if number < firstComment {
      return length + remarks[..<(number - firstNote)].reduce(0) { $0 + $1.text.utf8.count + 1 }
    }
    let comment = number - firstComment - 1
    return length + noteLength + (comment < 0 ? 0 : text.map { Int($0.comments[comment].offset) } ?? 0)
  }

  /// The block of the text in which a place stands: bytes of the story's text. The blank row above a block is its own.
  func block(atPlace place: Int) -> Int {
    guard let text, !text.pieces.isEmpty else { return 0 }
    var (low, high) = (0, text.pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(text.pieces[middle].offset) - 1 <= place { low = middle } else { high = middle - 1 }
    }
    return head.count + low
  }

  /// The same row in a document that differs from another only in its note.
  func position(_ position: StoryPosition, after other: StoryDocument) -> StoryPosition {
    guard position.block >= other.firstComment else {
      return position.block < firstComment
        ? position : StoryPosition(block: max(0, firstComment - 1), byte: Int.max)
    }
    return StoryPosition(block: position.block - other.firstComment + firstComment, byte: position.byte)
  }

  // MARK: Laying out

  /// The rows of a block at a width.
  func rows(ofBlock number: Int, width: Int) -> [StoryLine] {
    let block = self[number]
    let direction = block.direction ?? TextDirection(ofParagraph: block.text)
    var rows: [StoryLine] = []
    if block.hasBlankAbove {
      // In the text, the row belongs to the break between two pieces.
      let offset = block.kind == .text ? block.offset - 1 : block.offset
      rows.append(
        StoryLine(
          kind: .blank, text: "", offset: offset, direction: .leftToRight,
          position: StoryPosition(block: number, byte: -1)))
    }
    let lines = TextWrapper(width: width).lines(of: block.text)
    // A block without words is a row, too.
    for range in lines.isEmpty ? [0..<0] : lines {
      let start = block.text.utf8.index(block.text.startIndex, offsetBy: range.lowerBound)
      let end = block.text.utf8.index(block.text.startIndex, offsetBy: range.upperBound)
      rows.append(
        StoryLine(
          kind: block.kind, text: block.text[start..<end],
          offset: block.kind == .text ? block.offset + range.lowerBound : block.offset, direction: direction,
          position: StoryPosition(block: number, byte: range.lowerBound)))
    }
    return rows
  }
}
