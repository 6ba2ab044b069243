/// Breaks a paragraph into lines of at most so many columns.
///
/// Lines break at spaces, after hyphens and dashes inside words, and between East Asian characters, where
/// closing punctuation never begins a line and opening punctuation never ends one. A word longer than a line
/// is cut where the line is full, not inside a flag or a joined emoji and not before its closing punctuation.
public struct TextWrapper: Sendable {
  /// Columns a line.
  public let width: Int

  /// A wrapper for lines of one width.
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
  public func lines(of paragraph: String) -> [Range<Int>] {
    var wrap = Wrap(width: width)
    for scalar in paragraph.unicodeScalars { wrap.add(scalar) }
    return wrap.finished()
  }
}

/// The state between two characters of a paragraph.
private struct Wrap {
  /// Where a line can be ended: the end of its text, the start of what follows, columns until there.
  struct Place {
    var end: Int
    var next: Int
    var column: Int
  }

  let width: Int
  var lines: [Range<Int>] = []
  var offset = 0
  /// The line that is being filled: where it starts, and its columns with the spaces after it.
  var lineStart = 0
  var column = 0
  /// The end of the last character that is no space, and that character.
  var textEnd = 0
  var previous: Unicode.Scalar = " "
  /// The letters of flags directly before: two make one flag.
  var flagLetters = 0
  /// The last place where lines break, and the last where a word without such a place is cut.
  var lineBreak: Place?
  var cut: Place?

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    guard scalar != " " else { return addSpace() }
    let columns = DisplayWidth.columns(of: scalar)
    if offset > lineStart { findPlace(before: scalar, columns: columns) }
    while column + columns > width { endLine() }
    column += columns
    offset += UTF8.width(scalar)
    textEnd = offset
    previous = scalar
    flagLetters = LineBreak.isFlagLetter(scalar) ? flagLetters + 1 : 0
  }

  private mutating func addSpace() {
    flagLetters = 0
    offset += 1
    if offset == lineStart + 1 { (lineStart, textEnd) = (offset, offset) } else { column += 1 }
  }

  private mutating func findPlace(before scalar: Unicode.Scalar, columns: Int) {
    let isAfterSpace = offset > textEnd
    let place = Place(end: textEnd, next: offset, column: column)
    if isAfterSpace ? allowsBreakAtSpace(before: scalar) : allowsBreak(before: scalar, columns: columns) {
      lineBreak = place
    } else if lineBreak == nil, isAfterSpace || allowsCut(before: scalar, columns: columns) {
      cut = place
    }
  }

  private mutating func endLine() {
    let place = lineBreak ?? cut ?? Place(end: textEnd, next: offset, column: column)
    lines.append(lineStart..<place.end)
    lineStart = place.next
    column -= place.column
    (lineBreak, cut) = (nil, nil)
  }

  /// East Asian brackets and stops stay where they are also when somebody has put a space beside them.
  private func allowsBreakAtSpace(before scalar: Unicode.Scalar) -> Bool {
    !(LineBreak.isEastAsian(scalar) && LineBreak.isClosing(scalar))
      && !(LineBreak.isEastAsian(previous) && LineBreak.isOpening(previous))
  }

  private func allowsBreak(before scalar: Unicode.Scalar, columns: Int) -> Bool {
    let isWide = columns == 2 || DisplayWidth.columns(of: previous) == 2
    guard isWide || LineBreak.isDash(previous), columns > 0 else { return false }
    if LineBreak.isClosing(scalar) || LineBreak.isOpening(previous) { return false }
    if LineBreak.isGlue(scalar) || LineBreak.isGlue(previous) { return false }
    return LineBreak.isDash(previous) ? scalar.properties.isAlphabetic && column > 2 : true
  }

  private func allowsCut(before scalar: Unicode.Scalar, columns: Int) -> Bool {
    if columns == 0 || LineBreak.isClosing(scalar) || LineBreak.isOpening(previous) { return false }
    if LineBreak.isFlagLetter(scalar) { return flagLetters.isMultiple(of: 2) }
    return !LineBreak.isGlue(previous) && scalar.properties.generalCategory != .spacingMark
  }

  func finished() -> [Range<Int>] {
    textEnd > lineStart ? lines + [lineStart..<textEnd] : lines
  }
}

/// Where a line must not begin or end: the classes CL, CP, EX, IS, NS, OP, QU, GL, WJ and ZWJ of UAX #14, as
/// far as news uses them.
enum LineBreak {
  private static let closing = Set(
    (").,:;!?]}%\"'’”»›…‥،؛؟"
      + "、。，．・：；！？％）」』】〉》〕］｝〗〙〛｠｣｡､〞〟ー〜々ゝゞヽヾ"
      + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ").unicodeScalars)
  private static let opening = Set("([{‘“‚„«‹（「『【〈《〔［｛〖〘〚｟｢〝".unicodeScalars)

  static func isClosing(_ scalar: Unicode.Scalar) -> Bool { closing.contains(scalar) }

  static func isOpening(_ scalar: Unicode.Scalar) -> Bool { opening.contains(scalar) }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "–" || scalar == "—"
  }

  /// From the block of East Asian punctuation on: neither a quote nor an apostrophe that can be both.
  static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x3000 }

  /// No-break spaces and joiners: nothing parts from them.
  static func isGlue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x202F, 0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Two of them make a flag.
  static func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }
}
