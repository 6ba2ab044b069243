import Display

/// The contents of the story pane, from the headline to the last comment, as a sequence of blocks. A block is a piece
/// of a paragraph of limited length, or a row drawn from other data: laying one out never takes long.
struct StoryDocument: Sendable {
  /// A part of the document that is laid out as a unit.
  struct Block: Sendable {
    var kind: StoryLine.Kind
    var text = ""
    /// The number of UTF-8 bytes of the story's text before it.
    var offset = 0
    /// Whether it is part of that text.
    var isOfStory = false
    /// The direction of its paragraph; nil to detect it from the block's text.
    var direction: TextDirection?
    /// Whether a blank row precedes it; if the text before it is also this block's, the row belongs to that text.
    var hasBlankAbove = false
    /// Whether it begins a list item.
    var beginsItem = false
    /// The nesting level of a list item.
    var level = 0
    /// Whether it continues the quotation above it.
    var continuesQuote = false
    /// Whether it is in another story that was read.
    var isKnown = false
    /// The links in it whose numbers are shown.
    var links: [LinkPlace] = []
  }

  /// Nil until the text has been read.
  let text: StoryText?
  /// The numbers of the page's blocks that are in other stories that were read.
  var known: Set<UInt32> = []
  /// Whether each link of the story is followed by its number.
  var numbersLinks = false
  /// The user's note on the story.
  let note: String?
  /// Whether to show the whole page; nil for the default of the page.
  private let wantsAll: Bool?
  private let title: String
  private let failure: String?
  /// Whether the text has been read, or cannot be.
  var isRead: Bool { text != nil || failure != nil }
  /// The headline and everything between it and the text.
  private let head: [Block]
  private let remarks: [Block]

  /// A document with a headline and the rest: the text, the user's note, the reason why there is no text.
  init(
    title: String, text: StoryText? = nil, note: String? = nil, failure: String? = nil, showsAll: Bool? = nil
  ) {
    (self.title, self.text, self.note, self.failure) = (title, text, note, failure)
    wantsAll = showsAll
    var head = ReadableText.bounded(title[...]).map { Block(kind: .headline, text: String($0)) }
    head += [StoryLine.Kind.byline, .details, .rule].map { Block(kind: $0) }
    head += StoryDocument.remarks(on: text, failure).map { Block(kind: .note, text: $0) }
    self.head = head
    remarks = note.map { StoryDocument.blocks(ofNote: $0, offset: text?.story.placeCount ?? 0) } ?? []
  }

  /// Remarks above the text.
  private static func remarks(on text: StoryText?, _ failure: String?) -> [String] {
    if let failure { return [failure] }
    guard let text else { return [] }
    if text.page.pieces.isEmpty { return ["This page has a headline but no text."] }
    if text.body.isDoubtful { return ["It is not certain which part of this page is the story."] }
    return []
  }

  func with(_ text: StoryText) -> StoryDocument {
    StoryDocument(title: title, text: text, note: note, showsAll: wantsAll)
  }

  func with(failure: String) -> StoryDocument {
    StoryDocument(title: title, note: note, failure: failure)
  }

  func with(note: String?) -> StoryDocument {
    var document = StoryDocument(title: title, text: text, note: note, failure: failure, showsAll: wantsAll)
    (document.known, document.numbersLinks) = (known, numbersLinks)
    return document
  }

  /// Sets whether the whole page or only the story is shown; nil for the default of the page.
  func with(showsAll: Bool?) -> StoryDocument {
    var document = StoryDocument(title: title, text: text, note: note, failure: failure, showsAll: showsAll)
    (document.known, document.numbersLinks) = (known, numbersLinks)
    return document
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

  /// Whether nothing of the page is folded: the default for a page whose story cannot be determined reliably.
  var showsAll: Bool { wantsAll ?? (text?.body.isDoubtful == true) }

  /// The visible part of the page.
  private var shown: StoryPieces? { showsAll ? text?.page : text?.story }
  private var pieceCount: Int { shown?.pieces.count ?? 0 }
  private var firstNote: Int { head.count + pieceCount }
  /// Whether the heading of the comments is a separate block.
  private var firstComment: Int { firstNote + remarks.count }

  /// The number of blocks.
  var count: Int {
    let comments = text?.comments.pieces.count ?? 0
    return firstComment + (comments > 0 ? comments + 1 : 0)
  }

  /// The blocks of the text.
  var textBlocks: Range<Int> { head.count..<firstNote }

  /// Whether something of the page is folded now.
  var isFolded: Bool { !showsAll && text?.hasFolds == true }

  /// Whether a block belongs to the page but not to the story.
  func isBesideStory(block number: Int) -> Bool {
    guard let shown, textBlocks.contains(number) else { return false }
    return !shown.pieces[number - head.count].isOfStory
  }

  /// The block with a number.
  subscript(number: Int) -> Block {
    if number < head.count { return head[number] }
    if number < firstNote { return block(ofPiece: number - head.count) }
    if number < firstComment { return remarks[number - firstNote] }
    return block(ofComment: number - firstComment - 1)
  }

  private func block(ofPiece number: Int) -> Block {
    guard let text, let pieces = shown?.pieces else { return Block(kind: .blank) }
    let piece = pieces[number]
    let kind = text.kind(of: piece)
    let isQuote = kind == .text(.quote)
    return Block(
      kind: kind, text: text.text(of: piece), offset: Int(piece.place), isOfStory: piece.isOfStory,
      direction: piece.direction, hasBlankAbove: piece.hasBlankAbove || number == 0 && text.body.isDoubtful,
      beginsItem: kind == .text(.listItem) && piece.start == 0, level: text.level(of: piece),
      continuesQuote: isQuote && number > 0 && text.kind(of: pieces[number - 1]) == kind,
      isKnown: piece.isOfStory && known.contains(piece.block),
      links: numbersLinks ? text.links(in: piece) : [])
  }

  private func block(ofComment number: Int) -> Block {
    guard let text else { return Block(kind: .blank) }
    let offset = text.story.placeCount
    guard number >= 0 else {
      return Block(kind: .section, text: "Comments", offset: offset, hasBlankAbove: true)
    }
    let piece = text.comments.pieces[number]
    return Block(kind: .remark, text: text.comment(piece), offset: offset, direction: piece.direction)
  }

  // MARK: Bytes

  /// The number of bytes of the shown text, note and comments.
  var byteCount: Int { (shown?.byteCount ?? 0) + noteLength + (text?.comments.byteCount ?? 0) }

  /// The number of bytes of the whole page, note and comments.
  var wholeByteCount: Int { (text?.page.byteCount ?? 0) + noteLength + (text?.comments.byteCount ?? 0) }

  private var noteLength: Int { remarks.reduce(0) { $0 + $1.text.utf8.count + 1 } }

  /// The number of visible bytes before a block.
  func bytes(beforeBlock number: Int) -> Int {
    if number < head.count { return 0 }
    let length = shown?.byteCount ?? 0
    if number < firstNote { return shown.map { Int($0.pieces[number - head.count].offset) } ?? 0 }
    if number < firstComment {
      return length + remarks[..<(number - firstNote)].reduce(0) { $0 + $1.text.utf8.count + 1 }
    }
    let comment = number - firstComment - 1
    return length + noteLength + (comment < 0 ? 0 : text.map { Int($0.comments.pieces[comment].offset) } ?? 0)
  }

  /// The position of an offset in the story's text, in bytes.
  func position(atPlace place: Int) -> StoryPosition {
    guard place > 0, let shown, let piece = shown.piece(atPlace: place) else { return .start }
    return StoryPosition(block: head.count + piece, byte: place - Int(shown.pieces[piece].place))
  }

  /// The end of a link of the text; nil if it is not shown.
  func position(ofLink number: Int) -> StoryPosition? {
    guard let text, let shown, text.links.indices.contains(number - 1) else { return nil }
    let (block, link) = text.links[number - 1]
    guard let piece = shown.piece(ofBlock: block, byte: link.range.upperBound - 1) else { return nil }
    return StoryPosition(
      block: head.count + piece, byte: max(0, link.range.upperBound - 1 - shown.pieces[piece].start))
  }

  /// The position of a byte in one of the story's own paragraphs; nil stands for the beginning of the headline.
  func position(ofParagraph paragraph: Int?, byte: Int) -> StoryPosition {
    guard let paragraph, let text, let shown else { return .start }
    let own = text.body.blocks.indices.lazy.filter { text.body.blocks[$0].isShown }.dropFirst(paragraph)
    guard let block = own.first, let piece = shown.piece(ofBlock: UInt32(block), byte: byte) else {
      return .start
    }
    return StoryPosition(block: head.count + piece, byte: max(0, byte - shown.pieces[piece].start))
  }

  /// The same row in a document that differs only in its note or in what is folded. If the row is folded now, the
  /// line that stands for it.
  func position(_ position: StoryPosition, after other: StoryDocument) -> StoryPosition {
    if position.block < other.head.count { return position }
    if position.block < other.firstNote { return self.position(ofText: position, after: other) }
    guard position.block >= other.firstComment else {
      let block = position.block - other.firstNote + firstNote
      return block < firstComment
        ? StoryPosition(block: block, byte: position.byte)
        : StoryPosition(block: max(0, firstComment - 1), byte: Int.max)
    }
    return StoryPosition(block: position.block - other.firstComment + firstComment, byte: position.byte)
  }

  private func position(ofText position: StoryPosition, after other: StoryDocument) -> StoryPosition {
    guard showsAll != other.showsAll, let shown, let before = other.shown else { return position }
    let piece = before.pieces[position.block - other.head.count]
    guard let found = shown.piece(ofBlock: piece.block, byte: piece.start) else { return .start }
    let isSame = shown.pieces[found].isOfStory && piece.isOfStory
    return StoryPosition(block: head.count + found, byte: isSame ? position.byte : 0)
  }

  // MARK: Laying out

  /// The rows of a block at a given width.
  func rows(ofBlock number: Int, width: Int) -> [StoryLine] {
    let block = self[number]
    let direction = block.direction ?? TextDirection(ofParagraph: block.text)
    var rows: [StoryLine] = []
    if block.hasBlankAbove {
      rows.append(
        StoryLine(
          kind: .blank, text: "", indent: 0, sign: block.continuesQuote ? .bar : nil,
          // In the text, the row belongs to the break between two pieces.
          offset: block.isOfStory ? max(0, block.offset - 1) : block.offset, direction: direction,
          position: StoryPosition(block: number, byte: -1)))
    }
    let shape = BlockShape(block.kind, level: block.level, width: width)
    let numbered = NumberedText(block.text, block.links)
    let text = numbered.text
    for (place, row) in shape.rows(of: text).enumerated() {
      let start = text.utf8.index(text.startIndex, offsetBy: row.range.lowerBound)
      let end = text.utf8.index(text.startIndex, offsetBy: row.range.upperBound)
      let byte = numbered.source(row.range.lowerBound)
      rows.append(
        StoryLine(
          kind: block.kind, text: text[start..<end], indent: row.indent,
          sign: row.indent == 0 ? nil : sign(of: block, isFirstRow: place == 0),
          offset: block.isOfStory ? block.offset + byte : block.offset,
          direction: direction, isKnown: block.isKnown, links: numbered.numbers(in: row.range),
          position: StoryPosition(block: number, byte: byte)))
    }
    return rows
  }

  private func sign(of block: Block, isFirstRow: Bool) -> StoryLine.Sign? {
    switch block.kind {
    case .text(.quote): .bar
    case .text(.listItem) where block.beginsItem && isFirstRow: .bullet
    default: nil
    }
  }
}
