import Display
public import StoryLibrary

/// A story in its pane: the rows on the screen. Only these are laid out, however long the story is.
public struct StoryView: Sendable {
  /// The scroll position.
  private enum Scroll: Hashable {
    /// The text has not been read. Once it has, it is shown from an offset in bytes of text, or from a row to restore a
    /// previous screen.
    case awaited(place: Int, row: StoryPosition?)
    /// The first row as chosen by the user. If the story ends before the bottom of the pane, rows above it are shown;
    /// the choice is kept, because otherwise the first row would drift upwards each time the panes change.
    case chosen(StoryPosition)
  }

  /// The story.
  public internal(set) var index: StoryIndex
  /// The page from which the text was or is being read.
  public private(set) var location: BodyLocation?
  /// The rows on the screen.
  public private(set) var rows: [StoryLine] = []
  /// Whether the headline or the last row is on the screen.
  public private(set) var showsStart = true, showsEnd = true
  /// The number of bytes of text laid out so far.
  private(set) var layoutCost = 0
  private(set) var document: StoryDocument
  private var (width, height) = (0, 0)
  /// The number of new paragraphs in the story, and of all paragraphs; nil until it is known.
  public private(set) var newParagraphs: (new: Int, all: Int)?
  /// The links of the text while they are numbered.
  public private(set) var links: NumberedLinks?
  /// Whether the end of the text has been shown: the position for later is then the top.
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

  /// The offset of the first visible text in the story, in UTF-8 bytes: valid at any
  /// width.
  public var place: Int {
    switch scroll {
    case .awaited(let place, _): place
    case .chosen(let position):
      rows.first?.offset ?? StoryRows(document, width: width, at: position).row.offset
    }
  }

  /// The position from which to continue later: the top for a story that was finished.
  var placeToKeep: Int { isFinished ? 0 : place }

  /// Records that the end of the text has been shown.
  mutating func finish() { isFinished = true }

  /// Whether the text has been read, or cannot be.
  var isRead: Bool { document.isRead }

  /// Whether the last row of the story's own text, or something below it, is on the screen.
  var showsEndOfText: Bool {
    guard body != nil else { return false }
    return showsEnd || (rows.last?.position.block ?? 0) >= document.textBlocks.upperBound
  }

  /// The number of words of the story; nil before the text has been read.
  var wordCount: Int? { document.text?.wordCount }

  /// The first row on the screen; nil before the text has been read.
  public var top: StoryPosition? {
    switch scroll {
    case .awaited: nil
    case .chosen(let position): rows.first?.position ?? position
    }
  }

  /// The first row on the screen or, before the text has been read, the one that will be, if known.
  var rowToReturnTo: StoryPosition? {
    if case .awaited(_, let row) = scroll { return row }
    // The text will be folded as it is when a story is opened.
    let opened = document.with(showsAll: nil)
    return top.map { opened.position($0, after: document) }
  }

  /// Whether the whole page is shown and contains more than the story.
  public var showsAll: Bool { document.showsAll && hasFolds }

  /// Whether the page contains more than the story.
  var hasFolds: Bool { document.text?.hasFolds == true }

  /// The percentage of the story that has been shown, 0 to 100: 100 only if its end is on the screen.
  public var percentSeen: Int {
    guard !showsEnd, let last = rows.last else { return 100 }
    let position = last.position
    let seen = document.bytes(beforeBlock: position.block) + max(0, position.byte) + last.byteCount
    return min(99, seen * 100 / max(1, document.byteCount))
  }

  /// The number of bytes of the story's own text below the screen.
  public var bytesLeft: Int {
    guard let text = document.text, let last = rows.last, !showsEndOfText else { return 0 }
    return max(0, text.story.placeCount - last.offset - last.byteCount)
  }

  // MARK: Contents

  /// Starts reading a text.
  /// - Returns: whether it has to be requested: it was neither read nor requested before.
  mutating func awaitBody(at location: BodyLocation) -> Bool {
    defer { self.location = location }
    return self.location != location
  }

  /// The number of the story has changed. A requested text will still arrive for the old one.
  mutating func renumber(_ new: StoryIndex) {
    index = new
    if body == nil { location = nil }
  }

  mutating func set(_ text: StoryText, from location: BodyLocation) {
    let before = scroll
    // In a longer copy than the one before, the same part is shown.
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

  /// Changes the note. The text stays in place, because the note is below it.
  /// - Returns: whether the note is different.
  mutating func set(note: String?) -> Bool {
    guard note != document.note else { return false }
    let before = document
    document = before.with(note: note)
    if case .chosen(let position) = scroll { scroll = .chosen(document.position(position, after: before)) }
    layout()
    return true
  }

  /// Shows the whole page, or folds what does not belong to the story. The first row stays in place.
  mutating func show(all: Bool) {
    let before = document
    document = before.with(showsAll: all)
    if case .chosen(let position) = scroll {
      scroll = .chosen(document.position(top ?? position, after: before))
    }
    layout()
  }

  /// Shows or hides the numbers of links. The first row stays in place.
  mutating func set(links: NumberedLinks?) {
    let before = top
    self.links = links
    guard document.numbersLinks != (links != nil) else { return }
    document.numbersLinks = links != nil
    if let before { scroll(to: before) }
  }

  // MARK: Scroll position

  mutating func resize(to size: Size) {
    guard size != Size(columns: width, rows: height) else { return }
    (width, height) = (size.columns, size.rows)
    layout()
  }

  /// Scrolls down or up by some rows.
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

  /// Scrolls to a row, with some rows above it.
  mutating func scroll(to position: StoryPosition, below rows: Int = 0) {
    guard case .chosen = scroll else { return }
    var cursor = StoryRows(document, width: width, at: position)
    for _ in 0..<rows { guard cursor.goUp() else { break } }
    layoutCost += cursor.cost
    scroll = .chosen(cursor.row.position)
    layout()
    // At the end, the user has chosen the rows that are shown.
    if let top { scroll = .chosen(top) }
  }

  mutating func go(toPlace place: Int) {
    if case .awaited(_, let row) = scroll {
      scroll = .awaited(place: place, row: row)
    } else if place > 0 {
      scroll(to: document.position(atPlace: place))
    }
  }

  /// Scrolls to a row as soon as the text has been read.
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
