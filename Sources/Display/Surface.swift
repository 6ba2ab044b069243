/// One cell: a character with its combining marks, and its role.
public struct Cell: Hashable, Sendable {
  /// The character of most cells; an index into the surface's clusters if it has combining marks (`clusterFlag`); 0 in
  /// the right half of a wide character.
  var glyph: UInt32
  /// The role, which determines its style.
  public var role: Role

  static let clusterFlag: UInt32 = 0x8000_0000
  static let rightHalf: UInt32 = 0
  static let space: UInt32 = 0x20

  static func blank(_ role: Role) -> Cell { Cell(glyph: space, role: role) }

  /// Whether it is the right half of the wide character to its left.
  public var isRightHalf: Bool { glyph == Cell.rightHalf }
}

/// A grid of cells that views draw on. Everything printed is clipped, wide characters are never split, and the result
/// can be read back as text.
public struct Surface: Sendable {
  /// The size, which never changes: a screen of another size requires another surface.
  public let size: Size
  /// Whether Broadsheet or the terminal reorders right-to-left lines.
  public let textOrder: TextOrder
  /// The cells, row by row, `size.columns` each.
  public private(set) var cells: [Cell]
  /// The position of the terminal's cursor; nil hides it.
  public var cursor: Point?
  private var clusters: [String] = []

  /// A blank surface.
  public init(size: Size, textOrder: TextOrder = .visual, role: Role = .plain) {
    self.size = size
    self.textOrder = textOrder
    cells = Array(repeating: .blank(role), count: size.columns * size.rows)
  }

  /// The whole area.
  public var bounds: Rect { Rect(size) }

  /// Prints one line from `point` to the right, clipped to `clip` (the whole surface if nil). Right-to-left parts of it
  /// are reordered; use `print(_:in:)` for lines that are right-to-left as a whole.
  /// - Returns: the number of columns used.
  @discardableResult
  public mutating func print(_ text: String, at point: Point, role: Role, clip: Rect? = nil) -> Int {
    print(text[...], at: point, role: role, clip: clip)
  }

  /// Prints a part of a text.
  @discardableResult
  public mutating func print(_ text: Substring, at point: Point, role: Role, clip: Rect? = nil) -> Int {
    let area = clip.map { $0.intersection(bounds) } ?? bounds
    guard area.top..<area.bottom ~= point.row else { return 0 }
    if textOrder == .visual, VisualLine.changes(text, direction: .leftToRight) {
      let line = VisualLine(text, direction: .leftToRight)
      return print(line.glyphs, at: point, clip: area) { _ in role }
    }
    return text.withBytes { print($0, at: point, in: area, role: role) }
  }

  private mutating func print(
    _ bytes: UnsafeBufferPointer<UInt8>, at point: Point, in area: Rect, role: Role
  ) -> Int {
    var (column, position) = (point.column, 0)
    var lead: Int?
    while position < bytes.count {
      let plain = bytes[position...].prefix(while: \.isPlain)
      if !plain.isEmpty {
        let end = min(column + plain.count, area.right)
        put(plain, at: column, before: end, row: point.row, in: area, role: role)
        if end < column + plain.count { return max(0, end - point.column) }
        (column, position) = (end, plain.endIndex)
        lead = column > area.left ? point.row * size.columns + column - 1 : nil
        continue
      }
      let (scalar, length) = bytes.scalar(at: position)
      position += length
      let width = DisplayWidth.columns(of: scalar)
      if width == 0 {
        if let lead, DisplayWidth.isMark(scalar) { addMark(scalar, to: lead) }
        continue
      }
      if column + width > area.right { break }
      lead = nil
      if column >= area.left {
        let index = point.row * size.columns + column
        put(DisplayWidth.drawn(scalar).value, width: width, at: index, role: role)
        lead = index
      } else if column + width > area.left {
        put(Cell.space, width: 1, at: point.row * size.columns + area.left, role: role)
      }
      column += width
    }
    return column - point.column
  }

  /// Fills an area with one character that is one column wide.
  public mutating func fill(_ rect: Rect, with character: Unicode.Scalar = " ", role: Role) {
    let area = rect.intersection(bounds)
    let glyph = DisplayWidth.columns(of: character) == 1 ? character.value : Cell.space
    for row in area.top..<area.bottom {
      for column in area.left..<area.right {
        put(glyph, width: 1, at: row * size.columns + column, role: role)
      }
    }
  }

  /// Writes plain characters from a column on, without those before the area or after `end`.
  private mutating func put(
    _ plain: Slice<UnsafeBufferPointer<UInt8>>, at column: Int, before end: Int, row: Int, in area: Rect,
    role: Role
  ) {
    let start = max(column, area.left)
    guard start < end else { return }
    let index = row * size.columns + start
    let next = index + end - start
    if cells[index].isRightHalf { cells[index - 1] = .blank(cells[index - 1].role) }
    if next < cells.count, cells[next].isRightHalf { cells[next] = .blank(cells[next].role) }
    cells.withUnsafeMutableBufferPointer { cells in
      for (place, byte) in plain.dropFirst(start - column).prefix(end - start).enumerated() {
        cells[index + place] = Cell(glyph: UInt32(byte), role: role)
      }
    }
  }

  mutating func put(_ glyph: UInt32, width: Int, at index: Int, role: Role) {
    if cells[index].isRightHalf { cells[index - 1] = .blank(cells[index - 1].role) }
    let end = index + width
    if end < cells.count, cells[end].isRightHalf { cells[end] = .blank(cells[end].role) }
    cells[index] = Cell(glyph: glyph, role: role)
    if width == 2 { cells[index + 1] = Cell(glyph: Cell.rightHalf, role: role) }
  }

  mutating func addMark(_ mark: Unicode.Scalar, to index: Int) {
    var cluster = text(of: cells[index])
    guard cluster.unicodeScalars.count <= DisplayWidth.markLimit else { return }
    cluster.unicodeScalars.append(mark)
    clusters.append(cluster)
    cells[index].glyph = Cell.clusterFlag | UInt32(clusters.count - 1)
  }

  /// The text of a cell; empty for the right half of a wide character.
  public func text(of cell: Cell) -> String {
    if cell.isRightHalf { return "" }
    if cell.glyph & Cell.clusterFlag != 0 { return clusters[Int(cell.glyph & ~Cell.clusterFlag)] }
    return Unicode.Scalar(cell.glyph).map { String($0) } ?? " "
  }

  /// The character of a cell without marks; nil for a cluster or a right half.
  public func scalar(of cell: Cell) -> Unicode.Scalar? {
    cell.isRightHalf || cell.glyph & Cell.clusterFlag != 0 ? nil : Unicode.Scalar(cell.glyph)
  }

  /// The cell at a column and a row inside the surface.
  public subscript(column column: Int, row row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Whether a cell only shows its background.
  public func isBlank(_ cell: Cell) -> Bool { cell.glyph == 0x20 }

  /// Whether the cell at an index shows the same character in another surface of the same size.
  public func hasSameText(at index: Int, as other: Surface) -> Bool {
    let (mine, theirs) = (cells[index], other.cells[index])
    if (mine.glyph | theirs.glyph) & Cell.clusterFlag == 0 { return mine.glyph == theirs.glyph }
    return text(of: mine) == other.text(of: theirs)
  }

  /// The first cell from an index on that may look different in another surface of the same size; `end` if there is
  /// none before it. Cells with combining marks count as different.
  public func firstDifference(from index: Int, to end: Int, with other: Surface) -> Int {
    cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        var index = index
        while index < end, mine[index] == theirs[index], mine[index].glyph & Cell.clusterFlag == 0 {
          index += 1
        }
        return index
      }
    }
  }

  /// The rows as text without trailing blanks, joined by newlines.
  public var text: String {
    (0..<size.rows).map { rowText($0) }.joined(separator: "\n")
  }

  /// One row as text without trailing blanks.
  public func rowText(_ row: Int) -> String {
    let start = row * size.columns
    return cells[start..<start + size.columns].map { text(of: $0) }.joined().trimmingTrailingSpaces()
  }
}

/// Equal surfaces look the same, however they were drawn.
extension Surface: Equatable {
  /// Whether all cells and the cursor are equal.
  public static func == (left: Surface, right: Surface) -> Bool {
    left.size == right.size && left.cursor == right.cursor
      && left.cells.indices.allSatisfy {
        left.cells[$0].role == right.cells[$0].role && left.hasSameText(at: $0, as: right)
      }
  }
}
