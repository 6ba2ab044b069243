import CLinux
import Glibc
import Reader
import StoryLibrary
import Synchronization

/// Where other threads leave what has happened for the event loop, and wake it.
final class Inbox: Sendable {
  /// What has come since the last look.
  struct Contents: Sendable {
    var batches: [PageBatch] = []
    var foundFiles: Int?
    var problems: [FileProblem] = []
    var isLoaded = false
    var actions: [ReaderAction] = []
    /// Marks have been read, or have turned out to be unreadable.
    var hasMarks = false
  }

  /// Readable when stories have come: more of them may follow at once, and can be shown together.
  let arrivals: Int32
  /// Readable when something has come that should not wait: marks, messages, the end of loading.
  let news: Int32
  private let contents = Mutex(Contents())

  init() {
    arrivals = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    news = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  }

  func receive(_ event: LoadEvent) {
    contents.withLock { contents in
      switch event {
      case .batch(let batch): contents.batches.append(batch)
      case .problems(let problems): contents.problems += problems
      case .found(let files): contents.foundFiles = max(files, contents.foundFiles ?? 0)
      case .finished: contents.isLoaded = true
      }
    }
    if case .finished = event { wake(news) } else { wake(arrivals) }
  }

  func receive(_ actions: [ReaderAction], areMarks: Bool = false) {
    contents.withLock { contents in
      contents.actions += actions
      contents.hasMarks = contents.hasMarks || areMarks
    }
    wake(news)
  }

  /// Empties the inbox.
  func take() -> Contents {
    var count: UInt64 = 0
    read(arrivals, &count, 8)
    read(news, &count, 8)
    return contents.withLock { contents in
      defer { contents = Contents() }
      return contents
    }
  }

  private func wake(_ descriptor: Int32) {
    var one: UInt64 = 1
    write(descriptor, &one, 8)
  }
}
