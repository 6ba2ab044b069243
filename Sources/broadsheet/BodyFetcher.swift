import Dispatch
import Reader
import StoryLibrary
import Synchronization
import Threads

/// Reads the texts of stories on a separate thread, so that keys never wait for a slow disk.
///
/// A text that is read within a few milliseconds, as nearly all are, is shown together with its headline. A later text
/// arrives through the inbox, unless another text has been requested by then.
final class BodyFetcher: Sendable {
  private let thread = WorkerThread.guarded("pages")
  private let inbox: Inbox
  private let latest = Mutex(0)

  /// How long to wait for a text, in milliseconds.
  private static let patience = 20

  init(inbox: Inbox) {
    self.inbox = inbox
  }

  /// Reads a story's text.
  /// - Returns: the result; nil if it arrives later through the inbox.
  func fetch(_ story: StoryIndex, at location: BodyLocation, in snapshot: Int) -> ReaderAction? {
    let number = latest.withLock { latest in
      latest += 1
      return latest
    }
    let delivery = Delivery()
    thread.perform { [self] in
      guard latest.withLock({ $0 == number }) else { return }
      let action = ReaderAction.answered(BodyFetcher.read(story, at: location), from: snapshot)
      if !delivery.hand(over: action) { inbox.receive([action]) }
    }
    return delivery.wait(milliseconds: BodyFetcher.patience)
  }

  private static func read(_ story: StoryIndex, at location: BodyLocation) -> LibraryAnswer {
    do throws(PageFileError) {
      return .body(story, location, StoryText(try BodyReader.read(location)))
    } catch {
      return .noBody(story, location, reason: ErrorMessages.message(error.problem))
    }
  }
}

/// One result, passed from one thread to another that waits for it with a time limit.
private final class Delivery: Sendable {
  private enum State: Sendable {
    case awaited
    case arrived(ReaderAction)
    case tooLate
  }

  private let state = Mutex(State.awaited)
  private let arrived = DispatchSemaphore(value: 0)

  /// - Returns: false if the other thread has stopped waiting.
  func hand(over action: ReaderAction) -> Bool {
    defer { arrived.signal() }
    return state.withLock { state in
      if case .tooLate = state { return false }
      state = .arrived(action)
      return true
    }
  }

  func wait(milliseconds: Int) -> ReaderAction? {
    _ = arrived.wait(timeout: .now() + .milliseconds(milliseconds))
    return state.withLock { state in
      if case .arrived(let action) = state { return action }
      state = .tooLate
      return nil
    }
  }
}
