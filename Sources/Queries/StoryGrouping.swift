public import PageFormats

/// How the stories of a list are grouped. The raw values are the names in settings.
public enum StoryGrouping: String, CaseIterable, Sendable {
  /// Not grouped.
  case none
  /// By source, from A to Z; those without one last.
  case source
  /// By local day of publication or, if unknown, of saving; newest first, unless the list is sorted oldest first.
  /// Stories with a rough date are grouped by month or year.
  case day
  /// By topic, from A to Z; those without one last. A story with several topics is grouped under its most frequent one.
  case topic
  /// By thread (stories about the same event), in the order of their first stories in the list; those in no thread
  /// last.
  case thread
}

/// The stories of a list under one heading.
public struct StoryGroup: Hashable, Sendable {
  /// What they have in common.
  public enum Heading: Hashable, Sendable {
    /// A source; nil for unknown.
    case source(String?)
    /// A local day.
    case day(CivilDate)
    /// A month, as any of its days; the exact day is unknown.
    case month(CivilDate)
    /// A year, as any of its days.
    case year(CivilDate)
    /// A topic; nil for none.
    case topic(String?)
    /// A thread, by the headline of its first story; nil for none.
    case thread(String?)
  }

  /// What they have in common.
  public var heading: Heading
  /// Their range in ``SelectedStories/stories``.
  public var range: Range<Int>
}
