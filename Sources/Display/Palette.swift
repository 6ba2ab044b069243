/// What a cell is for. Views draw roles; a theme decides how each looks.
public enum Role: UInt8, CaseIterable, Sendable {
  case plain
  case frame, focusedFrame, frameTitle, focusedFrameTitle
  case marker, unfocusedMarker
  case unreadSign, starSign
  case unreadTitle, readTitle, byline, section
  case headline, storyByline, rule, storyText
  case status, statusKey, trail, notice, warning, question
  case number
  case helpKey, helpText, helpHeading
}

/// A style for every role.
public struct Palette: Hashable, Sendable {
  private var styles: [Style]

  /// Asks for the style of each role once.
  public init(_ style: (Role) -> Style) {
    styles = Role.allCases.map(style)
  }

  public subscript(role: Role) -> Style {
    styles[Int(role.rawValue)]
  }

  /// No colours at all: weight, underline and reverse tell the roles apart (`NO_COLOR`, monochrome terminals).
  public static let monochrome = Palette { Style(attributes: monochromeAttributes(of: $0)) }

  private static func monochromeAttributes(of role: Role) -> TextAttributes {
    switch role {
    case .plain, .storyText, .frame, .rule, .helpText, .trail, .status: []
    case .byline, .storyByline, .readTitle, .frameTitle, .unfocusedMarker: .dim
    case .focusedFrame, .marker, .unreadSign, .starSign, .unreadTitle, .headline, .notice: .bold
    case .statusKey, .number, .helpKey, .helpHeading: .bold
    case .section: .underline
    case .focusedFrameTitle, .warning, .question: [.bold, .reverse]
    }
  }
}
