/// What a cell is for. Views draw roles; a theme decides how each looks.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Whatever has no role of its own.
  case plain
  /// The lines around panes and the titles in them.
  case frame, focusedFrame, frameTitle, focusedFrameTitle
  /// The sign beside the chosen line.
  case marker, unfocusedMarker
  /// The signs of stories unread and starred.
  case unreadSign, starSign
  /// A line of a list.
  case unreadTitle, readTitle, byline, section
  /// A part of a story.
  case headline, storyByline, rule, storyText
  /// A part of the bottom line.
  case status, statusKey, trail, notice, warning, question
  case number
  /// A part of the help.
  case helpKey, helpText, helpHeading
}

/// A style for every role.
public struct Palette: Hashable, Sendable {
  private var styles: [Style]

  /// Asks for the style of each role once.
  public init(_ style: (Role) -> Style) {
    styles = Role.allCases.map(style)
  }

  /// How a role looks.
  public subscript(role: Role) -> Style {
    styles[Int(role.rawValue)]
  }

  /// No colours at all: weight, underline and reverse tell the roles apart (`NO_COLOR`, monochrome
  /// terminals).
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
