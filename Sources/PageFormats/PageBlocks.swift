import Text

extension ParsedPage {
  /// The blocks of an entry in page order. If a format gives only the range of the body, each line of it is a
  /// paragraph of the story. Blocks without text are left out.
  public func blocks(of entry: EntryOutline) -> [TextBlock] {
    guard entry == outline.story, !outline.blocks.isEmpty else {
      return paragraphs(entry.body).map { TextBlock(.paragraph, $0) }
    }
    var links = outline.links[...]
    var levels = ListLevels()
    return outline.blocks.compactMap { block in
      var none: ArraySlice<PageLink> = []
      let text = block.isShown ? text(of: block, &links) : text(of: block, &none)
      if text.string.isEmpty { return nil }
      let level = levels.next(block.kind, depth: Int(block.depth))
      var made = TextBlock(block.kind, text.string, level: level, isShown: block.isShown)
      made.links = text.links
      return made
    }
  }

  /// A part of a block: its sanitized text, and the links in it.
  private struct LinkedText {
    var string = ""
    var links: [TextLink] = []

    /// Appends another part.
    mutating func append(_ other: LinkedText) {
      let start = string.utf8.count
      string += other.string
      links += other.links.map { link in
        var link = link
        link.range = start + link.range.lowerBound..<start + link.range.upperBound
        return link
      }
    }
  }

  private func text(of block: PageBlock, _ links: inout ArraySlice<PageLink>) -> LinkedText {
    switch block.kind {
    case .tableRow:
      let cells = parts(of: block.range, separator: 0x09).map { text(of: $0, &links) }
      return cells.allSatisfy(\.string.isEmpty) ? LinkedText() : ParsedPage.joined(cells, "\t")
    case .preformatted:
      let lines = parts(of: block.range, separator: 0x0A).map { indented($0, &links) }
      return ParsedPage.joined(lines, keepsBlankLines: true)
    case .paragraph, .heading, .listItem, .quote, .caption:
      let lines = parts(of: block.range, separator: 0x0A).map { text(of: $0, &links) }
      return ParsedPage.joined(lines, keepsBlankLines: false)
    }
  }

  private static func joined(_ parts: some Sequence<LinkedText>, _ separator: String) -> LinkedText {
    var joined = LinkedText()
    for (number, part) in parts.enumerated() {
      if number > 0 { joined.string += separator }
      joined.append(part)
    }
    return joined
  }

  /// Blank lines at both ends are dropped; consecutive ones within a text are reduced to one, unless they are
  /// significant.
  private static func joined(_ lines: [LinkedText], keepsBlankLines: Bool) -> LinkedText {
    func isBlank(_ line: Int) -> Bool { lines[line].string.isEmpty }
    guard let first = lines.indices.first(where: { !isBlank($0) }),
      let last = lines.indices.last(where: { !isBlank($0) })
    else { return LinkedText() }
    let kept = (first...last).filter { keepsBlankLines || !isBlank($0) || !isBlank($0 - 1) }
    return joined(kept.lazy.map { lines[$0] }, "\n")
  }

  /// A line with its leading blanks, with tabs expanded to the next multiple of eight columns.
  private func indented(_ line: ByteRange, _ links: inout ArraySlice<PageLink>) -> LinkedText {
    let columns = withBytes(line) { bytes in
      var columns = 0
      for byte in bytes.prefix(ParsedPage.deepestIndent) {
        guard byte == 0x20 || byte == 0x09 else { break }
        columns += byte == 0x20 ? 1 : 8 - columns % 8
      }
      return columns
    }
    let text = text(of: line, &links)
    if text.string.isEmpty { return text }
    var indented = LinkedText(string: String(repeating: " ", count: columns))
    indented.append(text)
    return indented
  }

  /// The maximum number of leading blanks that are kept: deeper indentation would not fit on a screen.
  private static let deepestIndent = 64

  private func parts(of range: ByteRange, separator: UInt8) -> [ByteRange] {
    withBytes(range) { bytes in
      var parts: [ByteRange] = []
      var start = 0
      for (offset, byte) in bytes.enumerated() where byte == separator {
        parts.append(start..<offset)
        start = offset + 1
      }
      parts.append(start..<bytes.count)
      return parts.map { range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound }
    }
  }

  // MARK: Links

  /// The sanitized text of a line, and the links that end in it. Links that end before it are dropped.
  private func text(of line: ByteRange, _ links: inout ArraySlice<PageLink>) -> LinkedText {
    var text = LinkedText(string: string(line))
    links = links.drop { $0.words.upperBound <= line.lowerBound }
    let ended = links.prefix { $0.words.upperBound <= line.upperBound }
    guard !ended.isEmpty else { return text }
    let words = ended.map { $0.words.clamped(to: line) }
    let places = places(words.flatMap { [$0.lowerBound, $0.upperBound] }, ofLine: line, in: text.string)
    for (number, link) in ended.enumerated() {
      let (start, end) = (places[2 * number], places[2 * number + 1])
      guard start < end else { continue }
      text.links.append(TextLink(start..<end, self.text(of: link.address), file: file(link.file)))
    }
    return text
  }

  /// The relative path of a file, in which any byte may occur.
  public func file(_ range: ByteRange?) -> String? { range.map { withBytes($0) { FileName.string($0) } } }

  /// Maps positions of a line, in ascending order, to positions in its sanitized text, not counting removed
  /// characters.
  private func places(_ places: [Int], ofLine line: ByteRange, in text: String) -> [Int] {
    withBytes(line) { bytes in
      if text.utf8.elementsEqual(bytes) { return places.map { $0 - line.lowerBound } }
      var output: [UInt8] = []
      var counts: [Int] = []
      var done = 0
      for place in places + [line.upperBound] {
        let next = max(done, place - line.lowerBound)
        TextSanitizer.append(UnsafeBufferPointer(rebasing: bytes[done..<next]), to: &output)
        counts.append(output.count)
        done = next
      }
      let lead = output.withUnsafeBufferPointer { $0.trimmedRange(0..<$0.count).lowerBound }
      return counts.dropLast().map { ParsedPage.characterStart(at: $0 - lead, in: text) }
    }
  }

  /// A position in a text, moved to the beginning of the character that contains it.
  private static func characterStart(at place: Int, in text: String) -> Int {
    let place = max(0, min(place, text.utf8.count))
    let index = text.utf8.index(text.startIndex, offsetBy: place)
    guard index < text.endIndex, text.utf8[index] & 0xC0 == 0x80 else { return place }
    return characterStart(at: place - 1, in: text)
  }
}
