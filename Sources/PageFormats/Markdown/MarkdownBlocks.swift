import CCmark
import Glibc
import Text

/// The blocks of a Markdown text as defined by CommonMark and parsed by cmark: their words, without link and emphasis
/// markup.
///
/// Tables, which are not part of CommonMark, are recognized by their rows.
struct MarkdownBlocks {
  private let title: [UInt8]?
  private var result = BuiltPage(outline: PageOutline(kind: .unknown))
  private var headline: [UInt8] = []
  /// The words of the current block.
  private var words: [UInt8] = []
  /// The quotations, lists and items around it.
  private var containers: [Container] = []
  /// The targets of its links.
  private var targets: ArraySlice<String> = []
  private var alternative: [UInt8] = []
  private var pictureDepth = 0

  private enum Container {
    case quote
    /// With the number of its next item, if it is numbered.
    case list(next: Int?)
    /// With its number, until its first words are read.
    case item(number: Int?)
    case readItem
  }

  /// The links of the page, which are added after all blocks.
  private var links: [(words: ByteRange, target: String)] = []
  private let base: LinkTargets

  private init(title: String?, address: String?) {
    self.title = title.map { Array($0.utf8) }
    base = LinkTargets(page: address)
  }

  /// Builds the page from a text whose front matter was removed; its headline and address come from there.
  static func page(_ text: UnsafeBufferPointer<UInt8>, title: String?, address: String?) -> BuiltPage {
    var blocks = MarkdownBlocks(title: title, address: address)
    for piece in MarkdownPieces.pieces(text) { blocks.read(piece) }
    blocks.finish()
    return blocks.result
  }

  private mutating func read(_ text: [UInt8]) {
    let document = text.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let document else { return }
    defer { cmark_node_free(document) }
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(node, isEntered: event == CMARK_EVENT_ENTER)
    }
  }

  private mutating func visit(_ node: OpaquePointer, isEntered: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: enter(.quote, isEntered)
    case CMARK_NODE_LIST:
      let counts = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      enter(.list(next: counts ? Int(cmark_node_get_list_start(node)) : nil), isEntered)
    case CMARK_NODE_ITEM: enter(.item(number: isEntered ? nextNumber() : nil), isEntered)
    case CMARK_NODE_PARAGRAPH: if !isEntered { closeParagraph() }
    case CMARK_NODE_HEADING: if !isEntered { closeHeading() }
    case CMARK_NODE_CODE_BLOCK: add(literal(node), as: .preformatted)
    case CMARK_NODE_HTML_BLOCK: add(HTMLWords.words(literal(node)), as: .paragraph)
    case CMARK_NODE_IMAGE: pictureDepth += isEntered ? 1 : -1
    case CMARK_NODE_LINK: markLink(node, isEntered: isEntered)
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: append(literal(node))
    case CMARK_NODE_SOFTBREAK: append(MarkdownBlocks.softBreak)
    case CMARK_NODE_LINEBREAK: append([0x0A])
    case CMARK_NODE_HTML_INLINE: if HTMLWords.isLineBreak(literal(node)) { append([0x0A]) }
    default: break
    }
  }

  /// Stands for a soft line break until the whole block is read: no text has this character.
  private static let softBreak: [UInt8] = [0x0D]

  private func literal(_ node: OpaquePointer) -> [UInt8] {
    guard let text = cmark_node_get_literal(node) else { return [] }
    return Array(UnsafeBufferPointer(start: text, count: strlen(text))).map { UInt8(bitPattern: $0) }
  }

  private mutating func append(_ text: [UInt8]) {
    if pictureDepth > 0 { alternative += text } else { words += LinkSigns.removed(from: text) }
  }

  private mutating func markLink(_ node: OpaquePointer, isEntered: Bool) {
    guard pictureDepth == 0 else { return }
    words.append(isEntered ? LinkSigns.start : LinkSigns.end)
    if isEntered { targets.append(cmark_node_get_url(node).map { String(cString: $0) } ?? "") }
  }

  // MARK: Containers

  private mutating func enter(_ container: Container, _ isEntered: Bool) {
    if isEntered { containers.append(container) } else { containers.removeLast() }
  }

  private mutating func nextNumber() -> Int? {
    guard case .list(let next?)? = containers.last else { return nil }
    containers[containers.count - 1] = .list(next: next + 1)
    return next
  }

  // MARK: Blocks

  private mutating func closeParagraph() {
    let (lines, caption) = (words, alternative)
    (words, alternative) = ([], [])
    defer { targets = [] }
    if let rows = MarkdownTable.rows(lines.split(separator: 0x0D).map { Array($0) }) {
      for row in rows { add(row, as: .tableRow) }
      return
    }
    let text = MarkdownBlocks.joined(lines)
    if MarkdownBlocks.isBlank(text) {
      add(MarkdownBlocks.joined(caption), as: .caption)
      return
    }
    guard case .item(let number)? = containers.last else {
      add(text, as: containers.contains { if case .quote = $0 { true } else { false } } ? .quote : .paragraph)
      return
    }
    containers[containers.count - 1] = .readItem
    add((number.map { Array("\($0). ".utf8) } ?? []) + text, as: .listItem)
  }

  private mutating func closeHeading() {
    let text = MarkdownBlocks.joined(words)
    (words, alternative) = ([], [])
    defer { targets = [] }
    let isTitle = headline.isEmpty && result.outline.blocks.isEmpty
    let plain = LinkSigns.removed(from: text)
    if isTitle, title == nil || title == plain {
      // The headline is not repeated in the text.
      headline = plain
    } else {
      add(text, as: .heading)
    }
  }

  private mutating func add(_ text: [UInt8], as kind: BlockKind) {
    guard !MarkdownBlocks.isBlank(text) else { return }
    let (plain, words) = LinkSigns.split(text)
    let start = result.text.count
    let lists = containers.count { if case .list = $0 { true } else { false } }
    result.appendShown(plain, kind, depth: max(0, lists - 1))
    for range in words {
      links.append((start + range.lowerBound..<start + range.upperBound, targets.popFirst() ?? ""))
    }
  }

  private static func isBlank(_ text: [UInt8]) -> Bool { text.allSatisfy { $0 <= 0x20 } }

  /// The lines of a paragraph joined into one: with a blank between them, except between Chinese or Japanese
  /// characters.
  private static func joined(_ lines: [UInt8]) -> [UInt8] {
    lines.withUnsafeBufferPointer { lines in
      var output: [UInt8] = []
      output.reserveCapacity(lines.count)
      for (place, byte) in lines.enumerated() {
        if byte != 0x0D {
          output.append(byte)
        } else if place < 3 || place + 1 >= lines.count
          || !Letters.isIdeographic(lines.scalar(at: place - 3).scalar.value)
          || !Letters.isIdeographic(lines.scalar(at: place + 1).scalar.value)
        {
          output.append(0x20)
        }
      }
      return output
    }
  }

  /// Without YAML, the headline is the first heading, else the first line that looks like a headline.
  private mutating func finish() {
    defer { addLinks() }
    if result.outline.blocks.isEmpty, headline.isEmpty { result.outline.problems = [.empty] }
    guard title == nil else { return }
    if headline.isEmpty {
      headline = result.text.withUnsafeBufferPointer {
        let (note, _) = PlainNote.page($0, DumpRows($0))
        return note.outline.story.title.map { Array(note.text[$0]) } ?? []
      }
    }
    if !headline.isEmpty { result.outline.story.title = result.append(headline) }
  }

  private mutating func addLinks() {
    for link in links {
      if let target = base.target(of: Array(link.target.utf8)) {
        result.append(link: target.text, words: link.words)
      }
    }
  }
}
