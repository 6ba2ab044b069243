/// Who reorders right-to-left text for the screen.
public enum TextOrder: Hashable, Sendable, CaseIterable {
  /// Broadsheet: joined letters are sent in visual order, from left to right.
  case visual
  /// The terminal: letters are sent in logical order, and it joins them.
  case logical
}
