public import PageFormats

/// What the stories of a list are put together by. The raw values are the names that settings use.
public enum StoryGrouping: String, CaseIterable, Sendable {
  /// They are not.
  case none
  /// By source, from A to Z; those without one last.
  case source
  /// By the day (UTC) they were published on or, where no page says so, saved; the newest first, unless the list is
  /// sorted from the oldest on.
  case day
  /// By topic, from A to Z; those without one last. A story of several topics stands under the one that most stories
  /// have.
  case topic
}

/// The stories of a list that stand under one heading.
public struct StoryGroup: Hashable, Sendable {
  /// What they have in common.
  public enum Heading: Hashable, Sendable {
    /// Nil: no page names it.
    case source(String?)
    /// In UTC.
    case day(CivilDate)
    /// Nil: none.
    case topic(String?)
  }

  /// What they have in common.
  public var heading: Heading
  /// Their places in ``SelectedStories/stories``.
  public var range: Range<Int>
}
