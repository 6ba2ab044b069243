public import Display

/// The root state's handling of the panes.
extension ReaderState {
  /// The positions of the panes.
  public var layout: PaneLayout { panesState.layout }
  /// The size of the terminal.
  public var screen: Size { panesState.screen }
  /// The focused pane.
  public var focus: Pane { panesState.focus }
  /// The chosen layout and sizes of the panes.
  public var shape: PaneShape { panesState.shape }
  /// The width of the story's lines in columns.
  public var storyColumns: Int { panesState.story.columns }

  /// Handles an action on the panes, then adapts everything to their new positions.
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

  /// Adapts everything to the current positions of the panes; the first visible line of the story stays the first.
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

  /// Focuses a pane; if the whole story fits into its pane, this counts as reading it to the end.
  mutating func goToPane(_ pane: Pane) -> [ReaderEffect] {
    focus(on: pane)
    return readIfFinished()
  }
}
