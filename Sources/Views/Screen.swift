public import Display
public import Reader

/// The whole screen, drawn from the state alone.
public enum Screen {
  /// Draws everything for a state.
  public static func draw(_ state: ReaderState) -> Surface {
    var surface = Surface(size: state.screen, textOrder: state.settings.textOrder)
    let layout = state.layout
    guard layout.arrangement != .tooSmall else {
      drawTooSmall(on: &surface)
      return surface
    }
    switch state.overlay {
    case .help(let view): HelpPane.draw(view, on: &surface)
    case .pager(let view): PagerPane.draw(view, closeKey: state.hint(.close), on: &surface)
    case .sheet(let view): SheetPane.draw(view, on: &surface)
    case .difference(let view): DifferencePane.draw(view, on: &surface)
    case .question, .themes, nil: drawPanes(state, layout, on: &surface)
    }
    if let prompt = state.prompt {
      let top = PromptLine.draw(prompt, state, in: layout.status, on: &surface)
      MenuPanel.draw(state, above: top, on: &surface)
    } else {
      StatusLine.draw(state, in: layout.status, on: &surface)
      MenuPanel.draw(state, above: layout.status, on: &surface)
    }
    return surface
  }

  private static func drawPanes(_ state: ReaderState, _ layout: PaneLayout, on surface: inout Surface) {
    if let tabs = layout.tabs { SectionTabs.draw(state, in: tabs, on: &surface) }
    FrameLines.draw(layout, focus: state.focus, on: &surface)
    LibraryLine.draw(state, on: &surface)
    if let frame = layout.frames[.list] { ListPane.draw(state, in: frame, on: &surface) }
    if let frame = layout.frames[.story] { StoryPane.draw(state, in: frame, on: &surface) }
    if let frame = layout.frames[.related] { RelatedPane.draw(state, in: frame, on: &surface) }
  }

  private static func drawTooSmall(on surface: inout Surface) {
    for (row, line) in ["Broadsheet needs", "20×6 cells;", "q quits"].enumerated() {
      surface.print(line, at: Point(column: 0, row: row), role: .plain)
    }
  }
}
