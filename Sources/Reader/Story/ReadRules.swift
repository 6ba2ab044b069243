import Marks
import StoryLibrary

/// When a story counts as read, as the reader has configured it.
extension ReaderState {
  func readIfOpened(_ index: StoryIndex) -> [ReaderEffect] {
    settings.read == .open ? markRead(index) : []
  }

  func readIfFinished() -> [ReaderEffect] { reading.readIfFinished(storyEnvironment) }
}
