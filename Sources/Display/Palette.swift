/// The purpose of a cell. Views draw roles; a theme defines the style of each.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Anything else.
  case plain
  /// The lines around panes and the titles in them.
  case frame, focusedFrame, frameTitle, focusedFrameTitle
  /// The marker beside the selected line.
  case marker, unfocusedMarker
  /// The markers of unread and starred stories.
  case unreadSign, starSign
  /// A line of a list.
  case unreadTitle, readTitle, byline, section
  /// A part of a story.
  case headline, storyByline, rule, storyText
  /// A block of a story that is not plain text.
  case storyHeading, quote, caption, code
  /// The marker beside a block, and the line of folded text.
  case blockSign, fold
  /// Matches of a search.
  case match, currentMatch
  /// A paragraph that was already read in another story.
  case knownText
  /// Words that a newer version of a text adds or removes.
  case newText, goneText
  /// The marker of a note, and its text.
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

  /// Without colours: roles are distinguished by bold, underline and reverse (`NO_COLOR`, monochrome terminals).
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
