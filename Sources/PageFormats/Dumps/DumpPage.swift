import Text

/// Assembles a page from the lines of a dump: the story is shown, the rest is folded.
struct DumpPage {
  private let text: UnsafeBufferPointer<UInt8>
  private let lines: DumpLines
  private let story: StoryRange
  private let headline: Int?
  /// The headline's text without what the text browser put beside it.
  private let title: ByteRange?
  private let dates: DatesAboveStory

  init(_ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines) {
    (self.text, self.lines) = (text, lines)
    story = StoryRange(LineScores(lines))
    dates = DatesAboveStory(text, lines, story: story.lines.lowerBound)
    headline = DumpHeadline.line(text, lines, story: story.lines, dates)
    title = headline.map { [lines] in HeadlineShape.withoutControls(text, lines[$0].range) }
  }

  /// The page, and the ranges of the text from which its blocks were made.
  func page() -> (BuiltPage, sources: [ByteRange]) {
    var page = BuiltPage(outline: PageOutline(kind: .article))
    let pieces = pieces()
    add(pieces, to: &page)
    addFacts(to: &page)
    return (page, pieces.map(\.range))
  }

  /// The story has hardly any paragraphs but the page around it has more: most likely the page is a list of stories.
  var isDoubtful: Bool {
    let (inside, outside) = paragraphs
    return inside == 0 || (inside < DumpPage.plainlyStory && outside > 2 * inside)
  }

  /// The headline of a doubtful story, if the text has any paragraphs: a text without any is a note or a list, whose
  /// headline is at its top.
  var likelyHeadline: ByteRange? { paragraphs == (0, 0) ? nil : title }

  /// The letters of paragraphs that are part of the story, and of those that are not.
  private var paragraphs: (inside: Int, outside: Int) {
    var (inside, outside) = (0, 0)
    for index in 0..<lines.count where lines[index].isGood {
      if story.roles[index] == .body {
        inside += Int(lines[index].size)
      } else {
        outside += Int(lines[index].size)
      }
    }
    return (inside, outside)
  }

  /// With this many letters in paragraphs, it is a story, whatever else is on the page.
  private static let plainlyStory = 700

  /// A piece of the text, in text order; `line` is nil for a line without words.
  private struct Piece {
    var range: ByteRange
    var kind: BlockKind
    var isShown: Bool
  }

  private func pieces() -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(lines.count + lines.wordless.count)
    var wordless = lines.wordless[...]
    for index in 0..<lines.count {
      while let next = wordless.first, next.before <= index {
        // A rule between two paragraphs of the story belongs to it.
        let isInside = index > 0 && isShown(index) && isShown(index - 1)
        pieces.append(Piece(range: next.range, kind: .paragraph, isShown: isInside))
        wordless = wordless.dropFirst()
      }
      pieces.append(Piece(range: range(index), kind: kind(index), isShown: isShown(index)))
    }
    return pieces + wordless.map { Piece(range: $0.range, kind: .paragraph, isShown: false) }
  }

  private func isShown(_ line: Int) -> Bool { story.roles[line] == .body && line != headline }

  private func range(_ line: Int) -> ByteRange { lines[line].range }

  private func kind(_ line: Int) -> BlockKind {
    lines[line].isBullet ? .listItem : .paragraph
  }

  /// Adds the shown blocks first, so that the story's body is a single range.
  private func add(_ pieces: [Piece], to page: inout BuiltPage) {
    let size = pieces.reduce(0) { $0 + $1.range.count + 1 }
    var blocks = pieces.map { PageBlock(kind: $0.kind, range: 0..<0, isShown: $0.isShown) }
    var shown = 0
    page.text = [UInt8](unsafeUninitializedCapacity: size + DumpPage.roomForFacts) { output, count in
      for isShown in [true, false] {
        for (index, piece) in pieces.enumerated() where piece.isShown == isShown {
          blocks[index].range = count..<count + piece.range.count
          _ = output[blocks[index].range].initialize(fromContentsOf: text.slice(piece.range))
          count += piece.range.count
          output.initializeElement(at: count, to: 0x0A)
          count += 1
        }
        if isShown { shown = count }
      }
    }
    page.outline.blocks = blocks
    if shown > 0 { page.outline.story.body = 0..<shown - 1 }
  }

  /// For a headline, a date, names: they follow the blocks.
  private static let roomForFacts = 256

  private func addFacts(to page: inout BuiltPage) {
    let range = story.lines
    if let title { page.outline.story.title = page.append(text.slice(title)) }
    let date = DumpDate.find(text, lines, story: range, headline: headline, dates)
    if let date {
      page.outline.story.when = page.append(text.slice(date.range))
      page.outline.story.age = date.age
    }
    let names = DumpByline.names(text, lines, story: range, headline: headline, date: date?.line)
    if !names.isEmpty {
      page.outline.story.author = page.append(
        names.map { Array(text.slice($0)) }.joined(separator: Array(", ".utf8)))
    }
    if let source = DumpSource.find(text, lines, below: range.upperBound) {
      page.outline.story.source = page.append(text.slice(source))
    }
  }
}
