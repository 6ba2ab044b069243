public import PageFormats

/// What the stories of a list are put together by. The raw values are the names that settings use.
public enum StoryGrouping: String, CaseIterable, Sendable {
  /// They are not.
  case none
  /// By source, from A to Z; those without one last.
  case source
  /// By the reader's day they were published on or, where no page says so, saved; the newest first, unless the list is
  /// sorted from the oldest on. What pages tell only roughly stands under its month or year.
  case day
  /// By topic, from A to Z; those without one last. A story of several topics stands under the one that most stories
  /// have.
  case topic
  /// By thread: stories about the same event, the thread with the first story of the list first; those that are in none
  /// last.
  case thread
}

/// The stories of a list that stand under one heading.
public struct StoryGroup: Hashable, Sendable {
  /// What they have in common.
  public enum Heading: Hashable, Sendable {
    /// Nil: no page names it.
    case source(String?)
    /// The reader's.
    case day(CivilDate)
    /// Any day of it: the pages do not tell which.
    case month(CivilDate)
    /// Any day of it.
    case year(CivilDate)
    /// Nil: none.
    case topic(String?)
    /// The headline of the thread's first story; nil: in none.
    case thread(String?)
  }

  /// What they have in common.
  public var heading: Heading
  /// Their places in ``SelectedStories/stories``.
  public var range: Range<Int>
}
