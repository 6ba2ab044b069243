/// The purpose of a cell. Views draw roles; a theme defines the style of each.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Anything else.
  case plain
  /// The lines around panes and the titles in them.
  case frame, focusedFrame, frameTitle, focusedFrameTitle
  /// The sign beside the selected line.
  case marker, unfocusedMarker
  /// The signs of stories unread and starred.
  case unreadSign, starSign
  /// A line of a list.
  case unreadTitle, readTitle, byline, section
  /// A part of a story.
  case headline, storyByline, rule, storyText
  /// A block of a story that is not plain text.
  case storyHeading, quote, caption, code
  /// The sign beside a block, and the line where something is folded.
  case blockSign, fold
  /// Matches of a search.
  case match, currentMatch
  /// A paragraph that was read elsewhere.
  case knownText
  /// Words that a newer version of a text adds, and words that it removes.
  case newText, goneText
  /// The sign of a note, and its text.
  case noteSign, remark
  /// A section above the list.
  case tab, chosenTab
  /// The prompt, errors in it, and its completions.
  case prompt, problem, candidate, candidateHelp, chosenCandidate
  /// A part of the bottom line.
  case status, statusKey, trail, notice, warning, question
  case number
  /// A part of the help.
  case helpKey, helpText, helpHeading
}

/// A style for every role.
public struct Palette: Hashable, Sendable {
  private var styles: [Style]

  /// Calls `style` once for each role.
  public init(_ style: (Role) -> Style) {
    styles = Role.allCases.map(style)
  }

  /// The style of a role.
  public subscript(role: Role) -> Style {
    styles[Int(role.rawValue)]
  }

  /// Without colours: bold, underline and reverse distinguish the roles (`NO_COLOR`, monochrome
  /// terminals).
  public static let monochrome = Palette { Style(attributes: monochromeAttributes(of: $0)) }

  private static func monochromeAttributes(of role: Role) -> TextAttributes {
    switch role {
    case .plain, .storyText, .frame, .rule, .helpText, .trail, .status: []
    case .remark, .prompt, .candidate: []
    case .quote, .code, .blockSign: []
    case .caption, .fold, .knownText, .goneText: .dim
    case .storyHeading, .newText: .bold
    case .byline, .storyByline, .readTitle, .frameTitle, .unfocusedMarker, .tab, .candidateHelp: .dim
    case .focusedFrame, .marker, .unreadSign, .starSign, .noteSign, .unreadTitle, .headline, .notice: .bold
    case .statusKey, .number, .helpKey, .helpHeading: .bold
    case .section, .match: .underline
    case .problem: [.bold, .underline]
    case .chosenTab, .chosenCandidate: .reverse
    case .focusedFrameTitle, .warning, .question, .currentMatch: [.bold, .reverse]
    }
  }
}
