/// What to send for going from one style to another. A theme has more than a thousand such changes and a screen a few
/// dozen: each is made when it is needed first, and kept.
///
/// A class, so that all who draw with these styles find what one of them has made.
final class SGRCache {
  let styles: [ResolvedStyle]
  private let graphics: GraphicRendition
  /// From each style, after those from an unknown one, to each style; nil where it was never needed.
  private var changes: [[UInt8]?]
  /// Goes back to what the terminal looks like by itself.
  let reset: [UInt8]

  init(_ styles: [ResolvedStyle], depth: ColorDepth, abilities: TerminalAbilities) {
    graphics = GraphicRendition(abilities, depth: depth)
    self.styles = styles
    reset = graphics.wholeReset
    changes = Array(repeating: nil, count: (styles.count + 1) * styles.count)
  }

  /// The bytes from one style to another by their numbers; `start` is nil where nobody knows the style.
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
