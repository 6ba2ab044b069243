import CLinux
import Folders
import Glibc
import Reader
import StoryLibrary
import Synchronization

/// Events from other threads for the event loop, which they wake.
final class Inbox: Sendable {
  /// What has arrived since the inbox was last emptied.
  struct Contents: Sendable {
    /// The latest one; earlier ones need not be shown.
    var snapshot: LibrarySnapshot?
    var actions: [ReaderAction] = []
    var tasks: [TerminalTask] = []
    /// Marks have been read, or could not be read.
    var hasMarks = false
  }

  /// Readable while the inbox is not empty.
  let descriptor: Int32
  private let contents = Mutex(Contents())

  init() {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  }

  func receive(_ event: LibraryService.Event) {
    switch event {
    case .published(let snapshot):
      contents.withLock { $0.snapshot = snapshot }
      wake()
    case .cannotWatch(let limit):
      receive([.warning("Changes are only looked for now and then: " + ErrorMessages.message(limit))])
    case .compared: receive([.compared])
    case .readsAnew:
      receive([.warning("The catalogue is damaged; reading all pages again")])
    }
  }

  func receive(_ task: TerminalTask) {
    contents.withLock { $0.tasks.append(task) }
    wake()
  }

  func receive(_ actions: [ReaderAction], areMarks: Bool = false) {
    contents.withLock { contents in
      contents.actions += actions
      contents.hasMarks = contents.hasMarks || areMarks
    }
    wake()
  }

  /// Empties the inbox and returns its contents.
  func removeAll() -> Contents {
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
