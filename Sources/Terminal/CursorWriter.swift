import Display

/// Writes to the screen of a terminal, and tracks the cursor's position and style across updates, so that they need not
/// be set at the start of each.
struct CursorWriter {
  /// The bytes to send.
  private(set) var bytes: [UInt8] = []
  /// The cursor's position; nil if it is unknown, as after a character in the last column.
  private(set) var position: Point?
  /// The number of the current style; nil if it is unknown.
  private(set) var style: Int?
  private var showsCursor: Bool?
  private let screen: Size
  private let abilities: TerminalAbilities
  private let motion: CursorMotion
  private let changes: SGRCache
  private let eraseCharacters: Capability?
  private let eraseLine: [UInt8]?

  /// A writer for a screen whose contents are unknown.
  init(screen: Size, changes: SGRCache, motion: CursorMotion, abilities: TerminalAbilities) {
    self.screen = screen
    self.changes = changes
    self.motion = motion
    self.abilities = abilities
    eraseCharacters = abilities.capability("ech")
    eraseLine = abilities.string("el")
  }

  /// - Returns: the bytes to send, which are assumed to be on the screen from now on.
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

  /// The number of bytes to move the cursor to a position.
  func distance(to end: Point) -> Int {
    motion.length(from: position, to: end)
  }

  /// Switches to a style.
  mutating func select(_ number: Int) {
    guard style != number else { return }
    bytes += changes.bytes(from: style, to: number)
    style = number
  }

  /// Shows the cursor at a position, or hides it. If the terminal cannot hide it, it is moved to where it is least
  /// disturbing.
  mutating func setCursor(_ cursor: Point?) {
    let visible = cursor.flatMap { $0.column < screen.columns && $0.row < screen.rows ? $0 : nil }
    let hide = abilities.string("civis")
    if let end = visible ?? (hide == nil ? screen.lastCell : nil) { move(to: end) }
    guard showsCursor != (visible != nil) else { return }
    bytes += (visible == nil ? hide : abilities.string("cnorm")) ?? []
    showsCursor = visible != nil
  }

  // MARK: Writing

  /// Writes a character with its number of columns.
  mutating func write(_ character: Unicode.Scalar, columns: Int = 1) {
    guard advance(columns) else { return }
    if character.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: character.value))
    } else {
      bytes.append(contentsOf: character.utf8)
    }
  }

  /// Adds a combining mark to the last character.
  mutating func write(mark: Unicode.Scalar) {
    // The cursor may already be in the next row.
    guard position != nil || !abilities.wrapsAtOnce else { return }
    bytes.append(contentsOf: mark.utf8)
  }

  /// - Returns: false for the last cell of the screen, if writing it would scroll.
  private mutating func advance(_ columns: Int) -> Bool {
    guard let start = position else { return true }
    let column = start.column + columns
    position = column < screen.columns ? Point(column: column, row: start.row) : nil
    return position != nil || !abilities.wrapsAtOnce || start.row < screen.rows - 1
  }

  // MARK: Erasing

  /// How much more than requested was erased.
  enum Erased {
    case nothingElse, restOfRow
  }

  /// Clears cells from the cursor on in the fewest bytes. Blanks must look right in the current style. Afterwards the
  /// cursor is after the cleared cells or still at their start. `isRest`: the rest of the row is to be cleared, too.
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

  /// Whether erased cells look like blanks in the current style.
  private var isErasing: Bool {
    guard let style, let ground = changes.styles[style].ground else { return false }
    return abilities.erasesInColor || ground < 0
  }

  /// Clears the screen.
  /// - Returns: whether it now looks like blanks.
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
