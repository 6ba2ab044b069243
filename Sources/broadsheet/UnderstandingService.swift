import Marks
import Reader
import StoryLibrary
import Synchronization
import Threads
import Understanding

/// Analyses the texts of stories on a separate thread: creates digests, compares versions, and finds paragraphs that
/// were read elsewhere. Only the last request of each kind is completed.
final class UnderstandingService: Sendable {
  private let thread = WorkerThread.guarded("texts")
  private let related: CurrentRelatedIndex
  private let inbox: Inbox
  private let latest = Mutex(Latest())

  /// The numbers of the latest requests.
  private struct Latest {
    var sheet = 0
    var read = 0
  }

  init(related: CurrentRelatedIndex, inbox: Inbox) {
    (self.related, self.inbox) = (related, inbox)
  }

  func makeDigest(of story: StoryIndex, _ text: StoryToDigest, in snapshot: LibrarySnapshot) {
    onlyLatest(\.sheet) { _ in
      .answered(.digest(story, DigestMaker([text]).digest(of: 0)), from: snapshot.number)
    }
  }

  func compare(
    _ older: BodyLocation, _ newer: BodyLocation, of story: StoryIndex, in snapshot: LibrarySnapshot
  ) {
    onlyLatest(\.sheet) { _ in
      let answer: LibraryAnswer
      do throws(PageFileError) {
        let (old, new) = (try BodyReader.read(older), try BodyReader.read(newer))
        answer = .difference(story, TextDifference(from: old.paragraphs, to: new.paragraphs))
      } catch {
        answer = .noDifference(story, reason: ErrorMessages.message(error.problem))
      }
      return .answered(answer, from: snapshot.number)
    }
  }

  /// Finds the paragraphs of a story that also occur in other stories that were read.
  func findRead(
    _ paragraphs: [String], of story: StoryIndex, in snapshot: LibrarySnapshot, _ marks: MarkTable
  ) {
    onlyLatest(\.read) { [related] givesUp in
      // A search reads more of the catalogue than many screens: its rows are freed with this copy.
      var library = snapshot.library
      library.releaseFileMemory()
      let search = ReadElsewhere(story: story, library: library, marks: marks, related: related.index)
      guard let isRead = search.find(paragraphs, givesUp: givesUp) else { return nil }
      return .answered(.readElsewhere(story, isRead), from: snapshot.number)
    }
  }

  private func onlyLatest(
    _ kind: any WritableKeyPath<Latest, Int> & Sendable,
    _ work: @escaping @Sendable (_ givesUp: () -> Bool) -> ReaderAction?
  ) {
    let number = latest.withLock { latest in
      latest[keyPath: kind] += 1
      return latest[keyPath: kind]
    }
    thread.perform { [self] in
      let givesUp = { self.latest.withLock { $0[keyPath: kind] != number } }
      if !givesUp(), let action = work(givesUp) { inbox.receive([action]) }
    }
  }
}
