import CLinux
import Glibc
import Marks
import Reader
import Synchronization

/// Reads and writes marks on a thread of its own, and tells the event loop what is on disk.
///
/// Other running copies write the same file; a watch on its folder tells when.
final class MarkService: Sendable {
  private struct State {
    var store: MarkStore?
    var revision = 0
  }

  private let thread = WorkerThread(name: "marks")
  private let state = Mutex(State())
  private let inbox: Inbox
  /// Readable when the folder of the marks has changed; -1 where folders cannot be watched.
  let watch = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))

  /// Opens the marks in the background.
  init(path: String, inbox: Inbox) {
    self.inbox = inbox
    thread.perform { self.open(path) }
  }

  /// Carries out an effect; what becomes of it arrives in the inbox.
  func perform(_ effect: ReaderEffect) {
    thread.perform { self.write(effect) }
  }

  /// Other copies may have written.
  func lookForChanges() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(watch, &buffer, buffer.count) > 0 {}
    thread.perform { self.send([]) }
  }

  /// Waits until everything is on disk.
  func finish() {
    thread.performAndWait {
      let store = self.state.withLock { $0.store }
      try? store?.close()
    }
  }

  private func open(_ path: String) {
    var warnings: [ReaderAction] = []
    do throws(MarkError) {
      let store = try MarkStore(path: path)
      if case .readOnly(let reason) = store.keeping {
        warnings.append(.warning("Marks are not kept: " + ErrorMessages.prose(reason)))
      }
      state.withLock { $0.store = store }
      watchFolder(of: store.logPath)
    } catch {
      warnings.append(.warning("Marks last until you quit: " + ErrorMessages.prose(error)))
      let store = try? MarkStore(inMemoryBecause: error)
      state.withLock { $0.store = store }
    }
    send(warnings)
  }

  private func watchFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    inotify_add_watch(
      watch, folder, UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO))
  }

  private func write(_ effect: ReaderEffect) {
    guard let store = state.withLock({ $0.store }) else { return }
    do throws(MarkError) {
      let notice = try MarkService.carryOut(effect, in: store)
      // Other copies wake when the log is written, which is before the change counts: whoever looks at once finds
      // nothing new. So they are woken again afterwards, by the log's time.
      utimensat(AT_FDCWD, store.logPath, nil, 0)
      send(notice.map { [.notice($0)] } ?? [])
    } catch {
      send([.warning("Not marked: " + ErrorMessages.prose(error))])
    }
  }

  /// - Returns: what to tell the reader, if anything.
  private static func carryOut(_ effect: ReaderEffect, in store: MarkStore) throws(MarkError) -> String? {
    switch effect {
    case .mark(let change, let isAnnounced):
      let step = try store.apply(change)
      return isAnnounced ? step.map { MarkNotice.done($0) } : nil
    case .undo: return try store.undo().map { MarkNotice.undone($0) } ?? "Nothing to undo"
    case .redo: return try store.redo().map { MarkNotice.redone($0) } ?? "Nothing to redo"
    case .savePlace(let story, let place): try store.savePlace(place, of: story)
    default: break
    }
    return nil
  }

  /// What the disk has now, and what is to be said about it.
  private func send(_ notices: [ReaderAction]) {
    let update = state.withLock { state -> MarkUpdate? in
      guard let update = try? state.store?.changes(since: state.revision) else { return nil }
      state.revision = update.revision
      return update
    }
    let changed: [ReaderAction] = update.map { $0.isEmpty ? [] : [.marksChanged($0)] } ?? []
    inbox.receive(changed + notices, areMarks: true)
  }
}

/// What a change of marks is called.
enum MarkNotice {
  static func done(_ step: MarkStep) -> String { "\(what(step).capitalizedFirst) · u undoes it" }
  static func undone(_ step: MarkStep) -> String { "Undone: \(what(step)) · ^R does it again" }
  static func redone(_ step: MarkStep) -> String { "Done again: \(what(step)) · u undoes it" }

  /// `marked read`, `124 stories marked read`.
  private static func what(_ step: MarkStep) -> String {
    switch step.kind {
    case .read(true): stories(step, "marked read")
    case .read(false): stories(step, "marked unread")
    case .starred(true): stories(step, "starred")
    case .starred(false): stories(step, "star taken away")
    case .noteWritten: notes(step, "written")
    case .noteChanged: notes(step, "changed")
    case .noteDeleted: notes(step, "deleted")
    }
  }

  private static func stories(_ step: MarkStep, _ what: String) -> String {
    step.count == 1 ? what : "\(step.count) stories \(what)"
  }

  private static func notes(_ step: MarkStep, _ what: String) -> String {
    step.count == 1 ? "note \(what)" : "\(step.count) notes \(what)"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
