/// Whether Broadsheet or the terminal reorders right-to-left text.
public enum TextOrder: Hashable, Sendable, CaseIterable {
  /// Broadsheet: letters are joined and sent in visual order, from left to right.
  case visual
  /// The terminal: letters are sent in logical order, and it joins them.
  case logical
}
