/// One line of text in visual order, from left to right: with joined Arabic letters, and with numbers and Latin names
/// in their positions according to UAX #9.
///
/// A line is part of a paragraph; the surrounding text in the paragraph (`Substring.base`) determines the direction of
/// numbers and signs at its ends.
public struct VisualLine: Sendable {
  /// The contents of one cell, or of two for a wide character.
  public struct Glyph: Hashable, Sendable {
    /// The character to draw.
    public internal(set) var scalar: Unicode.Scalar
    /// The number of columns: 1 or 2.
    public internal(set) var columns: Int
    /// Its combining marks, in logical order.
    public internal(set) var marks: [Unicode.Scalar] = []
    /// The range of its characters, in bytes of UTF-8 from the start of the line.
    public internal(set) var range: Range<Int>
  }

  /// From left to right. Characters without a column that are not marks are left out.
  public let glyphs: [Glyph]

  /// The number of columns of all glyphs.
  public var columns: Int { glyphs.reduce(0) { $0 + $1.columns } }

  /// The maximum size of the text considered before and after the line, in bytes of UTF-8: paragraphs can be as long as
  /// a megabyte.
  private static let context = 64

  /// Reorders a line.
  /// - Parameters:
  ///   - line: a line without line ends; embedding and override controls are ignored.
  ///   - direction: the paragraph's direction.
  ///   - order: with `.logical` the glyphs stay in logical order, and letters are not joined.
  public init(_ line: Substring, direction: TextDirection, order: TextOrder = .visual) {
    var characters = Characters()
    guard order == .visual, VisualLine.changes(line, direction: direction) else {
      characters.add(line)
      glyphs = characters.glyphs
      return
    }
    let text = line.base.utf8
    let start = text.index(line.startIndex, offsetBy: -VisualLine.context, limitedBy: text.startIndex)
    let end = text.index(line.endIndex, offsetBy: VisualLine.context, limitedBy: text.endIndex)
    characters.add(line.base[(start ?? text.startIndex)..<line.startIndex])
    let first = characters.beginLine()
    characters.add(line)
    let range = first..<characters.codes.count
    characters.add(line.base[line.endIndex..<(end ?? text.endIndex)])
    characters.arrange(range, direction: direction)
    glyphs = characters.glyphs
  }

  /// Whether reordering may change a line: not if it contains no right-to-left text.
  static func changes(_ line: Substring, direction: TextDirection) -> Bool {
    direction == .rightToLeft || TextDirection.isRightToLeft(anywhereIn: line)
  }
}

/// The characters of a paragraph, each with its marks.
private struct Characters {
  /// In FriBidi's encoding.
  private(set) var codes: [UInt32] = []
  private var all: [VisualLine.Glyph] = []
  /// The base character of the marks.
  private var lead: Int?
  private var offset = 0

  /// The visible characters.
  var glyphs: [VisualLine.Glyph] { all.filter { $0.columns > 0 } }

  /// The start of offsets; marks are not combined with characters before it.
  mutating func beginLine() -> Int {
    (offset, lead) = (0, nil)
    return codes.count
  }

  mutating func add(_ text: Substring) {
    for scalar in text.unicodeScalars {
      let range = offset..<offset + UTF8.width(scalar)
      offset = range.upperBound
      let columns = DisplayWidth.columns(of: scalar)
      if columns == 0, DisplayWidth.isMark(scalar) {
        put(scalar, range)
      } else if !(0x202A...0x202E).contains(scalar.value) {
        if columns > 0 { lead = codes.count }
        codes.append(scalar.value)
        all.append(VisualLine.Glyph(scalar: DisplayWidth.drawn(scalar), columns: columns, range: range))
      }
    }
  }

  private mutating func put(_ mark: Unicode.Scalar, _ range: Range<Int>) {
    guard let lead else { return }
    all[lead].range = all[lead].range.lowerBound..<range.upperBound
    if all[lead].marks.count < DisplayWidth.markLimit { all[lead].marks.append(mark) }
  }

  /// Keeps only the characters of a line, in visual order.
  mutating func arrange(_ line: Range<Int>, direction: TextDirection) {
    let order = FriBidi.arrange(&codes, line: line, direction: direction)
    for place in line where codes[place] != all[place].scalar.value {
      draw(codes[place], at: place, of: line)
    }
    all = order.map { all[$0] }
  }

  private mutating func draw(_ code: UInt32, at place: Int, of line: Range<Int>) {
    guard let scalar = Unicode.Scalar(code) else { return }
    if code == FriBidi.joinedAway, place + 1 < line.upperBound { join(place, to: place + 1) }
    all[place].scalar = DisplayWidth.drawn(scalar)
    all[place].columns = DisplayWidth.columns(of: scalar)
  }

  /// The alef represents both a lam and an alef.
  private mutating func join(_ lam: Int, to alef: Int) {
    all[alef].range = all[lam].range.lowerBound..<all[alef].range.upperBound
    all[alef].marks = all[lam].marks + all[alef].marks
  }
}
