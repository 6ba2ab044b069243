/// A terminal's screen, sufficient to determine what a program's output shows and changes.
public struct TerminalScreen: Sendable {
  /// Its width.
  public let columns: Int
  /// Its height.
  public let rows: Int
  /// The cells, row by row.
  public private(set) var cells: [TerminalCell]
  /// The style of the next character.
  public internal(set) var style = TerminalStyle()
  var wrapsAround: Bool { privateModes.contains(7) }
  /// Whether a character in the last column moves the cursor to the next row immediately, instead of the character
  /// after it.
  public var wrapsAtOnce = false
  /// Whether erased cells get the current background.
  public var erasesInColor = true
  var isInserting = false
  /// The scroll region.
  public internal(set) var region: Range<Int>
  /// The private modes (DECSET) that are set.
  public internal(set) var privateModes: Set<Int> = [7, 25]
  /// The row of the cursor.
  public private(set) var row = 0
  /// The column of the next character. Equals `columns` after a character in the last column: the next character goes
  /// to the next row.
  private var position = 0
  private var lastCharacter: Unicode.Scalar = " "
  /// The main screen's cells while the alternate screen is shown.
  private var main: [TerminalCell]?

  /// Whether the alternate screen is shown.
  public var isAlternate: Bool { main != nil }
  private var savedCursor = (row: 0, column: 0)

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: TerminalCell(), count: columns * rows)
    region = 0..<rows
  }

  /// The column of the cursor.
  public var column: Int { min(position, columns - 1) }

  /// The text of a row.
  public func text(row: Int) -> String {
    cells[row * columns..<(row + 1) * columns].map(\.text).joined()
  }

  /// The text of all rows, without the spaces at their ends.
  public var text: String {
    (0..<rows).map { row in
      let text = text(row: row)
      return text.lastIndex { $0 != " " }.map { String(text[...$0]) } ?? ""
    }.joined(separator: "\n")
  }

  /// The number of cells whose text or style differs from `before`.
  public func changedCells(since before: [TerminalCell]) -> Int {
    zip(cells, before).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }

  // MARK: Characters

  /// Prints a character at the cursor.
  public mutating func print(_ character: Unicode.Scalar) {
    let width = CharacterWidth.columns(of: character)
    guard width > 0 else { return addMark(character) }
    if position + width > columns {
      guard wrapsAround else { return put(character, width: width, at: columns - width) }
      lineFeed()
      position = 0
    }
    if isInserting { insertBlanks(width) }
    put(character, width: width, at: position)
    position += width
    lastCharacter = character
    if wrapsAtOnce, position == columns {
      lineFeed()
      position = 0
    }
  }

  private mutating func put(_ character: Unicode.Scalar, width: Int, at column: Int) {
    let cell = row * columns + column
    if column > 0, cells[cell].text.isEmpty { cells[cell - 1].text = " " }
    if column + width < columns, cells[cell + width].text.isEmpty { cells[cell + width].text = " " }
    cells[cell] = TerminalCell(text: String(character), style: style)
    if width == 2 { cells[cell + 1] = TerminalCell(text: "", style: style) }
  }

  private mutating func addMark(_ mark: Unicode.Scalar) {
    guard position > 0, mark.value >= 0x300 else { return }
    var cell = row * columns + position - 1
    if cells[cell].text.isEmpty, position > 1 { cell -= 1 }
    cells[cell].text.unicodeScalars.append(mark)
  }

  /// REP: repeats the last character.
  mutating func repeatLast(_ count: Int) {
    for _ in 0..<min(count, cells.count) { print(lastCharacter) }
  }

  // MARK: The cursor

  /// Moves the cursor, at most to the edges.
  public mutating func move(row: Int, column: Int) {
    self.row = max(0, min(row, rows - 1))
    position = max(0, min(column, columns - 1))
  }

  mutating func saveCursor() { savedCursor = (row, column) }
  mutating func restoreCursor() { move(row: savedCursor.row, column: savedCursor.column) }

  mutating func lineFeed() {
    if row == region.upperBound - 1 { scrollUp(1) } else { row = min(row + 1, rows - 1) }
  }

  mutating func reverseLineFeed() {
    if row == region.lowerBound { scrollDown(1) } else { row = max(row - 1, 0) }
  }

  // MARK: Erasing and shifting

  private var blank: TerminalCell { erasesInColor ? TerminalCell(style: style.erased) : TerminalCell() }

  /// Erases cells, counted row by row from the top left corner.
  mutating func erase(_ range: Range<Int>) {
    for cell in range.clamped(to: 0..<cells.count) { cells[cell] = blank }
  }

  /// The cells of the cursor's row.
  var rowRange: Range<Int> { row * columns..<(row + 1) * columns }
  var cursorCell: Int { row * columns + column }

  mutating func insertBlanks(_ count: Int) {
    let count = min(count, columns - column)
    cells.insert(contentsOf: repeatElement(blank, count: count), at: cursorCell)
    cells.removeSubrange(rowRange.upperBound..<rowRange.upperBound + count)
  }

  mutating func deleteCharacters(_ count: Int) {
    let count = min(count, columns - column)
    cells.insert(contentsOf: repeatElement(blank, count: count), at: rowRange.upperBound)
    cells.removeSubrange(cursorCell..<cursorCell + count)
  }

  mutating func insertLines(_ count: Int) {
    guard region.contains(row) else { return }
    shiftDown(row..<region.upperBound, count)
  }

  mutating func deleteLines(_ count: Int) {
    guard region.contains(row) else { return }
    shiftUp(row..<region.upperBound, count)
  }

  mutating func scrollUp(_ count: Int) { shiftUp(region, count) }
  mutating func scrollDown(_ count: Int) { shiftDown(region, count) }

  private mutating func shiftUp(_ area: Range<Int>, _ count: Int) {
    let cellCount = min(count, area.count) * columns
    let (start, end) = (area.lowerBound * columns, area.upperBound * columns)
    cells.insert(contentsOf: repeatElement(blank, count: cellCount), at: end)
    cells.removeSubrange(start..<start + cellCount)
  }

  private mutating func shiftDown(_ area: Range<Int>, _ count: Int) {
    let cellCount = min(count, area.count) * columns
    let (start, end) = (area.lowerBound * columns, area.upperBound * columns)
    cells.removeSubrange(end - cellCount..<end)
    cells.insert(contentsOf: repeatElement(blank, count: cellCount), at: start)
  }

  // MARK: The other screen

  mutating func showAlternate(_ isShown: Bool) {
    guard isShown != (main != nil) else { return }
    if isShown {
      main = cells
      saveCursor()
      erase(0..<cells.count)
    } else {
      cells = main ?? cells
      main = nil
      restoreCursor()
    }
  }
}
