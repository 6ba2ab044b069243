import CLinux
import Glibc
import Marks
import Reader
import Synchronization
import Threads

/// Reads and writes marks on a thread of its own, and tells the event loop what is on disk.
///
/// Other running copies write the same file, and other machines files of their own (``syncFolder``); a watch on the
/// folders tells when. What cannot be written now is kept and tried again, and put aside at the end (``finish``).
final class MarkService: Sendable {
  private struct State {
    var store: MarkStore?
    var revision = 0
    /// Another database is open than the one that the reader's marks came from.
    var isAnotherDatabase = false
    /// What was asked for and is not on the disk, in order.
    var requests: [(number: Int, request: MarkRequest)] = []
    var requestCount = 0
    var syncFolder: String?
    /// The last problem that the reader was told of, not to be told again and again.
    var toldProblem: String?
    var isRetryDue = false
    var isExchangeDue = false
    /// Whoever leaves takes what is left of the requests.
    var isOver = false
  }

  private let path: String
  private let thread = WorkerThread.guarded("marks")
  /// Waits for the time to try something again.
  private let later = WorkerThread.guarded("marks later")
  private let state = Mutex(State())
  private let inbox: Inbox
  /// Readable when a folder with marks has changed; -1 where folders cannot be watched.
  let watch = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))

  /// In seconds: after a failed write, and between a change and its way to other machines.
  private static let pause: UInt32 = 2

  /// Opens the marks in the background.
  init(path: String, syncFolder: String?, inbox: Inbox) {
    (self.path, self.inbox) = (path, inbox)
    state.withLock { $0.syncFolder = syncFolder }
    thread.perform { self.open() }
  }

  /// Carries out an effect; what becomes of it arrives in the inbox.
  func perform(_ effect: ReaderEffect) {
    guard let request = MarkRequest(effect) else { return }
    state.withLock { state in
      state.requests.removeAll { request.replaces($0.request) }
      state.requestCount += 1
      state.requests.append((state.requestCount, request))
    }
    thread.perform { self.writeRequests() }
  }

  /// Other copies or machines may have written.
  func lookForChanges() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(watch, &buffer, buffer.count) > 0 {}
    thread.perform {
      self.send([])
      self.exchange()
    }
  }

  /// Takes another folder for what goes from machine to machine; nil for none.
  func sync(in folder: String?) {
    let isNew = state.withLock { state in
      defer { state.syncFolder = folder }
      return state.syncFolder != folder
    }
    if isNew { thread.perform { self.exchange() } }
  }
}

// MARK: Opening

extension MarkService {
  private var store: MarkStore? { state.withLock { $0.store } }

  private func open() {
    do throws(MarkError) {
      use(try MarkStore(path: path))
    } catch .busy {
      // What is asked for meanwhile waits.
      tell("Marks are locked by another program; trying again")
      retryLater()
    } catch {
      use(try? MarkStore(inMemoryBecause: error))
      tell("Marks last until you quit: " + ErrorMessages.message(error))
    }
    writeRequests()
    send([])
    exchange()
  }

  private func use(_ store: MarkStore?) {
    state.withLock { state in
      (state.store, state.revision, state.isAnotherDatabase) = (store, 0, true)
    }
    guard let store else { return }
    if case .readOnly(let reason) = store.durability {
      tell("Marks are not kept: " + ErrorMessages.message(reason))
    }
    if case .onDisk = store.durability { watchFolder(of: store.resolvedPath) }
    for news in store.news { inbox.receive([.warning(ErrorMessages.message(news))]) }
  }

  /// Opens the database again after an error that says to.
  /// - Returns: whether it did.
  private func reopen(after error: MarkError) -> Bool {
    guard let store else { return false }
    do throws(MarkError) {
      switch error {
      case .replaced:
        try? store.close()
        use(try MarkStore(path: path))
      case .damaged: use(try MarkStore(damaged: store))
      default: return false
      }
      return true
    } catch {
      tell("Marks cannot be read: " + ErrorMessages.message(error))
      return false
    }
  }

  private func watchFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    watchFolder(folder)
  }

  private func watchFolder(_ folder: String) {
    let events = IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_MOVED_TO | IN_DELETE
    inotify_add_watch(watch, folder, UInt32(events))
  }
}

// MARK: Writing and reading

extension MarkService {
  /// Writes what was asked for, in order. What fails stays for the next time, and all that comes after it.
  private func writeRequests() {
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
        if request.isWorthKeeping, error.mayPass {
          tell("Not marked yet, and tried again: " + problem)
          return retryLater()
        }
        remove(number)
        send([.warning("Not marked: " + problem)])
      }
    }
  }

  private func remove(_ number: Int) {
    state.withLock { state in
      state.toldProblem = nil
      state.requests.removeAll { $0.number == number }
    }
  }

  /// What the disk has now, and what is to be said about it.
  private func send(_ notices: [ReaderAction]) {
    var changed: [ReaderAction] = []
    if let update = readChanges() {
      state.withLock { $0.revision = update.revision }
      if !update.isEmpty { changed = [.marksChanged(update)] }
    }
    inbox.receive(changed + notices, areMarks: true)
  }

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

  /// Tells the reader of a problem, once.
  private func tell(_ problem: String) {
    let isNew = state.withLock { state in
      defer { state.toldProblem = problem }
      return state.toldProblem != problem
    }
    if isNew { inbox.receive([.warning(problem)]) }
  }

  private func retryLater() {
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

// MARK: Other machines

extension MarkService {
  /// Takes in what has come from other machines, and writes what they are to know.
  private func exchange() {
    let (store, folder) = state.withLock { ($0.store, $0.isOver ? nil : $0.syncFolder) }
    guard let store, let folder, case .onDisk = store.durability else { return }
    do throws(MarkError) {
      let count = try MarkExchange(folder: folder, store: store).run()
      watchFolder(folder)
      if count > 0 { send([]) }
    } catch .interrupted {
      return
    } catch {
      if reopen(after: error) { return send([]) }
      tell("Marks are not exchanged: " + ErrorMessages.message(error))
    }
  }

  /// Many changes in a short time are one for the others.
  private func exchangeLater() {
    let isNew = state.withLock { state in
      defer { state.isExchangeDue = true }
      return state.syncFolder != nil && !state.isExchangeDue
    }
    guard isNew else { return }
    later.perform {
      sleep(MarkService.pause)
      self.thread.perform {
        self.state.withLock { $0.isExchangeDue = false }
        self.exchange()
      }
    }
  }
}

// MARK: Leaving

extension MarkService {
  /// Waits until everything is on disk, a few seconds at most and no longer than the reader likes. What is not there
  /// then is put beside the database, for the next start.
  /// - Parameter patience: how long that may take, in milliseconds.
  /// - Returns: what could not be written, in messages; empty when all is well.
  func finish(patience: Int) -> [String] {
    let done = eventfd(0, Int32(EFD_CLOEXEC))
    thread.perform {
      self.writeRequests()
      self.exchange()
      try? self.store?.close()
      var one: UInt64 = 1
      write(done, &one, 8)
    }
    if !MarkService.isReadable(done, within: patience, orEndWanted: true) {
      store?.hurry()
      // What is being written is rolled back, which takes a moment.
      _ = MarkService.isReadable(done, within: 300)
    }
    let requests = state.withLock { state in
      state.isOver = true
      return state.requests
    }
    return UnsavedMarks(requests.flatMap(\.request.records), problem: state.withLock(\.toldProblem)).putAside(
      besides: path)
  }

  /// Whether a descriptor can be read within some time. `orEndWanted`: waiting ends when somebody wants the program
  /// ended at once; the signals for that are blocked, and wait.
  private static func isReadable(
    _ descriptor: Int32, within milliseconds: Int, orEndWanted isGivenUp: Bool = false
  ) -> Bool {
    let step = 20
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    for _ in 0..<max(1, milliseconds / step) {
      if poll(&entry, 1, Int32(step)) > 0 { return true }
      var waiting = sigset_t()
      sigpending(&waiting)
      if isGivenUp, [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(where: { sigismember(&waiting, $0) == 1 }) {
        break
      }
    }
    return false
  }
}
