import Reader
import StoryLibrary
import Threads
import Understanding

/// Finds what is like the story that is shown, on a thread of its own: texts are read for it. Whoever passes stories by
/// rests on none for long enough to ask.
final class RelatedService: Sendable {
  private let thread = WorkerThread.guarded("related", niceness: 5)
  private let path: String
  private let inbox: Inbox

  /// How long a story is shown before it is asked for, in milliseconds.
  private static let rest = 80

  /// - Parameters:
  ///   - path: where it is kept which stories are related.
  ///   - inbox: where answers go.
  init(path: String, inbox: Inbox) {
    (self.path, self.inbox) = (path, inbox)
  }

  /// Finds the stories like one, and its thread, unless another one is asked for meanwhile.
  func find(_ story: StoryIndex, in snapshot: LibrarySnapshot) {
    thread.perform(at: WorkerThread.now + RelatedService.rest) { [self] in
      guard let index = RelatedIndex(path: path) else { return }
      let found = AlikeStories(to: story, in: snapshot.library, index)
      // What a damaged file told is not shown; the next index takes its place.
      if !index.isDamaged { inbox.receive([.answered(.alike(story, found), from: snapshot.number)]) }
    }
  }
}
