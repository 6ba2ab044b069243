import Text

/// Joins the lines of a text that was wrapped at a fixed width, as lynx, w3m, links, html2text and mail programs do.
///
/// A wrapped line is full: the first word of the next line would not have fitted. Adjacent lines that were not
/// wrapped are hardly ever full. In a short text, a sentence that continues on the next line counts too.
struct LineUnwrapping {
  private let text: UnsafeBufferPointer<UInt8>
  private let rows: [DumpRows.Row]
  /// The width in columns, including the indentation; 0 for a line that is too short to be wrapped.
  private var widths: [Int16] = []
  private var width = 0
  /// Whether full lines are joined.
  private var joinsFull = false
  /// Whether lines are joined in the middle of a sentence.
  private var joinsSentences = false

  /// A line with fewer columns ends its paragraph.
  private static let shortestFullLine = 40
  /// Tools do not wrap at widths outside this range.
  private static let plausibleWidths = 50...132
  /// Stands for this width and all greater ones.
  private static let widest = plausibleWidths.upperBound + 1
  /// Of at least this many adjacent lines, most must be full.
  private static let enoughLines = 8

  /// The same text with each paragraph on one line; nil if it was not wrapped.
  static func unwrapped(_ text: UnsafeBufferPointer<UInt8>, _ rows: DumpRows) -> [UInt8]? {
    var wrapping = LineUnwrapping(text, rows.rows)
    return wrapping.isWrapped() ? wrapping.joined() : nil
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) {
    self.text = text
    self.rows = rows
  }

  private mutating func isWrapped() -> Bool {
    guard let width = usualWidth(), LineUnwrapping.plausibleWidths.contains(width) else { return false }
    self.width = width
    var (adjacent, full, continued) = (0, 0, 0)
    for row in rows.indices where goesOn(row) {
      adjacent += 1
      if isFull(row) { full += 1 }
      if isContinued(row) { continued += 1 }
    }
    if adjacent >= LineUnwrapping.enoughLines {
      joinsFull = full * 10 >= adjacent * 6
    } else if continued > 0, continued * 2 >= adjacent {
      (joinsFull, joinsSentences) = (full == adjacent, true)
    }
    return joinsFull || joinsSentences
  }

  /// Almost the longest line: a few longer ones contain an address that could not be broken.
  private mutating func usualWidth() -> Int? {
    var counts = [Int](repeating: 0, count: LineUnwrapping.widest + 1)
    var (total, tooWide) = (0, 0)
    let enoughTooWide = LineUnwrapping.above(rows.count { !isShort($0) })
    widths.reserveCapacity(rows.count)
    for row in rows {
      let width = isShort(row) ? 0 : columns(row.range, before: Int(row.indent))
      widths.append(Int16(width))
      guard width >= LineUnwrapping.shortestFullLine, !hasAddress(row.range) else { continue }
      counts[width] += 1
      total += 1
      if width >= LineUnwrapping.widest {
        tooWide += 1
        // Most texts were not wrapped, which their first paragraphs show.
        if tooWide >= enoughTooWide { return nil }
      }
    }
    guard total > 1 else { return nil }
    var rank = total - LineUnwrapping.above(total)
    return counts.firstIndex { count in
      rank -= count
      return rank < 0
    }
  }

  /// Of some lines, the number that are at least as wide as the usual width.
  private static func above(_ count: Int) -> Int { count - count * 97 / 100 }

  /// Whether a line has so few bytes that it is too short to be wrapped.
  private func isShort(_ row: DumpRows.Row) -> Bool {
    Int(row.end - row.start) < LineUnwrapping.shortestFullLine - Int(row.indent)
  }

  /// The width in columns, at most ``widest``.
  private func columns(_ range: ByteRange, before indent: Int) -> Int {
    let limit = LineUnwrapping.widest
    var columns = min(indent, limit)
    var position = range.lowerBound
    let letters = text.slice(range.lowerBound..<min(range.upperBound, range.lowerBound + limit))
    if letters.isASCII { return min(limit, columns + letters.count) }
    while position < range.upperBound, columns < limit {
      if text[position] < 0x80 {
        (position, columns) = (position + 1, columns + 1)
      } else {
        let (scalar, length) = text.scalar(at: position)
        position += length
        columns += Letters.isWide(scalar.value) ? 2 : 1
      }
    }
    return min(limit, columns)
  }

  private func hasAddress(_ range: ByteRange) -> Bool {
    let line = text.slice(range.lowerBound..<min(range.upperBound, range.lowerBound + 256))
    return line.contains("://") || line.contains("](")
  }

  /// Whether a line is long, and the next one follows without a blank line and does not begin a new item.
  private func goesOn(_ row: Int) -> Bool {
    guard widths[row] >= LineUnwrapping.shortestFullLine, row + 1 < rows.count,
      !rows[row + 1].hasBlankBefore, !isRule(row + 1)
    else { return false }
    return ListMarker.length(text.slice(rows[row + 1].range)) == 0
  }

  /// Whether a line begins as rules and input fields do: `____`, `----`.
  private func isRule(_ row: Int) -> Bool {
    let start = text.slice(rows[row].range).prefix(3)
    return start.count == 3
      && (start.allSatisfy { $0 == UInt8(ascii: "_") } || start.allSatisfy { $0 == UInt8(ascii: "-") }
        || start.allSatisfy { $0 == UInt8(ascii: "=") })
  }

  /// Whether the first word of the next line would not have fitted.
  private func isFull(_ row: Int) -> Bool {
    Int(widths[row]) + 1 + firstWordWidth(rows[row + 1].range) > width - 4
  }

  /// Two columns if there are wide characters: a line can be broken between any of them.
  private func firstWordWidth(_ range: ByteRange) -> Int {
    var (width, position) = (0, range.lowerBound)
    while position < range.upperBound, text[position] != 0x20, width < 200 {
      let (scalar, length) = text.scalar(at: position)
      if Letters.isWide(scalar.value) { return 2 }
      width += 1
      position += length
    }
    return width
  }

  /// Whether a line ends within a sentence that continues in lower case on the next line.
  private func isContinued(_ row: Int) -> Bool {
    let line = text.slice(rows[row].range)
    let next = text.scalar(at: Int(rows[row + 1].start)).scalar.value
    return Letters.isWord(next) && !Letters.isUppercase(next) && !(0x30...0x39).contains(next)
      && !LineEnding.endsSentence(line) && line.last != UInt8(ascii: ":")
  }

  private func isJoined(_ row: Int) -> Bool {
    goesOn(row) && ((joinsFull && isFull(row)) || (joinsSentences && isContinued(row)))
  }

  private func joined() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isJoined = false
    for (index, row) in rows.enumerated() {
      if !isJoined {
        if row.hasBlankBefore, index > 0 { output.append(0x0A) }
        output.append(contentsOf: repeatElement(0x20, count: Int(row.indent)))
      }
      output.append(contentsOf: text.slice(row.range))
      isJoined = self.isJoined(index)
      if !isJoined {
        output.append(0x0A)
      } else if !isIdeographic(before: Int(row.end)) || !isIdeographic(at: Int(rows[index + 1].start)) {
        output.append(0x20)
      }
    }
    return output
  }

  private func isIdeographic(at position: Int) -> Bool {
    Letters.isIdeographic(text.scalar(at: position).scalar.value)
  }

  private func isIdeographic(before end: Int) -> Bool {
    end >= 3 && Letters.isIdeographic(text.scalar(at: end - 3).scalar.value)
  }
}
