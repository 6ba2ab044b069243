/// What to send for going from one look to another.
struct LookChanges {
  let looks: [Look]
  /// From each look, after those from an unknown one, to each look.
  private var changes: [[UInt8]] = []
  /// Goes back to what the terminal looks like by itself.
  let reset: [UInt8]

  init(_ looks: [Look], depth: ColorDepth, abilities: TerminalAbilities) {
    let graphics = GraphicRendition(abilities, depth: depth)
    self.looks = looks
    reset = graphics.wholeReset
    changes += looks.map { reset + graphics.change(from: Look(), to: $0) }
    for start in looks { changes += looks.map { graphics.change(from: start, to: $0) } }
  }

  /// The bytes from one look to another by their numbers; `start` is nil where nobody knows the look.
  func bytes(from start: Int?, to end: Int) -> [UInt8] {
    changes[(start.map { $0 + 1 } ?? 0) * looks.count + end]
  }
}
