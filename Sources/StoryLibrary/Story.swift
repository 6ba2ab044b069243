public import PageFormats

/// A story's number in one ``Library``: valid as long as that library exists; ``Story/id`` is valid forever.
public struct StoryIndex: Hashable, Sendable {
  let value: UInt32

  init(_ value: Int) {
    self.value = UInt32(value)
  }

  /// The number itself, for indexing other tables.
  public var number: Int { Int(value) }
}

/// A news story, gathered from all the pages that carry it.
public struct Story: Hashable, Sendable {
  /// Its index in its library.
  public var index: StoryIndex
  /// Its identity, the same in any library.
  public var identity: StoryIdentity
  /// The headline as written in its fullest copy.
  public var title: String
  /// Its publisher; nil if no page states it.
  public var source: String?
  /// The time as written on a page: `16 hours ago`.
  public var when: String?
  /// The time meant by `when`.
  public var published: PublicationTime?
  /// When the newest of its pages was saved, in seconds since 1970 (UTC).
  public var saved: Int64
  /// Whether a page of its own was saved; otherwise it is known only from pages that list it.
  public var hasPage: Bool
  /// The number of pages that contain it, including its own.
  public var pageCount: Int

  /// Its permanent identifier.
  public var id: StoryID { identity.id }
}
