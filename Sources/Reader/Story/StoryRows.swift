/// A cursor over the rows of a story that moves up and down. It lays out one block at a time.
struct StoryRows {
  let document: StoryDocument
  let width: Int
  private(set) var block = 0
  private var rows: [StoryLine]
  private var number: Int
  /// The number of bytes of text laid out so far: the cost of moving.
  private(set) var cost = 0

  /// Begins at the row that contains a position.
  init(_ document: StoryDocument, width: Int, at position: StoryPosition) {
    self.document = document
    self.width = width
    (rows, number) = ([], 0)
    layout(min(position.block, document.count - 1))
    number = rows.lastIndex { $0.position <= position } ?? 0
  }

  /// The current row.
  var row: StoryLine { rows[number] }
  /// Whether this is the first row.
  var isFirst: Bool { block == 0 && number == 0 }
  /// Whether this is the last row.
  var isLast: Bool { block == document.count - 1 && number == rows.count - 1 }

  /// Moves one row down.
  /// - Returns: false at the end.
  mutating func goDown() -> Bool {
    if isLast { return false }
    number += 1
    if number == rows.count {
      layout(block + 1)
      number = 0
    }
    return true
  }

  /// Moves one row up.
  /// - Returns: false at the beginning.
  mutating func goUp() -> Bool {
    if isFirst { return false }
    if number == 0 {
      layout(block - 1)
      number = rows.count
    }
    number -= 1
    return true
  }

  private mutating func layout(_ block: Int) {
    self.block = max(0, block)
    rows = document.rows(ofBlock: self.block, width: width)
    cost += rows.reduce(0) { $0 + $1.text.utf8.count }
  }
}
