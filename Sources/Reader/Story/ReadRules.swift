import Marks
import StoryLibrary

/// When a story counts as read, as the reader has configured it.
extension ReaderState {
  func readIfOpened(_ index: StoryIndex) -> [ReaderEffect] {
    settings.read == .open ? markRead(index) : []
  }

  /// The end of the story is on the screen, and the reader is in it.
  func readIfFinished() -> [ReaderEffect] {
    guard settings.read == .end, focus == .story, let story, story.body != nil, story.showsEnd
    else { return [] }
    return markRead(story.index)
  }

  mutating func take(clock seconds: Int64) -> [ReaderEffect] {
    now = seconds
    guard let time = readingTime, now >= time, let index = story?.index else { return [] }
    shownSince = nil
    return markRead(index)
  }

  /// When the story that is shown will count as read without another key, in seconds since 1970 (UTC); nil for never.
  public var readingTime: Int64? {
    guard case .after(let seconds) = settings.read, let shownSince, hasInteracted else { return nil }
    return shownSince + Int64(seconds)
  }
}
