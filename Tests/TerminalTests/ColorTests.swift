import Display
import Testing

@testable import Terminal

@Suite("Colours")
struct ColorTests {
  @Test(
    "How many there are",
    arguments: [
      ([:], -1, ColorDepth.monochrome), ([:], 2, .monochrome), ([:], 8, .colors8), ([:], 16, .colors16),
      ([:], 88, .colors16), ([:], 256, .colors256), ([:], 1 << 24, .trueColor),
      (["COLORTERM": "truecolor"], 256, .trueColor), (["COLORTERM": "24bit"], 256, .trueColor),
      (["COLORTERM": "yes"], 256, .colors256), (["COLORTERM": "truecolor"], 8, .colors8),
      (["COLORTERM": "truecolor", "STY": "1.tty"], 256, .colors256),
      (["COLORTERM": "truecolor", "STY": "1.tty", "TMUX": "/tmp/tmux"], 256, .trueColor),
      (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, .monochrome), (["NO_COLOR": ""], 256, .colors256),
    ] as [([String: String], Int, ColorDepth)])
  func depth(environment: [String: String], colors: Int, depth: ColorDepth) {
    #expect(ColorDepth(environment: environment, colors: colors) == depth)
  }

  @Test("The table of indexed colours is xterm's")
  func table() {
    #expect(IndexedColors.all.count == 256)
    #expect(IndexedColors.all[16] == Color(rgb: 0x000000) && IndexedColors.all[231] == Color(rgb: 0xFFFFFF))
    #expect(IndexedColors.all[67] == Color(rgb: 0x5F87AF))
    #expect(IndexedColors.all[232] == Color(rgb: 0x080808) && IndexedColors.all[255] == Color(rgb: 0xEEEEEE))
  }

  @Test("A grey never turns into a hue", arguments: [0x2F2E2B, 0x78746D, 0xA8A49C, 0xEBE7DF] as [Int32])
  func greysStayGrey(rgb: Int32) {
    for count in [8, 16] {
      let color = IndexedColors.all[IndexedColors.nearest(to: Color(rgb: rgb), in: 0..<count)]
      #expect(color.red == color.green)
      #expect(color.green == color.blue)
    }
  }

  @Test("A colour of the table is nearest to itself")
  func nearestToItself() {
    for index in 16..<256 {
      let color = IndexedColors.all[index]
      #expect(IndexedColors.all[IndexedColors.nearest(to: color, in: 16..<256)] == color)
    }
  }

  @Test(
    "What styles alike is near",
    arguments: [
      (0x1D2021, 0), (0xFB4934, 1), (0xB8BB26, 3), (0xEBDBB2, 7), (0x00A000, 2), (0x2020D0, 4), (0x30C0C0, 6),
      (0xB03090, 5),
    ] as [(Int32, Int)])
  func nearestOfEight(rgb: Int32, index: Int) {
    #expect(IndexedColors.nearest(to: Color(rgb: rgb), in: 0..<8) == index)
  }

  @Test("Distances grow with the difference")
  func distances() {
    let red = PerceivedColor(Color(rgb: 0xFF0000))
    #expect(red.distance(to: red) == 0)
    #expect(
      red.distance(to: PerceivedColor(Color(rgb: 0xE01010)))
        < red.distance(to: PerceivedColor(Color(rgb: 0x00FF00))))
    let white = PerceivedColor(Color(rgb: 0xFFFFFF))
    #expect(abs(white.lightness - 1) < 0.001 && abs(white.greenRed) < 0.001 && abs(white.blueYellow) < 0.001)
  }
}

@Suite("Styles of roles")
struct StyleTableTests {
  /// Palettes that theme authors could think of: close shades, dark and light, all the same, none.
  private static let palettes: [Palette] = [
    palette(background: 0x1D2021, foreground: 0x3C3836), palette(background: 0xFDF6E3, foreground: 0xEEE8D5),
    palette(background: 0x808080, foreground: 0x808080), palette(background: 0x002B36, foreground: 0x073642),
    palette(background: 0xFFFFFF, foreground: 0xF8F8F8), palette(background: 0x0000FF, foreground: 0x1010E0),
    Palette { _ in Style() },
  ]

  private static func palette(background: Int32, foreground: Int32) -> Palette {
    Palette { role in
      let shift = Int32(role.rawValue) * 0x030201
      return Style(
        foreground: Color(rgb: (foreground + shift) & 0xFFFFFF), background: Color(rgb: background),
        attributes: role == .headline ? .bold : [])
    }
  }

  private func table(
    _ palette: Palette, _ depth: ColorDepth, _ abilities: TerminalAbilities = .xterm
  ) -> StyleTable {
    StyleTable(palette: palette, depth: depth, abilities: abilities)
  }

  @Test(
    "Nothing is drawn in the colour of its background",
    arguments: [ColorDepth.colors8, .colors16, .colors256])
  func readable(depth: ColorDepth) {
    for palette in StyleTableTests.palettes {
      for style in table(palette, depth).styles {
        #expect(style.foreground != style.background || style.foreground == -1)
      }
    }
  }

  @Test("Every role has a style, with colours that the terminal has")
  func everyRole() {
    let depths: [(ColorDepth, Int32)] = [
      (.colors8, 8), (.colors16, 16), (.colors256, 256), (.trueColor, 1 << 24),
    ]
    for (depth, count) in depths {
      for palette in StyleTableTests.palettes {
        let table = table(palette, depth)
        #expect(Role.allCases.allSatisfy { table.styles.indices.contains(table.number(of: $0)) })
        for style in table.styles {
          #expect((-1..<count).contains(style.foreground) && (-1..<count).contains(style.background))
        }
      }
    }
  }

  @Test(
    "True colour is kept exactly, a missing colour stays the terminal's; roles that look alike share a style")
  func exact() {
    let style = Style(foreground: Color(rgb: 0x010203), background: nil)
    let table = table(Palette { _ in style }, .trueColor)
    #expect(table.styles == [ResolvedStyle(foreground: 0x010203, background: -1)])
  }

  @Test("Without colours, attributes of the palette for that tell roles apart")
  func monochrome() {
    let table = table(StyleTableTests.palettes[0], .monochrome)
    #expect(table.styles.allSatisfy { $0.foreground == -1 && $0.background == -1 })
    #expect(table[.unreadTitle].attributes != table[.readTitle].attributes)
  }

  @Test("A terminal that has no way back to its own colours is taken to be white on black")
  func noDefaultColors() {
    let table = table(Palette { _ in Style() }, .colors8, TerminalAbilities(strings: [:], flags: []))
    #expect(table.styles == [ResolvedStyle(foreground: 7, background: 0)])
  }

  @Test("What a terminal cannot show together with colours is left out, as underlining on Linux' console")
  func attributesWithoutColors() {
    let linux = TerminalAbilities(strings: [:], flags: ["AX"], noColorVideo: 18)
    let palette = Palette { _ in Style(attributes: [.underline, .dim, .bold]) }
    #expect(table(palette, .colors8, linux).styles.map(\.attributes) == [.bold])
    #expect(table(palette, .monochrome, linux)[.section].attributes == .underline)
  }

  @Test("A blank shows its background, unless it is underlined or reversed")
  func grounds() {
    #expect(ResolvedStyle(foreground: 3, background: 4, attributes: [.bold, .italic]).ground == 4)
    #expect(
      ResolvedStyle(attributes: .underline).ground == nil && ResolvedStyle(attributes: .reverse).ground == nil
    )
  }
}
