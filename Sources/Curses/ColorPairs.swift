import CNcurses
import Display

/// How ncurses is told to draw each role: attributes, and the number of a pair of colours. Worked out once
/// for a palette, so that drawing a cell is a look into a table.
struct ColorPairs {
  /// Indices of colours; -1 is the terminal's own.
  struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  struct Look: Hashable {
    var attributes: attr_t
    /// 0 for no colours at all.
    var pair: Int32
    /// The background that a blank shows, -1 for the terminal's own; nil where it shows a line or is
    /// reversed.
    var ground: Int32?
  }

  /// The pairs in use; the first one has the number 1.
  private(set) var pairs: [Pair] = []
  /// By the raw value of the role.
  private var looks: [Look] = []

  init(palette: Palette, depth: ColorDepth) {
    let palette = depth == .monochrome ? .monochrome : palette
    for role in Role.allCases {
      let style = palette[role]
      let pair = depth == .monochrome ? 0 : number(of: Pair(style, depth: depth))
      let isPlain = style.attributes.isDisjoint(with: [.reverse, .underline])
      let ground = pair == 0 ? -1 : pairs[Int(pair) - 1].background
      looks.append(
        Look(attributes: ColorPairs.attributes(style.attributes), pair: pair, ground: isPlain ? ground : nil))
    }
  }

  func look(of role: Role) -> Look {
    looks[Int(role.rawValue)]
  }

  private mutating func number(of pair: Pair) -> Int32 {
    if let index = pairs.firstIndex(of: pair) { return Int32(index + 1) }
    pairs.append(pair)
    return Int32(pairs.count)
  }

  private static func attributes(_ attributes: TextAttributes) -> attr_t {
    let all: [(TextAttributes, attr_t)] = [
      (.bold, shim_bold()), (.dim, shim_dim()), (.reverse, shim_reverse()),
      (.underline, shim_underline()), (.italic, shim_italic()),
    ]
    return all.reduce(0) { attributes.contains($1.0) ? $0 | $1.1 : $0 }
  }

  /// Tells ncurses about the pairs.
  /// - Parameter defaultsExist: whether the terminal can go back to its own colours; else they are taken to
  ///   be white on black.
  func define(defaultsExist: Bool) {
    for (index, pair) in pairs.enumerated() {
      let foreground = defaultsExist || pair.foreground >= 0 ? pair.foreground : 7
      let background = defaultsExist || pair.background >= 0 ? pair.background : 0
      _ = init_extended_pair(Int32(index + 1), foreground, background)
    }
  }
}

extension ColorPairs.Pair {
  init(_ style: Style, depth: ColorDepth) {
    switch depth {
    case .monochrome:
      self.init(foreground: -1, background: -1)
    case .colors8:
      self.init(style, few: 0..<8)
    case .colors16:
      self.init(style, few: 0..<16)
    case .colors256:
      let background = style.background.map { IndexedColors.nearest(to: $0, in: 16..<256) }
      let foreground = style.foreground.map {
        IndexedColors.nearest(to: $0, in: 16..<256, excluding: background)
      }
      self.init(foreground: Int32(foreground ?? -1), background: Int32(background ?? -1))
    case .trueColor:
      self.init(
        foreground: style.foreground.map(\.rgb) ?? -1, background: style.background.map(\.rgb) ?? -1)
    }
  }

  /// With so few colours a theme's shades meet on one; what would be lost on its background turns black or
  /// white.
  private init(_ style: Style, few indices: Range<Int>) {
    let background = style.background.map { IndexedColors.nearest(to: $0, in: indices) }
    var foreground = style.foreground.map { IndexedColors.nearest(to: $0, in: indices) }
    if let background, foreground == background {
      foreground = IndexedColors.readable(on: background, in: indices)
    }
    self.init(foreground: Int32(foreground ?? -1), background: Int32(background ?? -1))
  }
}
