import Display

/// Converts surfaces to bytes for a terminal. Only cells that have changed since the last surface are sent, in as few
/// bytes as possible.
struct SurfacePainter {
  private let abilities: TerminalAbilities
  private let motion: CursorMotion
  private let glyphs: GlyphWidths
  private var styles: StyleTable
  private var changes: SGRCache
  /// The contents of the screen; nil if unknown.
  private var last: (surface: Surface, screen: Size, writer: CursorWriter)?

  init(motion: CursorMotion, abilities: TerminalAbilities, glyphs: GlyphWidths) {
    self.abilities = abilities
    self.motion = motion
    self.glyphs = glyphs
    styles = StyleTable(palette: .monochrome, depth: .monochrome, abilities: abilities)
    changes = SGRCache(styles.styles, depth: .monochrome, abilities: abilities)
  }

  /// Changes the theme. The next surface is sent as a whole.
  mutating func use(_ palette: Palette, depth: ColorDepth) {
    styles = StyleTable(palette: palette, depth: depth, abilities: abilities)
    changes = SGRCache(styles.styles, depth: depth, abilities: abilities)
    forget()
  }

  /// Call it if the contents of the screen may have changed otherwise: the next surface is sent as a whole.
  mutating func forget() {
    last = nil
  }

  /// Paints a surface into the top left corner of the screen, and sets the cursor.
  /// - Returns: the bytes to send.
  mutating func paint(_ surface: Surface, on screen: Size) -> [UInt8] {
    let (before, writer) = begin(surface.size, on: screen)
    last = nil
    let area = surface.bounds.intersection(Rect(screen))
    let rest = restingStyle(of: surface, in: area)
    let diff = FrameDiff(
      from: before, to: surface, in: area, with: styles, pen: (writer.style, writer.position?.row), last: rest
    )
    var encoder = DiffEncoder(
      surface: surface, screen: screen, styles: styles, glyphs: glyphs, writer: writer)
    encoder.write(diff)
    if let rest { encoder.writer.select(rest) }
    encoder.writer.setCursor(surface.cursor)
    let bytes = encoder.writer.sent()
    last = (surface, screen, encoder.writer)
    return bytes
  }

  /// The style to end with: the style of the cursor's cell, because the next key probably changes something there. So
  /// moving a selection or typing a letter requires no change of style.
  private func restingStyle(of surface: Surface, in area: Rect) -> Int? {
    guard let cursor = surface.cursor, abilities.movesInAnyStyle,
      area.left..<area.right ~= cursor.column, area.top..<area.bottom ~= cursor.row
    else { return nil }
    return styles.number(of: surface[column: cursor.column, row: cursor.row].role)
  }

  /// The contents of the screen; if they are unknown, the screen is cleared.
  private func begin(_ size: Size, on screen: Size) -> (before: Surface?, writer: CursorWriter) {
    if let last, last.surface.size == size, last.screen == screen { return (last.surface, last.writer) }
    var writer = CursorWriter(screen: screen, changes: changes, motion: motion, abilities: abilities)
    writer.select(styles.number(of: .plain))
    let isEmpty = writer.clear()
    return (isEmpty ? Surface(size: size) : nil, writer)
  }
}
