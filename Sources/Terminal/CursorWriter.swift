import Display

/// Writes on the screen of a terminal, and remembers where the cursor is and how it writes: also from one
/// update to the next, which then need not begin by setting both.
struct CursorWriter {
  /// What is to be sent.
  private(set) var bytes: [UInt8] = []
  /// Where the cursor is; nil if nobody knows, as after a character in the last column.
  private(set) var place: Point?
  /// The number of the look it writes in; nil if nobody knows.
  private(set) var look: Int?
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

  // MARK: Where and how

  mutating func move(to end: Point) {
    guard place != end else { return }
    let kept = look
    if !abilities.movesInAnyLook, look != nil {
      bytes += changes.reset
      look = nil
    }
    motion.append(from: place, to: end, to: &bytes)
    place = end
    if let kept { take(kept) }
  }

  /// How many bytes it takes to go there.
  func distance(to end: Point) -> Int {
    motion.length(from: place, to: end)
  }

  mutating func take(_ number: Int) {
    guard look != number else { return }
    bytes += changes.bytes(from: look, to: number)
    look = number
  }

  /// How many bytes it takes to write in this look.
  func change(to number: Int) -> Int {
    look == number ? 0 : changes.bytes(from: look, to: number).count
  }

  /// Shows the cursor at a place, or hides it. A terminal that cannot hide it keeps it where it hides the
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
    guard place != nil || !abilities.wrapsAtOnce else { return }
    bytes.append(contentsOf: mark.utf8)
  }

  /// - Returns: false for the last cell of a screen that would move up.
  private mutating func advance(_ columns: Int) -> Bool {
    guard let start = place else { return true }
    let column = start.column + columns
    place = column < screen.columns ? Point(column: column, row: start.row) : nil
    return place != nil || !abilities.wrapsAtOnce || start.row < screen.rows - 1
  }

  // MARK: Erasing

  /// What was erased beyond what had to be.
  enum Erased {
    case nothingElse, restOfRow
  }

  /// Empties the cells from the cursor on in the fewest bytes. The look must be one that shows blanks as
  /// they should be. Afterwards the cursor is behind them, or still where it was. `isRest` tells that the
  /// rest of the row is to be empty, too.
  mutating func erase(_ count: Int, isRest: Bool) -> Erased {
    let isAtEdge = place.map { $0.column + count >= screen.columns } ?? false
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

  /// Whether what is erased looks like a blank in this look.
  private var isErasing: Bool {
    guard let look, let ground = changes.looks[look].ground else { return false }
    return abilities.erasesInColor || ground < 0
  }

  /// Empties the screen.
  /// - Returns: whether it looks like blanks now.
  mutating func clear() -> Bool {
    guard let clear = abilities.string("clear") else { return false }
    bytes += clear
    place = Point(column: 0, row: 0)
    return isErasing
  }
}

extension Size {
  fileprivate var lastCell: Point { Point(column: columns - 1, row: rows - 1) }
}
