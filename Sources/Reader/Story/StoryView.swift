import Display
public import StoryLibrary

/// A story in its pane: which of its rows are on the screen. Only these are laid out, however long the story is.
public struct StoryView: Sendable {
  /// Where the story is scrolled to.
  private enum Scroll: Hashable {
    /// The text has not been read. When it is there, it is shown from a place on, in bytes of text; or from a row, for
    /// coming back to a screen as it was.
    case awaited(place: Int, row: StoryPosition?)
    /// The row that the reader chose to be the first. Where the story ends before the pane does, rows above it are
    /// shown, too; it is kept meanwhile: while panes change, the first row would creep upwards.
    case chosen(StoryPosition)
  }

  /// Which story it is.
  public internal(set) var index: StoryIndex
  /// Where the text was read from, or is being read from.
  public private(set) var location: BodyLocation?
  /// The rows on the screen.
  public private(set) var rows: [StoryLine] = []
  /// The headline is on the screen, or the last row.
  public private(set) var showsStart = true, showsEnd = true
  /// How many bytes of text have been laid out so far.
  private(set) var layoutCost = 0
  private(set) var document: StoryDocument
  private var (width, height) = (0, 0)
  /// How many paragraphs of the story are new, and how many there are; nil while it is not known.
  public private(set) var newParagraphs: (new: Int, all: Int)?
  /// The links of the text while their numbers are shown.
  public private(set) var links: NumberedLinks?
  /// The end of the text has been seen: where the reader goes from there is no place to go on from.
  private var isFinished = false
  private var scroll: Scroll

  init(_ story: Story, size: Size, place: Int, note: String? = nil) {
    index = story.index
    document = StoryDocument(title: story.title, note: note)
    (width, height) = (size.columns, size.rows)
    scroll = .awaited(place: place, row: nil)
    layout()
  }

  /// The text; nil until it has been read.
  public var body: StoryBody? { document.text?.body }

  /// The part of the text that begins the screen, in UTF-8 bytes from the story's beginning: good at any
  /// width.
  public var place: Int {
    switch scroll {
    case .awaited(let place, _): place
    case .chosen(let position):
      rows.first?.offset ?? StoryRows(document, width: width, at: position).row.offset
    }
  }

  /// The place to go on from later: the top for a story that was finished.
  var placeToKeep: Int { isFinished ? 0 : place }

  /// The reader has seen the end of the text.
  mutating func finish() { isFinished = true }

  /// The text has been read, or cannot be.
  var isRead: Bool { document.isRead }

  /// Whether the last row of the story's own text, or something below it, is on the screen.
  var showsEndOfText: Bool {
    guard body != nil else { return false }
    return showsEnd || (rows.last?.position.block ?? 0) >= document.textBlocks.upperBound
  }

  /// How many words the story has; nil before there is text.
  var wordCount: Int? { document.text?.wordCount }

  /// The first row on the screen; nil before there is text.
  public var top: StoryPosition? {
    switch scroll {
    case .awaited: nil
    case .chosen(let position): rows.first?.position ?? position
    }
  }

  /// The first row on the screen, or the one that will be when there is text, if that is known.
  var rowToReturnTo: StoryPosition? {
    if case .awaited(_, let row) = scroll { return row }
    // What is folded then is as it is when a story is opened.
    let opened = document.with(showsAll: nil)
    return top.map { opened.position($0, after: document) }
  }

  /// The whole page is shown, and it has more than the story.
  public var showsAll: Bool { document.showsAll && hasFolds }

  /// The page has more than the story.
  var hasFolds: Bool { document.text?.hasFolds == true }

  /// How much of the story has been seen, 0 to 100: 100 only when its end is on the screen.
  public var percentSeen: Int {
    guard !showsEnd, let last = rows.last else { return 100 }
    let position = last.position
    let seen = document.bytes(beforeBlock: position.block) + max(0, position.byte) + last.byteCount
    return min(99, seen * 100 / max(1, document.byteCount))
  }

  /// How much of the story's own text is below the screen, in bytes.
  public var bytesLeft: Int {
    guard let text = document.text, let last = rows.last, !showsEndOfText else { return 0 }
    return max(0, text.story.placeCount - last.offset - last.byteCount)
  }

  // MARK: What it shows

  /// A text is to be read.
  /// - Returns: whether it is neither there nor on its way.
  mutating func awaitBody(at location: BodyLocation) -> Bool {
    defer { self.location = location }
    return self.location != location
  }

  /// The story has another number now. A text that is on its way comes for the old one.
  mutating func renumber(_ new: StoryIndex) {
    index = new
    if body == nil { location = nil }
  }

  mutating func set(_ text: StoryText, from location: BodyLocation) {
    let before = scroll
    // Of a copy that is fuller than the one before, the same part is shown.
    let place = self.place
    self.location = location
    document = document.with(text)
    (newParagraphs, links) = (nil, nil)
    if case .awaited(_, let row?) = before {
      scroll = .chosen(row)
    } else {
      scroll = .chosen(document.position(atPlace: place))
    }
    layout()
  }

  mutating func fail(_ reason: String, at location: BodyLocation) {
    self.location = location
    guard document.text == nil else { return }
    document = document.with(failure: reason)
    layout()
  }

  /// Sets which of the story's paragraphs are in others that were read.
  mutating func set(isRead: [Bool]) {
    guard let body else { return }
    let own = body.blocks.indices.filter { body.blocks[$0].isShown }
    guard own.count == isRead.count else { return }
    document.known = Set(zip(own, isRead).lazy.filter(\.1).map { UInt32($0.0) })
    newParagraphs = (own.count - document.known.count, own.count)
    layout()
  }

  /// The text stays where it is: what changes is below it.
  /// - Returns: whether it is another note.
  mutating func set(note: String?) -> Bool {
    guard note != document.note else { return false }
    let before = document
    document = before.with(note: note)
    if case .chosen(let position) = scroll { scroll = .chosen(document.position(position, after: before)) }
    layout()
    return true
  }

  /// Shows the whole page, or folds what is not the story's. The first row stays where it is.
  mutating func show(all: Bool) {
    let before = document
    document = before.with(showsAll: all)
    if case .chosen(let position) = scroll {
      scroll = .chosen(document.position(top ?? position, after: before))
    }
    layout()
  }

  /// Shows the numbers of links, or hides them. The first row stays where it is.
  mutating func set(links: NumberedLinks?) {
    let before = top
    self.links = links
    guard document.numbersLinks != (links != nil) else { return }
    document.numbersLinks = links != nil
    if let before { scroll(to: before) }
  }

  // MARK: Where it is scrolled to

  mutating func resize(to size: Size) {
    guard size != Size(columns: width, rows: height) else { return }
    (width, height) = (size.columns, size.rows)
    layout()
  }

  /// Scrolls down by some rows, or up.
  mutating func scroll(by count: Int) {
    guard count != 0, let top else { return }
    var cursor = StoryRows(document, width: width, at: top)
    for _ in 0..<abs(count) {
      guard count > 0 ? cursor.goDown() : cursor.goUp() else { break }
    }
    layoutCost += cursor.cost
    scroll(to: cursor.row.position)
  }

  mutating func scrollToStart() { scroll(to: .start) }

  mutating func scrollToEnd() { scroll(to: StoryPosition(block: document.count - 1, byte: .max)) }

  /// Makes a row the first one on the screen, with some rows above it.
  mutating func scroll(to position: StoryPosition, below rows: Int = 0) {
    guard case .chosen = scroll else { return }
    var cursor = StoryRows(document, width: width, at: position)
    for _ in 0..<rows { guard cursor.goUp() else { break } }
    layoutCost += cursor.cost
    scroll = .chosen(cursor.row.position)
    layout()
    // Beyond the end, the reader has chosen what is there.
    if let top { scroll = .chosen(top) }
  }

  mutating func go(toPlace place: Int) {
    if case .awaited(_, let row) = scroll {
      scroll = .awaited(place: place, row: row)
    } else if place > 0 {
      scroll(to: document.position(atPlace: place))
    }
  }

  /// Scrolls to a row as soon as there is text.
  mutating func returnTo(_ row: StoryPosition?) {
    switch scroll {
    case .awaited(let place, _): scroll = .awaited(place: place, row: row)
    case .chosen: if let row { scroll(to: row) }
    }
  }

  /// Whether a position is on the screen.
  func shows(_ position: StoryPosition) -> Bool {
    guard let number = rows.lastIndex(where: { $0.position <= position }) else { return false }
    let row = rows[number]
    guard row.position.block == position.block else { return false }
    return number < rows.count - 1 || showsEnd || position.byte < row.position.byte + row.byteCount
  }

  /// Lays out the rows on the screen.
  private mutating func layout() {
    let position = if case .chosen(let position) = scroll { position } else { StoryPosition.start }
    var cursor = StoryRows(document, width: width, at: position)
    let start = cursor
    rows = []
    (showsStart, showsEnd) = (false, false)
    while rows.count < height {
      rows.append(cursor.row)
      if !cursor.goDown() {
        showsEnd = true
        break
      }
    }
    layoutCost += cursor.cost
    cursor = start
    var above: [StoryLine] = []
    while rows.count + above.count < height, cursor.goUp() { above.append(cursor.row) }
    rows = above.reversed() + rows
    layoutCost += cursor.cost - start.cost
    showsStart = cursor.isFirst
  }
}
