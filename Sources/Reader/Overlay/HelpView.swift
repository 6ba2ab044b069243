import Display

/// The help screen: its scroll position and the search text.
public struct HelpView: Hashable, Sendable {
  /// The first visible row.
  public internal(set) var top = 0
  /// Only commands with these words in their names, keys or help are shown; empty for all.
  public let pattern: String
  /// The text, laid out once for a screen, so that keys only scroll.
  public let text: HelpText

  init(_ environment: OverlayState.Environment, pattern: String = "") {
    self.pattern = pattern
    text = HelpText(
      environment.commands, focus: environment.focus, columns: environment.screen.columns, pattern: pattern)
  }
}
