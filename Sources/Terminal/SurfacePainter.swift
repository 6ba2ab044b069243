import Display

/// Turns surfaces into what is to be sent to a terminal. It remembers the surface before: only cells that
/// changed are sent, in as few bytes as can be.
struct SurfacePainter {
  private let abilities: TerminalAbilities
  private let motion: CursorMotion
  private let glyphs: GlyphWidths
  private var looks: StyleTable
  private var changes: SGRCache
  /// What is on the screen; nil if nobody knows.
  private var last: (surface: Surface, screen: Size, pen: CursorWriter)?

  init(motion: CursorMotion, abilities: TerminalAbilities, glyphs: GlyphWidths) {
    self.abilities = abilities
    self.motion = motion
    self.glyphs = glyphs
    looks = StyleTable(palette: .monochrome, depth: .monochrome, abilities: abilities)
    changes = SGRCache(looks.looks, depth: .monochrome, abilities: abilities)
  }

  /// Changes the theme. The next surface is painted whole.
  mutating func use(_ palette: Palette, depth: ColorDepth) {
    looks = StyleTable(palette: palette, depth: depth, abilities: abilities)
    changes = SGRCache(looks.looks, depth: depth, abilities: abilities)
    forget()
  }

  /// The screen is not what was painted last, or it may not be: the next surface is painted whole.
  mutating func forget() {
    last = nil
  }

  /// Paints a surface into the top left corner of the screen, and sets the cursor.
  /// - Returns: what is to be sent.
  mutating func paint(_ surface: Surface, on screen: Size) -> [UInt8] {
    let (before, pen) = begin(surface.size, on: screen)
    last = nil
    let area = surface.bounds.intersection(Rect(screen))
    let plan = FrameDiff(from: before, to: surface, in: area, with: looks)
    var writer = DiffEncoder(surface: surface, screen: screen, looks: looks, glyphs: glyphs, pen: pen)
    writer.write(plan)
    writer.pen.setCursor(surface.cursor)
    let bytes = writer.pen.sent()
    last = (surface, screen, writer.pen)
    return bytes
  }

  /// What is on the screen, nil for anything; the screen is emptied where that is not known.
  private func begin(_ size: Size, on screen: Size) -> (before: Surface?, pen: CursorWriter) {
    if let last, last.surface.size == size, last.screen == screen { return (last.surface, last.pen) }
    var pen = CursorWriter(screen: screen, changes: changes, motion: motion, abilities: abilities)
    pen.take(looks.number(of: .plain))
    let isEmpty = pen.clear()
    return (isEmpty ? Surface(size: size) : nil, pen)
  }
}
