import Display

/// All that stands in the story pane, from the headline to the last comment, as a row of blocks. A block is a piece of
/// a paragraph of bounded length, or a row that is drawn from elsewhere: laying out one never takes long.
struct StoryDocument: Sendable {
  /// A part of the text that is laid out as a whole.
  struct Block: Sendable {
    var kind: StoryLine.Kind
    var text = ""
    /// How much of the story's text is before it, in UTF-8 bytes.
    var offset = 0
    /// It is itself a part of that text.
    var isOfStory = false
    /// Nil for that of its own text.
    var direction: TextDirection?
    /// A blank row stands above it; where the text before it is this block's own, that row belongs to it.
    var hasBlankAbove = false
    /// It begins an item of a list.
    var beginsItem = false
    /// In how many items above it an item stands.
    var level = 0
    /// It goes on with the quotation above it.
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
  /// Each link of the story has its number behind it.
  var numbersLinks = false
  /// What the reader wrote on the story.
  let note: String?
  /// Whether the reader wants all of the page; nil for as it opens.
  private let wantsAll: Bool?
  private let title: String
  private let failure: String?
  /// The text is there, or cannot be read.
  var isRead: Bool { text != nil || failure != nil }
  /// The headline and everything between it and the text.
  private let head: [Block]
  private let remarks: [Block]

  /// A document of a headline and what else there is: the text, the reader's note, why there is no text.
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

  /// All of the page, or the story alone; nil for as the page opens.
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

  /// Nothing of the page is folded. A page of which it is doubtful what the story is opens like that.
  var showsAll: Bool { wantsAll ?? (text?.body.isDoubtful == true) }

  /// The visible part of the page.
  private var shown: StoryPieces? { showsAll ? text?.page : text?.story }
  private var pieceCount: Int { shown?.pieces.count ?? 0 }
  private var firstNote: Int { head.count + pieceCount }
  /// The heading of the comments is a block of its own.
  private var firstComment: Int { firstNote + remarks.count }

  /// How many blocks there are.
  var count: Int {
    let comments = text?.comments.pieces.count ?? 0
    return firstComment + (comments > 0 ? comments + 1 : 0)
  }

  /// The blocks of the text.
  var textBlocks: Range<Int> { head.count..<firstNote }

  /// Something of the page is folded now.
  var isFolded: Bool { !showsAll && text?.hasFolds == true }

  /// Whether a block is a part of the page that is not the story's.
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

  /// All bytes of text that is shown, note and comments.
  var byteCount: Int { (shown?.byteCount ?? 0) + noteLength + (text?.comments.byteCount ?? 0) }

  /// All bytes of the page, note and comments.
  var wholeByteCount: Int { (text?.page.byteCount ?? 0) + noteLength + (text?.comments.byteCount ?? 0) }

  private var noteLength: Int { remarks.reduce(0) { $0 + $1.text.utf8.count + 1 } }

  /// How many visible bytes are before a block.
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

  /// Where a link of the text ends; nil for one that is not shown.
  func position(ofLink number: Int) -> StoryPosition? {
    guard let text, let shown, text.links.indices.contains(number - 1) else { return nil }
    let (block, link) = text.links[number - 1]
    guard let piece = shown.piece(ofBlock: block, byte: link.range.upperBound - 1) else { return nil }
    return StoryPosition(
      block: head.count + piece, byte: max(0, link.range.upperBound - 1 - shown.pieces[piece].start))
  }

  /// Where a byte of one of the story's own paragraphs stands; nil in the headline is its beginning.
  func position(ofParagraph paragraph: Int?, byte: Int) -> StoryPosition {
    guard let paragraph, let text, let shown else { return .start }
    let own = text.body.blocks.indices.lazy.filter { text.body.blocks[$0].isShown }.dropFirst(paragraph)
    guard let block = own.first, let piece = shown.piece(ofBlock: UInt32(block), byte: byte) else {
      return .start
    }
    return StoryPosition(block: head.count + piece, byte: max(0, byte - shown.pieces[piece].start))
  }

  /// The same row in a document that differs from another only in its note, or in what is folded. Where the row is
  /// folded now, that is the line that says so.
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

  /// The rows of a block at a width.
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
