/// What to send for going from one look to another. A theme has more than a thousand such changes and a screen a few
/// dozen: each is made when it is needed first, and kept.
///
/// A class, so that all who draw with these looks find what one of them has made.
final class SGRCache {
  let looks: [ResolvedStyle]
  private let graphics: GraphicRendition
  /// From each look, after those from an unknown one, to each look; nil where it was never needed.
  private var changes: [[UInt8]?]
  /// Goes back to what the terminal looks like by itself.
  let reset: [UInt8]

  init(_ looks: [ResolvedStyle], depth: ColorDepth, abilities: TerminalAbilities) {
    graphics = GraphicRendition(abilities, depth: depth)
    self.looks = looks
    reset = graphics.wholeReset
    changes = Array(repeating: nil, count: (looks.count + 1) * looks.count)
  }

  /// The bytes from one look to another by their numbers; `start` is nil where nobody knows the look.
  func bytes(from start: Int?, to end: Int) -> [UInt8] {
    let place = (start.map { $0 + 1 } ?? 0) * looks.count + end
    if let known = changes[place] { return known }
    let change =
      start.map { graphics.change(from: looks[$0], to: looks[end]) }
      ?? reset + graphics.change(from: ResolvedStyle(), to: looks[end])
    changes[place] = change
    return change
  }
}
