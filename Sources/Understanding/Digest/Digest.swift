public import PageFormats

/// An overview of a story, taken entirely from its own text: nothing is rewritten.
public struct Digest: Hashable, Sendable {
  /// A name, and its first occurrence.
  public struct Name: Hashable, Sendable {
    /// Its forms, its kind, and how often it occurs in the story.
    public let found: FoundName
    /// Its first occurrence.
    public let passage: Passage
  }

  /// A date, and its position.
  public struct Date: Hashable, Sendable {
    /// The day, month or year.
    public let value: DateValue
    /// The words of the date.
    public let passage: Passage
  }

  /// The sentences that say most about the story's subject, in the order of the story.
  public let keySentences: [Passage]
  /// The names, the most frequent first. Empty unless ``Attempts/names`` was attempted.
  public let names: [Name]
  /// The numbers in digits that are not part of a date.
  public let numbers: [Passage]
  /// The dates, in the order of the text. Empty unless ``Attempts/dates`` was attempted.
  public let dates: [Date]
  /// What was searched for: names and dates are found only in English.
  public let attempts: Attempts
  /// Whether the story is longer than the part that was analysed.
  public let isCut: Bool

  /// What a digest searched for.
  public struct Attempts: OptionSet, Hashable, Sendable {
    /// One bit for each kind.
    public let rawValue: Int

    /// The kinds with the given bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// People, places and organisations.
    public static let names = Attempts(rawValue: 1)
    /// Days, months and years.
    public static let dates = Attempts(rawValue: 2)
  }

  /// The names of one kind, the most frequent first.
  public func names(_ kind: NameKind) -> [Name] { names.filter { $0.found.kind == kind } }
}

/// A story whose digest is to be made.
public struct StoryToDigest: Hashable, Sendable {
  /// Its headline.
  public let title: String
  /// Its text.
  public let paragraphs: [String]
  /// The day it was written, from which words such as `yesterday` are resolved.
  public let day: CivilDate

  /// A story.
  public init(title: String, paragraphs: [String], day: CivilDate) {
    (self.title, self.paragraphs, self.day) = (title, paragraphs, day)
  }
}
