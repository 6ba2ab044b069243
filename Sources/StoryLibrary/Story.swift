public import PageFormats

/// A story's number in one ``Library``: good while that library lives; ``Story/id`` is good for ever.
public struct StoryIndex: Hashable, Sendable {
  let value: UInt32

  init(_ value: Int) {
    self.value = UInt32(value)
  }

  /// The number itself, for tables of one's own.
  public var number: Int { Int(value) }
}

/// A news story, gathered from all the pages that carry it.
public struct Story: Hashable, Sendable {
  /// Where it is in its library.
  public var index: StoryIndex
  /// What it is, in any library.
  public var identity: StoryIdentity
  /// As its fullest copy writes it.
  public var title: String
  /// Who published it; nil when no page says so.
  public var source: String?
  /// As a page says it: `16 hours ago`.
  public var when: String?
  /// The time meant by `when`.
  public var published: PublicationTime?
  /// When the newest of its pages was saved, in seconds since 1970 (UTC).
  public var saved: Int64
  /// A page of its own was saved; else it is known only from the pages that list it.
  public var hasPage: Bool
  /// How many pages it stands on, its own among them.
  public var pageCount: Int

  /// What it is known by for ever.
  public var id: StoryID { identity.id }
}
