public import Display
public import StoryLibrary

/// One row of the story pane.
public struct StoryLine: Hashable, Sendable {
  /// What a row is.
  public enum Kind: Hashable, Sendable {
    case headline, byline, details, rule, blank, text, section
    /// A line of a note, or of a comment on the page.
    case remark
    /// A word of Broadsheet's own, not the story's.
    case note
  }

  /// What the row is, and so how it looks.
  public var kind: Kind
  /// Empty for rows that are drawn from elsewhere.
  public var text: Substring
  /// Where the row's text begins in the story's text, in UTF-8 bytes; rows above the text have 0.
  public var offset: Int
  /// That of its paragraph.
  public var direction = TextDirection.leftToRight
}

/// A story laid out for one width, and how far it is scrolled.
public struct StoryView: Hashable, Sendable {
  /// Which story it is.
  public internal(set) var index: StoryIndex
  /// Nil until the text has been read.
  public private(set) var body: StoryBody?
  /// Where the text was read from.
  public private(set) var location: BodyLocation?
  /// Rows from the headline to the end.
  public private(set) var lines: [StoryLine] = []
  /// The first visible row.
  public private(set) var top = 0
  private let title: String
  /// What the reader wrote on it.
  private var note: String?
  private var width = 0
  /// A place to go to as soon as there is text; a row instead, for coming back to a screen as it was.
  private var wantedPlace = 0
  private var wantedTop: Int?
  /// The place as the reader left it, while panes change around it: from width to width it would creep upwards.
  private var chosenPlace: Int?
  /// Why there is no text.
  private var failure: String?
  /// The rows of each paragraph that has text of its own.
  private(set) var paragraphs: [Range<Int>] = []

  init(_ story: Story, width: Int, place: Int, note: String? = nil) {
    index = story.index
    title = story.title
    wantedPlace = place
    self.note = note
    lay(width: width)
  }

  /// The part of the text that begins the screen, in UTF-8 bytes from the story's beginning: good at any
  /// width.
  public var place: Int {
    if body == nil { return wantedPlace }
    return lines.indices.contains(top) ? lines[top].offset : 0
  }

  /// The first visible row, or the one that will be when there is text.
  var rowToReturnTo: Int? { body == nil ? wantedTop : top }

  /// How much of the story has been seen when `rows` are visible, 0 to 100.
  public func percentSeen(rows: Int) -> Int {
    lines.isEmpty ? 100 : min(100, (top + rows) * 100 / lines.count)
  }

  mutating func set(_ body: StoryBody, from location: BodyLocation, rows: Int) {
    // Of a copy that is fuller than the one before, the same part is shown.
    let place = self.place
    (self.body, self.location, failure) = (body, location, nil)
    relay(width: width, rows: rows, place: place)
    chosenPlace = nil
    if let wantedTop { scroll(by: wantedTop - top, rows: rows) }
    wantedTop = nil
  }

  /// Scrolls to a row as soon as there is text.
  mutating func returnTo(top: Int) {
    wantedTop = top
  }

  mutating func fail(_ reason: String, at location: BodyLocation) {
    (self.location, failure) = (location, reason)
    lay(width: width)
  }

  /// The text stays where it is: what changes is below it.
  mutating func set(note: String?, rows: Int) {
    guard note != self.note else { return }
    self.note = note
    lay(width: width)
    scroll(by: 0, rows: rows)
  }

  mutating func resize(width: Int, rows: Int) {
    guard width != self.width else {
      scroll(by: 0, rows: rows)
      return
    }
    let place = chosenPlace ?? self.place
    relay(width: width, rows: rows, place: place)
    chosenPlace = place
  }

  mutating func scroll(by count: Int, rows: Int) {
    if count != 0 { chosenPlace = nil }
    top = max(0, min(top + count, lines.count - rows))
  }

  mutating func go(toPlace place: Int, rows: Int) {
    wantedPlace = place
    guard body != nil, place > 0 else { return }
    top = (lines.lastIndex { $0.offset > 0 && $0.offset <= place } ?? 0)
    scroll(by: 0, rows: rows)
  }

  mutating func scroll(to row: Int, rows: Int) {
    scroll(by: row - top, rows: rows)
  }

  /// Where a row begins in its paragraph, in bytes.
  func start(ofRow row: Int) -> Int {
    let text = lines[row].text
    return text.base.utf8.distance(from: text.base.startIndex, to: text.startIndex)
  }

  /// What of a part of a paragraph stands in one of its rows, in bytes of the row; empty for nothing.
  func part(of range: Range<Int>, inRow row: Int) -> Range<Int> {
    let start = start(ofRow: row)
    let part = range.clamped(to: start..<start + lines[row].text.utf8.count)
    return part.lowerBound - start..<part.upperBound - start
  }

  private mutating func relay(width: Int, rows: Int, place: Int) {
    lay(width: width)
    top = 0
    go(toPlace: place, rows: rows)
  }

  // MARK: Laying out

  private mutating func lay(width: Int) {
    self.width = width
    (lines, paragraphs) = ([], [])
    add(title, kind: .headline, from: 0)
    for kind in [StoryLine.Kind.byline, .details, .rule] { addRow(kind) }
    if let failure { add(failure, kind: .note, from: 0) }
    let end = body.map { lay($0) } ?? 0
    layRemarks(from: end)
  }

  /// - Returns: where the text ends, in bytes.
  private mutating func lay(_ body: StoryBody) -> Int {
    if body.paragraphs.isEmpty { add("The page has this headline and no text.", kind: .note, from: 0) }
    var offset = 0
    for paragraph in body.paragraphs {
      let direction = TextDirection(ofParagraph: paragraph)
      for piece in ReadableText.paragraphs(of: paragraph) {
        if offset > 0 { addRow(.blank, offset: offset - 1) }
        add(String(piece), kind: .text, from: offset, direction)
        offset += piece.utf8.count + 1
      }
    }
    return offset
  }

  /// The place below a story that pages keep for comments: the reader's note, and what others have said.
  private mutating func layRemarks(from offset: Int) {
    if let note {
      addRow(.blank, offset: offset)
      add("✎ Your note", kind: .section, from: offset)
      for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.isEmpty {
          addRow(.blank, offset: offset)
        } else {
          add(String(line), kind: .remark, from: offset)
        }
      }
    }
    guard let comments = body?.comments, !comments.isEmpty else { return }
    addRow(.blank, offset: offset)
    add("Comments", kind: .section, from: offset)
    for comment in comments { add(comment, kind: .remark, from: offset) }
  }

  private mutating func addRow(_ kind: StoryLine.Kind, offset: Int = 0) {
    lines.append(StoryLine(kind: kind, text: "", offset: offset))
  }

  /// A piece of a paragraph has the paragraph's direction; other texts have their own.
  private mutating func add(
    _ text: String, kind: StoryLine.Kind, from offset: Int, _ direction: TextDirection? = nil
  ) {
    let direction = direction ?? TextDirection(ofParagraph: text)
    let first = lines.count
    defer { paragraphs.append(first..<lines.count) }
    for range in TextWrapper(width: width).lines(of: text) {
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      let end = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
      lines.append(
        StoryLine(
          kind: kind, text: text[start..<end], offset: kind == .text ? offset + range.lowerBound : offset,
          direction: direction))
    }
  }
}
