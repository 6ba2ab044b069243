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
    /// A loader is done; whether it looked at all files.
    var finish: Bool?
    var actions: [ReaderAction] = []
    var errands: [TerminalTask] = []
    /// More has happened in the folders than could be told.
    var isOverflow = false
    /// What came from the catalogue is not to be trusted.
    var startsOver = false
    /// Marks have been read, or have turned out to be unreadable.
    var hasMarks = false
  }

  /// Readable while there is something.
  let descriptor: Int32
  private let contents = Mutex(Contents())

  init() {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  }

  func receive(_ event: LoadEvent) {
    contents.withLock { contents in
      switch event {
      case .batch(let batch): contents.batches.append(batch)
      case .problems(let problems): contents.problems += problems
      case .found(let files): contents.foundFiles = max(files, contents.foundFiles ?? 0)
      case .finished(let isWhole): contents.finish = isWhole
      }
    }
    wake()
  }

  /// More has happened in the folders than could be told: they are to be looked through again.
  func receiveOverflow() {
    contents.withLock { $0.isOverflow = true }
    wake()
  }

  /// What came from the catalogue is not to be trusted.
  func receiveStartOver() {
    contents.withLock { $0.startsOver = true }
    wake()
  }

  func receive(_ errand: TerminalTask) {
    contents.withLock { $0.errands.append(errand) }
    wake()
  }

  func receive(_ actions: [ReaderAction], areMarks: Bool = false) {
    contents.withLock { contents in
      contents.actions += actions
      contents.hasMarks = contents.hasMarks || areMarks
    }
    wake()
  }

  /// Empties the inbox.
  func take() -> Contents {
    var count: UInt64 = 0
    read(descriptor, &count, 8)
    return contents.withLock { contents in
      defer { contents = Contents() }
      return contents
    }
  }

  private func wake() {
    var one: UInt64 = 1
    write(descriptor, &one, 8)
  }
}
