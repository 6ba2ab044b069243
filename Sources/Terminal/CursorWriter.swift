import Display

/// Writes on the screen of a terminal, and remembers the cursor's position and style: also from one update to the next,
/// which then need not begin by setting both.
struct CursorWriter {
  /// What is to be sent.
  private(set) var bytes: [UInt8] = []
  /// Where the cursor is; nil if nobody knows, as after a character in the last column.
  private(set) var position: Point?
  /// The number of the style it writes in; nil if nobody knows.
  private(set) var style: Int?
  private var showsCursor: Bool?
  private let screen: Size
  private let abilities: TerminalAbilities
  private let motion: CursorMotion
  private let changes: SGRCache
  private let eraseCharacters: Capability?
  private let eraseLine: [UInt8]?

  /// For a screen about which nothing is known but its size.
  init(screen: Size, changes: SGRCache, motion: CursorMotion, abilities: TerminalAbilities) {
    self.screen = screen
    self.changes = changes
    self.motion = motion
    self.abilities = abilities
    eraseCharacters = abilities.capability("ech")
    eraseLine = abilities.string("el")
  }

  /// - Returns: what is to be sent; it is taken to be on the screen from here on.
  mutating func sent() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // MARK: Position and style

  mutating func move(to end: Point) {
    guard position != end else { return }
    let kept = style
    if !abilities.movesInAnyStyle, style != nil {
      bytes += changes.reset
      style = nil
    }
    motion.append(from: position, to: end, to: &bytes)
    position = end
    if let kept { select(kept) }
  }

  /// How many bytes it takes to go there.
  func distance(to end: Point) -> Int {
    motion.length(from: position, to: end)
  }

  /// Writes in a style from here on.
  mutating func select(_ number: Int) {
    guard style != number else { return }
    bytes += changes.bytes(from: style, to: number)
    style = number
  }

  /// Shows the cursor at a position, or hides it. A terminal that cannot hide it keeps it where it hides the
  /// least.
  mutating func setCursor(_ cursor: Point?) {
    let visible = cursor.flatMap { $0.column < screen.columns && $0.row < screen.rows ? $0 : nil }
    let hide = abilities.string("civis")
    if let end = visible ?? (hide == nil ? screen.lastCell : nil) { move(to: end) }
    guard showsCursor != (visible != nil) else { return }
    bytes += (visible == nil ? hide : abilities.string("cnorm")) ?? []
    showsCursor = visible != nil
  }

  // MARK: Writing

  /// Writes a character of so many columns.
  mutating func write(_ character: Unicode.Scalar, columns: Int = 1) {
    guard advance(columns) else { return }
    if character.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: character.value))
    } else {
      bytes.append(contentsOf: character.utf8)
    }
  }

  /// A mark on the character that was written last.
  mutating func write(mark: Unicode.Scalar) {
    // The cursor may be in the next row already.
    guard position != nil || !abilities.wrapsAtOnce else { return }
    bytes.append(contentsOf: mark.utf8)
  }

  /// - Returns: false for the last cell of a screen that would move up.
  private mutating func advance(_ columns: Int) -> Bool {
    guard let start = position else { return true }
    let column = start.column + columns
    position = column < screen.columns ? Point(column: column, row: start.row) : nil
    return position != nil || !abilities.wrapsAtOnce || start.row < screen.rows - 1
  }

  // MARK: Erasing

  /// What was erased beyond what had to be.
  enum Erased {
    case nothingElse, restOfRow
  }

  /// Empties the cells from the cursor on in the fewest bytes. The style must be one that shows blanks as
  /// they should be. Afterwards the cursor is after them, or still where it was. `isRest` tells that the
  /// rest of the row is to be empty, too.
  mutating func erase(_ count: Int, isRest: Bool) -> Erased {
    let isAtEdge = position.map { $0.column + count >= screen.columns } ?? false
    if isErasing, isRest, let eraseLine, eraseLine.count < count || isAtEdge {
      bytes += eraseLine
      return .restOfRow
    }
    if isErasing, let eraseCharacters, eraseCharacters.length(count) < count {
      eraseCharacters.append(count, to: &bytes)
    } else {
      for _ in 0..<count { write(" ") }
    }
    return .nothingElse
  }

  /// Whether what is erased looks like a blank in this style.
  private var isErasing: Bool {
    guard let style, let ground = changes.styles[style].ground else { return false }
    return abilities.erasesInColor || ground < 0
  }

  /// Empties the screen.
  /// - Returns: whether it looks like blanks now.
  mutating func clear() -> Bool {
    guard let clear = abilities.string("clear") else { return false }
    bytes += clear
    position = Point(column: 0, row: 0)
    return isErasing
  }
}

extension Size {
  fileprivate var lastCell: Point { Point(column: columns - 1, row: rows - 1) }
}
