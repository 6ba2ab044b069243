/// Which way a line is read, and so where it begins.
public enum TextDirection: Hashable, Sendable {
  case leftToRight, rightToLeft

  /// The direction of a whole paragraph: that of its first letter which has one (UAX #9, rules P2 and P3).
  /// All lines of the paragraph have it, whatever they begin with.
  public init(ofParagraph text: some StringProtocol) {
    self = .leftToRight
  }

  /// A part of a line that keeps its order to itself (UAX #9: first strong isolate), as a source's Arabic
  /// name among Latin ones. Texts without right-to-left letters are returned as they are.
  public static func isolated(_ part: String) -> String { part }
}

/// Who puts right-to-left text into the order in which a screen shows it.
public enum TextOrder: String, Hashable, Sendable, CaseIterable {
  /// Broadsheet does: letters are sent shaped, from left to right as they stand.
  case visual
  /// The terminal does: letters are sent in the order in which they are read.
  case logical
}

/// A part of a line that looks different from the rest: a match of a search, say.
public struct TextSpan: Hashable, Sendable {
  /// UTF-8 bytes from the beginning of the line.
  public var range: Range<Int>
  /// What it is for.
  public var role: Role

  /// A part of a line, in UTF-8 bytes from its beginning.
  public init(range: Range<Int>, role: Role) {
    self.range = range
    self.role = role
  }
}
