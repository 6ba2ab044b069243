/// Splits HTML into tags and texts, in one pass. Any bytes are accepted as a page.
///
/// Based on WHATWG's HTML standard, §13.2.5 ("tokenization"), without what does not affect the text of a page:
/// doctypes, escapes within scripts, foreign elements.
struct HTMLTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var tree: HTMLTreeBuilder
  private let names = HTMLTagNames.shared

  /// All nodes of a page; if it has more than `mostNodes`, the rest is one text.
  static func nodes(
    of bytes: UnsafeBufferPointer<UInt8>, mostNodes: Int = HTMLTreeBuilder.mostNodes
  ) -> [HTMLNode] {
    var tokenizer = HTMLTokenizer(bytes, mostNodes: mostNodes)
    tokenizer.run()
    return tokenizer.tree.finished()
  }

  #if DEBUG
    /// The number of steps needed to build the nodes.
    static func steps(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
      var tokenizer = HTMLTokenizer(bytes, mostNodes: HTMLTreeBuilder.mostNodes)
      tokenizer.run()
      return tokenizer.tree.steps.count
    }
  #endif

  private init(_ bytes: UnsafeBufferPointer<UInt8>, mostNodes: Int) {
    self.bytes = bytes
    tree = HTMLTreeBuilder(expectedCount: bytes.count / 32, mostNodes: mostNodes)
  }

  private mutating func run() {
    while position < bytes.count {
      let tag = index(of: UInt8(ascii: "<"), from: position)
      if tag > position { tree.addText(position..<tag) }
      position = tag + 1
      guard position < bytes.count else { return }
      if tree.isFull {
        // The rest is stored as one text, whose tags are skipped when it is read.
        tree.addText(tag..<bytes.count)
        return
      }
      let next = bytes[position]
      if ASCII.isLetter(next) {
        readTag(isEnd: false)
      } else if next == UInt8(ascii: "/"), position + 1 < bytes.count, ASCII.isLetter(bytes[position + 1]) {
        position += 1
        readTag(isEnd: true)
      } else if next == UInt8(ascii: "!"), isAt("--", position + 1) {
        skipComment()
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
        position = min(index(of: UInt8(ascii: ">"), from: position) + 1, bytes.count)
      } else {
        tree.addText(tag..<position)
      }
    }
  }

  /// Parses a tag from its name to its `>`. A tag truncated by the end of the file is ignored, as in browsers.
  private mutating func readTag(isEnd: Bool) {
    let tag = readName()
    let attributes = position
    skipAttributes()
    guard position < bytes.count else { return }
    let range = attributes..<position
    let closesItself = bytes[position - 1] == UInt8(ascii: "/")
    position += 1
    if isEnd { return tree.close(tag, at: range.lowerBound) }
    guard let element = tree.open(tag, attributes: range, closesItself: closesItself) else { return }
    if tag.traits.contains(.raw) { readRawText(of: tag, element) }
  }

  private mutating func readName() -> HTMLTag {
    let start = position
    // Most names are a few letters, which are read in one step: a loop over them would end unpredictably.
    let letters = ASCIILetters(bytes, at: start)
    let end = start + letters.count
    if letters.count < 8, end < bytes.count, HTMLDelimiters.afterTagName.contains(bytes[end]) {
      position = end
      return names.tag(letters)
    }
    var name: UInt64 = 0
    skip { byte in
      if HTMLDelimiters.afterTagName.contains(byte) { return false }
      name = HTMLTagNames.appending(byte, to: name)
      return true
    }
    return position - start > HTMLTagNames.longest ? .other : names.tag(name)
  }

  /// Moves to the `>` that ends a tag, skipping quoted values.
  private mutating func skipAttributes() {
    while true {
      skip { HTMLDelimiters.beforeAttribute.contains($0) }
      guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { return }
      position += 1
      position += ASCIILetters(bytes, at: position).count
      skip { !HTMLDelimiters.afterAttributeName.contains($0) }
      skip { ASCII.isBlank($0) }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
      position += 1
      skip { ASCII.isBlank($0) }
      guard position < bytes.count else { return }
      let quote = bytes[position]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        position = min(index(of: quote, from: position + 1) + 1, bytes.count)
      } else {
        skip { !ASCII.isBlank($0) && $0 != UInt8(ascii: ">") }
      }
    }
  }

  /// The content of a script, a style or a title: everything up to the end tag of the same name.
  private mutating func readRawText(of tag: HTMLTag, _ element: Int32) {
    let start = position
    var end = bytes.count
    while position < bytes.count {
      let found = index(of: UInt8(ascii: "<"), from: position)
      position = found + 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: "/") else { continue }
      position += 1
      if readName() == tag, position < bytes.count {
        end = found
        break
      }
    }
    tree.addRawText(start..<end, in: element)
    position = min(index(of: UInt8(ascii: ">"), from: position) + 1, bytes.count)
  }

  /// Skips comments: `<!-->`, `<!--->`, `<!-- … -->` and `<!-- … --!>`.
  private mutating func skipComment() {
    let text = position + 3
    if isAt(">", text) || isAt("->", text) {
      position = index(of: UInt8(ascii: ">"), from: text) + 1
      return
    }
    position = text
    while position < bytes.count {
      let end = index(of: UInt8(ascii: ">"), from: position)
      position = min(end + 1, bytes.count)
      if end - 2 >= text, isAt("--", end - 2) { return }
      if end - 3 >= text, isAt("--!", end - 3) { return }
    }
  }

  /// The next position of a byte, or else the end.
  @inline(__always)
  private func index(of byte: UInt8, from start: Int) -> Int {
    bytes.firstIndex(ofByte: byte, from: start) ?? bytes.count
  }

  private func isAt(_ text: StaticString, _ start: Int) -> Bool {
    bytes.dropping(first: start).hasPrefix(text)
  }

  @inline(__always)
  private mutating func skip(while condition: (UInt8) -> Bool) {
    // A local variable, which is not written to memory with each step.
    var next = position
    while next < bytes.count, condition(bytes[next]) { next += 1 }
    position = next
  }
}
