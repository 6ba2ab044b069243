import CLinux
import Glibc
import Marks
import Reader
import Synchronization
import Threads

/// Reads and writes marks on a separate thread, and sends the event loop what is on disk.
///
/// Other running copies write the same file, and other machines their own files (``syncFolder``); the folders are
/// watched for changes. What cannot be written now is tried again, and is saved elsewhere at the end (``finish``).
final class MarkService: Sendable {
  struct State {
    var store: MarkStore?
    var revision = 0
    /// The open database is not the one from which the reader's marks were loaded.
    var isAnotherDatabase = false
    /// The changes that are not on disk yet, in order.
    var requests: [(number: Int, request: MarkRequest)] = []
    var requestCount = 0
    var syncFolder: String?
    /// The last problem that was shown, so that it is not shown again.
    var toldProblem: String?
    /// Why the first request could not be written.
    var writeProblem: String?
    var isRetryDue = false
    var isExchangeDue = false
    /// The program is ending: the remaining requests are handled by `finish`.
    var isOver = false
  }

  let path: String
  let thread = WorkerThread.guarded("marks")
  /// Delays before something is tried again.
  let later = WorkerThread.guarded("marks later")
  let state = Mutex(State())
  let inbox: Inbox
  /// Readable when a folder with marks has changed; -1 if folders cannot be watched.
  let watch = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))

  /// How long to wait after a failed write, and between a change and its export to other machines, in seconds.
  static let pause: UInt32 = 2

  /// Opens the marks in the background.
  init(path: String, syncFolder: String?, inbox: Inbox) {
    (self.path, self.inbox) = (path, inbox)
    state.withLock { $0.syncFolder = syncFolder }
    thread.perform { self.open() }
  }

  /// Carries out an effect in the background; the result arrives in the inbox.
  func perform(_ effect: ReaderEffect) {
    guard let request = MarkRequest(effect) else { return }
    state.withLock { state in
      state.requests.removeAll { request.replaces($0.request) }
      state.requestCount += 1
      state.requests.append((state.requestCount, request))
    }
    thread.perform { self.writeRequests() }
  }

  /// Reads the changes of other running copies and other machines.
  func lookForChanges() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(watch, &buffer, buffer.count) > 0 {}
    thread.perform {
      self.send([])
      self.exchange()
    }
  }

  /// Changes the folder in which machines exchange marks; nil for none.
  func sync(in folder: String?) {
    let isNew = state.withLock { state in
      defer { state.syncFolder = folder }
      return state.syncFolder != folder
    }
    if isNew { thread.perform { self.exchange() } }
  }
}

// MARK: Writing and reading

extension MarkService {
  /// Writes the requested changes in order. If one fails, that and all later ones are tried again later.
  func writeRequests() {
    var reopenings = 0
    while let store, let (number, request) = state.withLock({ $0.isOver ? nil : $0.requests.first }) {
      do throws(MarkError) {
        let step = try request.write(to: store)
        remove(number)
        send(request.answer(to: step).map { [$0] } ?? [])
        exchangeLater()
      } catch .interrupted {
        return
      } catch {
        if reopenings < 3, reopen(after: error) {
          reopenings += 1
          continue
        }
        let problem = ErrorMessages.message(error)
        if request.canBeRetried, error.mayPass {
          state.withLock { $0.writeProblem = problem }
          tell("Mark not saved yet, trying again: " + problem)
          return retryLater()
        }
        remove(number)
        send([.warning("Mark not saved: " + problem)])
      }
    }
  }

  private func remove(_ number: Int) {
    state.withLock { state in
      (state.toldProblem, state.writeProblem) = (nil, nil)
      state.requests.removeAll { $0.number == number }
    }
  }

  /// Sends the changes on disk, and some notices, to the inbox.
  func send(_ notices: [ReaderAction]) {
    inbox.receive(changes() + notices, areMarks: true)
  }

  /// The changes on disk. If there are many, they are put in a table here, because that would block the terminal's
  /// thread for too long.
  private func changes() -> [ReaderAction] {
    guard let update = readChanges() else { return [] }
    state.withLock { $0.revision = update.revision }
    if update.isEmpty { return [] }
    guard update.count > MarkService.fewMarks, let table = table(after: update) else {
      return [.marksChanged(update)]
    }
    state.withLock { $0.revision = table.revision }
    return [.marksReplaced(table)]
  }

  private func table(after update: MarkUpdate) -> MarkTable? {
    guard update.isWhole else { return try? store?.table() }
    var table = MarkTable()
    table.apply(update)
    return table
  }

  /// The maximum number of changes that the terminal's thread adds to its table itself.
  private static let fewMarks = 1_000

  private func readChanges() -> MarkUpdate? {
    for _ in 0..<3 {
      guard let store else { return nil }
      let (revision, isAnother) = state.withLock { ($0.revision, $0.isAnotherDatabase) }
      do throws(MarkError) {
        var update = try store.changes(since: revision)
        state.withLock { $0.isAnotherDatabase = false }
        if isAnother { update.isWhole = true }
        return update
      } catch {
        if reopen(after: error) { continue }
        tell("Marks cannot be read: " + ErrorMessages.message(error))
        if case .busy = error { retryLater() }
        return nil
      }
    }
    return nil
  }

  /// Shows a problem, unless it was the last one shown.
  func tell(_ problem: String) {
    let isNew = state.withLock { state in
      defer { state.toldProblem = problem }
      return state.toldProblem != problem
    }
    if isNew { inbox.receive([.warning(problem)]) }
  }

  func retryLater() {
    let isNew = state.withLock { state in
      defer { state.isRetryDue = true }
      return !state.isRetryDue
    }
    guard isNew else { return }
    later.perform {
      sleep(MarkService.pause)
      self.thread.perform {
        self.state.withLock { $0.isRetryDue = false }
        if self.store == nil { return self.open() }
        self.writeRequests()
        self.send([])
      }
    }
  }
}
