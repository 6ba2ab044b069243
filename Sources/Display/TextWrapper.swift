/// Breaks a paragraph into lines of at most so many columns.
///
/// Lines break at spaces, after hyphens and dashes inside words, and between East Asian characters, where
/// closing punctuation never begins a line and opening punctuation never ends one. A word longer than a line is
/// cut where the line is full.
public struct TextWrapper: Sendable {
  public let width: Int

  /// - Parameter width: columns a line; at least 2, so that any character fits.
  public init(width: Int) {
    self.width = max(2, width)
  }

  /// The lines of one paragraph as texts of their own, for short ones.
  public func texts(of paragraph: String) -> [String] {
    let bytes = Array(paragraph.utf8)
    return lines(of: paragraph).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The lines of one paragraph as ranges of UTF-8 offsets; spaces at breaks belong to no line.
  public func lines(of paragraph: some StringProtocol) -> [Range<Int>] {
    var wrap = Wrap(width: width)
    for scalar in paragraph.unicodeScalars { wrap.add(scalar) }
    return wrap.finished()
  }
}

/// The state between two characters of a paragraph.
private struct Wrap {
  let width: Int
  var lines: [Range<Int>] = []
  var offset = 0
  /// The line that is being filled: where it starts, and its columns without trailing spaces.
  var lineStart = 0
  var column = 0
  /// The last place where the line can be ended: the end of its text, the start of what follows, columns until there.
  var breakEnd = 0
  var breakNext = 0
  var breakColumn = 0
  var hasBreak = false
  var previous: Unicode.Scalar = " "

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    let columns = DisplayWidth.columns(of: scalar)
    let size = UTF8.width(scalar)
    if scalar == " " {
      addSpace()
    } else {
      if offset > lineStart, allowsBreak(before: scalar) { setBreak(end: offset, next: offset) }
      if column + columns > width, columns > 0 { endLine() }
      column += columns
      offset += size
    }
    previous = scalar
  }

  private mutating func addSpace() {
    if offset == lineStart {
      lineStart += 1
    } else {
      if previous != " " { breakEnd = offset }
      breakNext = offset + 1
      breakColumn = column + 1
      hasBreak = true
      column += 1
    }
    offset += 1
  }

  private mutating func setBreak(end: Int, next: Int) {
    (breakEnd, breakNext, breakColumn, hasBreak) = (end, next, column, true)
  }

  private mutating func endLine() {
    if hasBreak {
      lines.append(lineStart..<breakEnd)
      lineStart = breakNext
      column -= breakColumn
    } else {
      lines.append(lineStart..<offset)
      lineStart = offset
      column = 0
    }
    hasBreak = false
  }

  private func allowsBreak(before scalar: Unicode.Scalar) -> Bool {
    if previous == " " || LineBreak.isClosing(scalar) || LineBreak.isOpening(previous) { return false }
    if DisplayWidth.columns(of: scalar) == 0 { return false }
    if LineBreak.isDash(previous) { return scalar.properties.isAlphabetic && column > 2 }
    return DisplayWidth.columns(of: scalar) == 2 || DisplayWidth.columns(of: previous) == 2
  }

  mutating func finished() -> [Range<Int>] {
    let end = previous == " " && hasBreak && breakNext == offset ? breakEnd : offset
    if end > lineStart { lines.append(lineStart..<end) }
    return lines
  }
}

/// Where a line must not begin or end: the classes CL, CP, EX, IS, NS, OP and QU of UAX #14, as far as news uses them.
enum LineBreak {
  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? ").,:;!?]}%\"'".unicodeScalars.contains(scalar)
      : "’”»›、。，．・：；！？）」』】〉》〕］｝ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜…‥،؛؟".unicodeScalars.contains(scalar)
  }

  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? "([{".unicodeScalars.contains(scalar)
      : "‘“«‹（「『【〈《〔［｛".unicodeScalars.contains(scalar)
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "–" || scalar == "—"
  }
}
