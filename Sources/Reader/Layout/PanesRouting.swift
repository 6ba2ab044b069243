public import Display

/// What the root does for the panes.
extension ReaderState {
  /// Where the panes are.
  public var layout: PaneLayout { panesState.layout }
  /// The size of the terminal.
  public var screen: Size { panesState.screen }
  /// The pane that keys go to.
  public var focus: Pane { panesState.focus }
  /// How the reader wants the panes.
  public var shape: PaneShape { panesState.shape }
  /// Columns of the story's lines.
  public var storyColumns: Int { panesState.story.columns }

  /// Something happens to the panes: everything is fitted to where they are then.
  mutating func reduce(panes action: PanesState.Action) -> [ReaderEffect] {
    let before = panesState.layout
    let outcome = panesState.reduce(action)
    let effects = panesState.layout == before ? [] : relayout()
    switch outcome {
    case .nothing: return effects
    case .changed(let shape): return [.saveShape(shape)] + effects
    case .say(let text, let shape):
      message = .notice(text)
      return (shape.map { [.saveShape($0)] } ?? []) + effects
    }
  }

  /// Fits everything to where the panes are now; the line on top of the story stays on top.
  mutating func relayout() -> [ReaderEffect] {
    let effects = reduce(list: .fit)
    if layout.frames[.story] != nil { _ = reduce(story: .resized) }
    _ = reduce(related: .layout)
    _ = reduce(overlay: .layout)
    return effects
  }

  mutating func focus(on pane: Pane) {
    _ = reduce(story: pane == .story ? .entered : .links(.hide))
    _ = reduce(panes: .focus(pane))
  }

  /// Goes to a pane; a story that fits into its pane is read to its end by that.
  mutating func goToPane(_ pane: Pane) -> [ReaderEffect] {
    focus(on: pane)
    return readIfFinished()
  }
}
