import Display

/// A style resolved for a terminal: colours by number, and attributes.
struct ResolvedStyle: Hashable {
  /// The index of the text colour, or `0xRRGGBB` on terminals with direct colour; -1 is the terminal's default.
  var foreground: Int32 = -1
  /// The same for the background colour.
  var background: Int32 = -1
  var attributes: TextAttributes = []

  /// The background of a blank; nil if it is underlined or reversed.
  var ground: Int32? {
    attributes.isDisjoint(with: [.reverse, .underline]) ? background : nil
  }
}

/// The resolved styles of all roles in a theme, created once for a palette.
struct StyleTable {
  /// The distinct styles; roles that look the same share one.
  private(set) var styles: [ResolvedStyle] = []
  /// Indices in `styles`, by the raw value of the role.
  private var numbers: [Int] = []
  /// The grounds, by the number of the style.
  private let grounds: [Int32?]

  /// - Parameters:
  ///   - palette: the theme; ignored if the terminal has no colours.
  ///   - depth: the number of the terminal's colours.
  ///   - abilities: the terminal's abilities.
  init(palette: Palette, depth: ColorDepth, abilities: TerminalAbilities) {
    let palette = depth == .monochrome ? .monochrome : palette
    for role in Role.allCases {
      let style = ResolvedStyle(palette[role], depth: depth, abilities: abilities)
      if let number = styles.firstIndex(of: style) {
        numbers.append(number)
      } else {
        numbers.append(styles.count)
        styles.append(style)
      }
    }
    grounds = styles.map(\.ground)
  }

  /// The index of a role's style in `styles`.
  func number(of role: Role) -> Int {
    numbers[Int(role.rawValue)]
  }

  subscript(role: Role) -> ResolvedStyle {
    styles[number(of: role)]
  }

  /// Whether blanks look the same in two styles, by their numbers.
  func shareBackground(_ style: Int, _ other: Int) -> Bool {
    grounds[style] != nil && grounds[style] == grounds[other]
  }

  /// Whether a blank in this style only shows the background.
  func showsBlanks(_ style: Int) -> Bool { grounds[style] != nil }
}

extension ResolvedStyle {
  /// A style as a terminal can show it.
  fileprivate init(_ style: Style, depth: ColorDepth, abilities: TerminalAbilities) {
    attributes = style.attributes
    guard depth != .monochrome else { return }
    attributes.subtract(abilities.attributesWithoutColor)
    let colors = ResolvedStyle.colors(of: style, depth: depth)
    // If a terminal cannot reset its default colours, they are assumed to be white on black.
    foreground = colors.text ?? (abilities.hasDefaultColors ? -1 : 7)
    background = colors.ground ?? (abilities.hasDefaultColors ? -1 : 0)
  }

  private static func colors(of style: Style, depth: ColorDepth) -> (text: Int32?, ground: Int32?) {
    switch depth {
    case .monochrome: (nil, nil)
    case .colors8: colors(of: style, in: 0..<8)
    case .colors16: colors(of: style, in: 0..<16)
    case .colors256: colors(of: style, in: 16..<256)
    case .trueColor: (style.foreground?.rgb, style.background?.rgb)
    }
  }

  /// With few colours, several shades of a theme map to the same colour or to similar ones: what stands out in the
  /// theme must still stand out.
  private static func colors(of style: Style, in indices: Range<Int>) -> (text: Int32?, ground: Int32?) {
    let ground = style.background.map { IndexedColors.nearest(to: $0, in: indices) }
    var text = style.foreground.map { IndexedColors.nearest(to: $0, in: indices) }
    if let ground, let wanted = style.foreground, let nearest = text {
      let contrast = min(ResolvedStyle.textContrast, style.background.map { wanted.contrast(with: $0) } ?? 0)
      let reached = IndexedColors.all[nearest].contrast(with: IndexedColors.all[ground])
      if nearest == ground || reached < contrast {
        text = IndexedColors.nearest(to: wanted, in: indices, on: ground, contrast: contrast)
      }
    }
    return (text.map { Int32($0) }, ground.map { Int32($0) })
  }

  /// The minimum contrast of text (WCAG 2.1, success criterion 1.4.3); lines have less contrast, in a theme too.
  private static let textContrast = 4.5
}

extension TerminalAbilities {
  /// Whether it can reset its default colours.
  fileprivate var hasDefaultColors: Bool { setsDefaultColors || string("op") != nil }

  /// The bits of `no_color_video` (terminfo(5)).
  fileprivate var attributesWithoutColor: TextAttributes {
    let bits: [(Int, TextAttributes)] = [
      (1 << 1, .underline), (1 << 2, .reverse), (1 << 4, .dim), (1 << 5, .bold), (1 << 15, .italic),
    ]
    return TextAttributes(bits.filter { noColorVideo & $0.0 != 0 }.map(\.1))
  }
}
