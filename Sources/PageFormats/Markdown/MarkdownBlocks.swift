import Text

/// The blocks of a Markdown text: paragraphs joined from their lines, headings, items, quotations and code, without the
/// signs of links and emphasis.
struct MarkdownBlocks {
  private let text: UnsafeBufferPointer<UInt8>
  private let title: String?
  private var result = BuiltPage(outline: PageOutline(kind: .unknown))
  /// The block that is being read.
  private var open: [UInt8] = []
  private var kind = BlockKind.paragraph
  private var headline: [UInt8] = []

  init(_ text: UnsafeBufferPointer<UInt8>, title: String?) {
    (self.text, self.title) = (text, title)
  }

  mutating func page() -> BuiltPage {
    var position = 0
    var isCode = false
    while position < text.count {
      let end = text.firstIndex(ofByte: 0x0A, from: position) ?? text.count
      let line = text.slice(text.trimmedRange(position..<end))
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        close()
        isCode.toggle()
      } else if isCode {
        add(text.slice(position..<end), .preformatted, joint: 0x0A)
      } else {
        add(line)
      }
      position = end + 1
    }
    close()
    finish()
    return result
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    let signs = line.prefix { $0 == UInt8(ascii: "#") }.count
    if line.isEmpty || isRule(line) {
      close()
    } else if (1...6).contains(signs), signs < line.count, line[signs] == 0x20 {
      close()
      add(line.dropping(first: signs + 1), .heading)
      close()
    } else if line.first == UInt8(ascii: ">") {
      if kind != .quote { close() }
      let words = line.dropping(first: line.hasPrefix("> ") ? 2 : 1)
      if words.isEmpty { close() } else { add(words, .quote) }
    } else if ListMarker.length(line) > 0, line.first != UInt8(ascii: "o") {
      close()
      add(ListMarker.isNumber(line) ? line : line.dropping(first: ListMarker.length(line)), .listItem)
    } else {
      add(line, open.isEmpty ? .paragraph : kind)
    }
  }

  private func isRule(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count >= 3 && line.allSatisfy { $0 == line[0] || $0 == 0x20 }
      && [0x2A, 0x2D, 0x5F, 0x3D].contains(line[0])
  }

  private mutating func add(_ words: UnsafeBufferPointer<UInt8>, _ kind: BlockKind, joint: UInt8 = 0x20) {
    if !open.isEmpty { open.append(joint) }
    self.kind = kind
    if kind == .preformatted {
      open.append(contentsOf: words)
    } else {
      DumpLinks.appendWords(of: words, to: &open)
    }
  }

  private mutating func close() {
    defer { (open, kind) = ([], .paragraph) }
    guard open.contains(where: { $0 != 0x20 && $0 != 0x0A }) else { return }
    let isTitle = kind == .heading && headline.isEmpty && result.outline.blocks.isEmpty
    if isTitle, title == nil || title.map({ Array($0.utf8) }) == open {
      // The headline is not repeated in the text.
      headline = open
      return
    }
    result.appendShown(open, kind)
  }

  /// Without YAML, the first heading is the headline, else the first line.
  private mutating func finish() {
    guard title == nil else { return }
    if !headline.isEmpty {
      result.outline.story.title = result.append(headline)
      return
    }
    let note = PlainNote.page(text, DumpRows(text))
    if result.outline.blocks.isEmpty { result.outline.problems = [.empty] }
    if let range = note.outline.story.title { result.outline.story.title = result.append(note.text[range]) }
  }
}
