/// What a list of stories is sorted by. Stories that are equal in it stay in the order of the library's list, newest
/// first.
public struct StorySort: Hashable, Sendable {
  /// What is compared. The raw values are the names that settings and the command line use.
  public enum Key: String, CaseIterable, Sendable {
    /// When it was published, the newest first.
    case date
    /// From A to Z, without case, accents and what stands before the first letter.
    case title
    /// From A to Z; those without one last.
    case source
    /// The longest text first.
    case length
    /// The one with the most related stories first.
    case related
    /// The unread ones first.
    case unread
    /// The best matches for the words of the query first.
    case relevance
  }

  /// What is compared.
  public var key: Key
  /// The other way round: the oldest first.
  public var isReversed: Bool

  /// An order.
  public init(_ key: Key = .date, isReversed: Bool = false) {
    (self.key, self.isReversed) = (key, isReversed)
  }

  /// The order of the library's list, newest first.
  public static let newestFirst = StorySort()
}

/// An order as it is written in settings: `title`, or `-title` for the other way round.
extension StorySort: LosslessStringConvertible {
  /// Nil for what is no ``Key``.
  public init?(_ description: String) {
    let isReversed = description.hasPrefix("-")
    guard let key = Key(rawValue: String(description.dropFirst(isReversed ? 1 : 0))) else { return nil }
    self.init(key, isReversed: isReversed)
  }

  /// The same text.
  public var description: String { (isReversed ? "-" : "") + key.rawValue }
}
