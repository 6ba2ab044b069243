import Display

/// Which cells have to be sent to turn what is on the screen into a surface, gathered by how they look.
///
/// A change of look costs more bytes than a jump of the cursor, and three panes side by side have other
/// looks in every row. So all text of one look is sent before the next one's.
struct FrameDiff {
  /// Neighbouring cells of one row.
  struct Run: Equatable {
    var row: Int
    var columns: Range<Int>
  }

  /// By the number of their look, and in each from top to bottom.
  private(set) var runs: [[Run]]

  /// Compares `surface` with `before`, what is on the screen in the same size (nil to send everything), as
  /// far as the screen has room: in `area`.
  init(from before: Surface?, to surface: Surface, in area: Rect, with looks: StyleTable) {
    runs = Array(repeating: [], count: looks.looks.count)
    let comparison = CellComparison(surface: surface, before: before, looks: looks)
    var blanks: [Piece] = []
    for row in area.top..<area.bottom {
      for piece in comparison.pieces(in: row, columns: area.left..<area.right) {
        if piece.isBlank { blanks.append(piece) } else { runs[piece.look].append(piece.run) }
      }
    }
    addBlanks(blanks, looks)
  }

  /// Blanks go along with the nearest text on the same background.
  private mutating func addBlanks(_ blanks: [Piece], _ looks: StyleTable) {
    guard !blanks.isEmpty else { return }
    let text = runs
    for blank in blanks {
      let hosts = text.indices.filter { !text[$0].isEmpty && looks.shareBackground($0, blank.look) }
      let distances = hosts.map { host in text[host].lazy.map { blank.run.distance(to: $0) }.min() ?? .max }
      let nearest = zip(hosts, distances).min { $0.1 < $1.1 }
      runs[nearest?.0 ?? blank.look].append(blank.run)
    }
    for look in runs.indices where runs[look].count > text[look].count {
      runs[look].sort { ($0.row, $0.columns.lowerBound) < ($1.row, $1.columns.lowerBound) }
    }
  }
}

extension FrameDiff.Run {
  /// About how many bytes a cursor needs between their beginnings.
  fileprivate func distance(to other: FrameDiff.Run) -> Int {
    min(abs(row - other.row), 4) + (columns.lowerBound == other.columns.lowerBound ? 0 : 5)
  }
}

/// A run, and what it shows.
private struct Piece {
  var look: Int
  var run: FrameDiff.Run
  /// Nothing but background: it can be sent in any look that has the same one.
  var isBlank: Bool

  /// Takes in what changed to the right of it, with no more than unchanged blanks in between, if all can be
  /// sent in one look: their own, or where one is blank the other's.
  mutating func join(_ next: Piece, _ looks: StyleTable) -> Bool {
    if look != next.look {
      guard isBlank || next.isBlank, looks.shareBackground(look, next.look) else { return false }
      if isBlank { look = next.look }
    }
    isBlank = isBlank && next.isBlank
    run.columns = run.columns.lowerBound..<next.run.columns.upperBound
    return true
  }
}

/// The new surface beside the old one.
private struct CellComparison {
  let surface: Surface
  let before: Surface?
  let looks: StyleTable

  /// Unchanged blanks between changed words are sent along: fewer bytes than a jump over them.
  private static let bridge = 8

  /// What changed in a row.
  func pieces(in row: Int, columns: Range<Int>) -> [Piece] {
    let start = row * surface.size.columns
    var pieces: [Piece] = []
    /// Up to where the last piece can be joined.
    var reach = 0
    var column = columns.lowerBound
    while column < columns.upperBound {
      let (first, index) = (column, start + column)
      let cell = surface.cells[index]
      column += 1
      if isSame(at: index) {
        // What cannot be written over ends the reach.
        if let last = pieces.last, first < reach, !isBlank(cell, like: last.look) { reach = first }
        continue
      }
      if column < columns.upperBound, surface.cells[index + 1].isRightHalf { column += 1 }
      let look = looks.number(of: cell.role)
      let piece = Piece(
        look: look, run: FrameDiff.Run(row: row, columns: first..<column), isBlank: isBlank(cell, like: look))
      if first >= reach || !pieces[pieces.count - 1].join(piece, looks) { pieces.append(piece) }
      reach = column + CellComparison.bridge + 1
    }
    return pieces
  }

  private func isBlank(_ cell: Cell, like look: Int) -> Bool {
    surface.isBlank(cell) && looks.shareBackground(looks.number(of: cell.role), look)
  }

  private func isSame(at index: Int) -> Bool {
    guard let before, surface.hasSameText(at: index, as: before) else { return false }
    let (cell, other) = (surface.cells[index], before.cells[index])
    if cell.role == other.role { return true }
    let (look, otherLook) = (looks.number(of: cell.role), looks.number(of: other.role))
    return look == otherLook || surface.isBlank(cell) && looks.shareBackground(look, otherLook)
  }
}
