public import Display

/// How a scheme's colours are used, based on the roles in base16: 00 background, 01 bars, 03 quiet text, 05 text,
/// 08 to 0F accents.
extension Scheme {
  /// The minimum contrast of text with its background (WCAG 2.1, success criterion 1.4.3).
  public static let textContrast = 4.5
  /// The minimum contrast of lines and other graphic characters (success criterion 1.4.11).
  public static let lineContrast = 1.5

  /// A style for each role. A colour that is too faint for text in this scheme is moved towards black or white as far
  /// as necessary, so that any scheme of the format is readable.
  public var palette: Palette { Palette(style) }

  private func style(of role: Role) -> Style {
    switch role {
    case .plain, .helpText: text(0x05)
    case .storyText: text(0x06)
    case .headline: text(0x07, [.bold])
    case .storyHeading: text(0x06, [.bold])
    case .quote: text(0x05)
    case .caption, .blockSign: text(0x04)
    case .code: text(0x0B)
    case .fold: text(0x03)
    case .knownText: text(0x04, [.dim])
    case .newText: text(0x0B)
    case .goneText: text(0x08)
    case .unreadTitle: text(0x05, [.bold])
    case .readTitle: text(0x04)
    case .byline, .storyByline, .frameTitle: text(0x04)
    case .section, .helpHeading: text(0x0D, [.bold])
    case .focusedFrameTitle: text(0x0A, [.bold])
    case .marker: text(0x0A, [.bold])
    case .unfocusedMarker: text(0x03)
    case .unreadSign: text(0x0D)
    case .starSign: text(0x09)
    case .helpKey: text(0x0C, [.bold])
    case .number: text(0x0C)
    case .match: text(0x0A, on: 0x02)
    case .currentMatch: Style(foreground: readableGround(0x0A), background: self[0x0A], attributes: .bold)
    case .noteSign: text(0x0E)
    case .remark: text(0x06)
    case .tab: text(0x04)
    case .chosenTab: text(0x0A, on: 0x02, [.bold])
    case .prompt: text(0x06, on: 0x01)
    case .problem: text(0x08, on: 0x01, [.underline])
    case .candidate: text(0x05, on: 0x01)
    case .candidateHelp: text(0x04, on: 0x01)
    case .chosenCandidate: text(0x0A, on: 0x02, [.bold])
    case .frame, .rule: line(0x02)
    case .focusedFrame: line(0x0A)
    case .status: text(0x04, on: 0x01)
    case .trail: text(0x05, on: 0x01)
    case .statusKey: text(0x0C, on: 0x01, [.bold])
    case .notice: text(0x0B, on: 0x01)
    case .warning: text(0x08, on: 0x01, [.bold])
    case .question: text(0x0A, on: 0x01, [.bold])
    }
  }

  private func text(_ color: Int, on background: Int = 0x00, _ attributes: TextAttributes = []) -> Style {
    Style(
      foreground: readable(color, on: background, contrast: Scheme.textContrast),
      background: self[background], attributes: attributes)
  }

  /// The background colour, used for text on an accent.
  private func readableGround(_ color: Int) -> Color {
    readable(0x00, on: color, contrast: Scheme.textContrast)
  }

  private func line(_ color: Int) -> Style {
    Style(foreground: readable(color, on: 0x00, contrast: Scheme.lineContrast), background: self[0x00])
  }

  /// The colour itself, or the nearest one towards black or white with enough contrast.
  private func readable(_ color: Int, on background: Int, contrast: Double) -> Color {
    let (wanted, ground) = (self[color], self[background])
    let white = Color(red: 255, green: 255, blue: 255)
    let black = Color(red: 0, green: 0, blue: 0)
    let end = ground.contrast(with: white) > ground.contrast(with: black) ? white : black
    let steps = stride(from: 0.0, through: 1.0, by: 0.05).lazy.map { wanted.mixed(with: end, share: $0) }
    return steps.first { $0.contrast(with: ground) >= contrast } ?? end
  }
}
