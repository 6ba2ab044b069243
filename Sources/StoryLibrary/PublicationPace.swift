/// When to publish a library that is being loaded: as stories arrive, but so rarely that it takes little time. Times
/// are milliseconds of a monotonic clock.
public struct PublicationPace: Sendable {
  /// Drawing after every few stories would cost more than reading them.
  private static let pause = 60
  /// The longer the list, the longer it takes to insert new stories: at most a fortieth of the time is spent on that.
  private static let pausePerPublication = 39
  /// If no stories arrive, the progress of loading is published less often.
  private static let progressPause = 250

  private var nextNews = 0
  private var nextProgress = 0

  /// A pace before anything has been published.
  public init() {}

  /// When to publish next; sooner if `hasNews`: there are unpublished stories, not only examined files.
  public func time(hasNews: Bool) -> Int { hasNews ? nextNews : nextProgress }

  /// Records a publication and how long it took.
  public mutating func published(from start: Int, to end: Int) {
    nextNews = end + max(PublicationPace.pause, (end - start) * PublicationPace.pausePerPublication)
    nextProgress = end + PublicationPace.progressPause
  }
}
