public import PageFormats

/// What can be told of a story at a glance, all of it taken from its own text: nothing is written anew.
public struct Digest: Hashable, Sendable {
  /// A name, and where it stands first.
  public struct Name: Hashable, Sendable {
    /// Its forms, its kind, and how often it stands in the story.
    public let found: FoundName
    /// Its first place.
    public let passage: Passage
  }

  /// A date, and where it stands.
  public struct Date: Hashable, Sendable {
    /// The day, month or year.
    public let value: DateValue
    /// The words that name it.
    public let passage: Passage
  }

  /// The sentences that say most of what the story is about, in its order.
  public let keySentences: [Passage]
  /// Those that the story speaks of most come first. Empty unless ``Attempts/names`` were looked for.
  public let names: [Name]
  /// The numbers in digits that are no part of a date.
  public let numbers: [Passage]
  /// The dates, in the order of the text. Empty unless ``Attempts/dates`` were looked for.
  public let dates: [Date]
  /// What was looked for: names and dates are found in English alone.
  public let attempts: Attempts
  /// Whether the story is longer than what was looked at.
  public let isCut: Bool

  /// What a digest looked for.
  public struct Attempts: OptionSet, Hashable, Sendable {
    /// A bit for each.
    public let rawValue: Int

    /// Those of some bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// People, places and organisations.
    public static let names = Attempts(rawValue: 1)
    /// Days, months and years.
    public static let dates = Attempts(rawValue: 2)
  }

  /// The names of one kind, the most frequent first.
  public func names(_ kind: NameKind) -> [Name] { names.filter { $0.found.kind == kind } }
}

/// A story to make a digest of.
public struct StoryToDigest: Hashable, Sendable {
  /// Its headline.
  public let title: String
  /// Its text.
  public let paragraphs: [String]
  /// When it was written; what `yesterday` means is counted from it.
  public let day: CivilDate

  /// A story.
  public init(title: String, paragraphs: [String], day: CivilDate) {
    (self.title, self.paragraphs, self.day) = (title, paragraphs, day)
  }
}
