/// The sequences that change one style to another. A theme has more than a thousand such changes, a screen a few dozen:
/// each sequence is created when it is first needed.
///
/// A class, so that all writers with these styles share it.
final class SGRCache {
  let styles: [ResolvedStyle]
  private let graphics: GraphicRendition
  /// From an unknown style and from each style, to each style; nil if not created yet.
  private var changes: [[UInt8]?]
  /// Resets the style to the terminal's default style.
  let reset: [UInt8]

  init(_ styles: [ResolvedStyle], depth: ColorDepth, abilities: TerminalAbilities) {
    graphics = GraphicRendition(abilities, depth: depth)
    self.styles = styles
    reset = graphics.wholeReset
    changes = Array(repeating: nil, count: (styles.count + 1) * styles.count)
  }

  /// The bytes from one style to another, by their numbers; `start` is nil if the style is unknown.
  func bytes(from start: Int?, to end: Int) -> [UInt8] {
    let index = (start.map { $0 + 1 } ?? 0) * styles.count + end
    if let known = changes[index] { return known }
    let change =
      start.map { graphics.change(from: styles[$0], to: styles[end]) }
      ?? reset + graphics.change(from: ResolvedStyle(), to: styles[end])
    changes[index] = change
    return change
  }
}
