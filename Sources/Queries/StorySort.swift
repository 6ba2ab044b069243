/// The order of a list of stories. Equal stories stay in the order of the library's list, newest first.
public struct StorySort: Hashable, Sendable {
  /// What is compared. The raw values are the names in settings and on the command line.
  public enum Key: String, CaseIterable, Sendable {
    /// By time of publication, newest first.
    case date
    /// By title, from A to Z, ignoring case, accents and anything before the first letter.
    case title
    /// By source, from A to Z; those without one last.
    case source
    /// By length, longest text first.
    case length
    /// By number of related stories, most first.
    case related
    /// Unread stories first.
    case unread
    /// By score of the query's words, best matches first.
    case relevance
  }

  /// The sort key.
  public var key: Key
  /// Whether the order is reversed: oldest first.
  public var isReversed: Bool

  /// An order.
  public init(_ key: Key = .date, isReversed: Bool = false) {
    (self.key, self.isReversed) = (key, isReversed)
  }

  /// The order of the library's list, newest first.
  public static let newestFirst = StorySort()
}

/// An order as written in settings: `title`, or `-title` for the reverse.
extension StorySort: LosslessStringConvertible {
  /// Nil if it is not a ``Key``.
  public init?(_ description: String) {
    let isReversed = description.hasPrefix("-")
    guard let key = Key(rawValue: String(description.dropFirst(isReversed ? 1 : 0))) else { return nil }
    self.init(key, isReversed: isReversed)
  }

  /// The same text.
  public var description: String { (isReversed ? "-" : "") + key.rawValue }
}
