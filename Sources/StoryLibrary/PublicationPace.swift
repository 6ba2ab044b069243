/// When a library that is being loaded is published: as stories come, and still so seldom that it takes little of the
/// time. Times are milliseconds of a clock that never goes back.
public struct PublicationPace: Sendable {
  /// Drawing each handful of stories would cost more than reading it.
  private static let pause = 60
  /// The longer the list, the longer it takes to put new stories in their places: a fortieth part of the time at most
  /// goes there.
  private static let pausePerPublication = 39
  /// If no stories arrive, the progress of loading is published less often.
  private static let progressPause = 250

  private var nextNews = 0
  private var nextProgress = 0

  /// Nothing has been published.
  public init() {}

  /// When to publish next; sooner where `hasNews`: there are stories that have not been published, and not only files
  /// that have been looked at.
  public func time(hasNews: Bool) -> Int { hasNews ? nextNews : nextProgress }

  /// It has been published, which took some time.
  public mutating func published(from start: Int, to end: Int) {
    nextNews = end + max(PublicationPace.pause, (end - start) * PublicationPace.pausePerPublication)
    nextProgress = end + PublicationPace.progressPause
  }
}
