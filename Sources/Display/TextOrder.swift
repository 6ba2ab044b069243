/// Who puts right-to-left text into the order in which a screen shows it.
public enum TextOrder: Hashable, Sendable, CaseIterable {
  /// Broadsheet does: letters are sent joined, from left to right as they stand.
  case visual
  /// The terminal does: letters are sent in the order in which they are read, and it joins them.
  case logical
}
