import Dispatch
import Reader
import StoryLibrary
import Synchronization
import Threads

/// Reads the texts of stories on a thread of its own, so that a slow disk never makes keys wait.
///
/// A text that is there in a few milliseconds, as nearly all are, is shown together with its headline; a
/// later one comes through the inbox when it is there, unless another has been asked for meanwhile.
final class BodyFetcher: Sendable {
  private let thread = WorkerThread.guarded("pages")
  private let inbox: Inbox
  private let latest = Mutex(0)

  /// How long a text is waited for, in milliseconds.
  private static let patience = 20

  init(inbox: Inbox) {
    self.inbox = inbox
  }

  /// What came of reading a story's text; nil when it will come later.
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

/// One result on its way from a thread to another that waits for a while.
private final class Delivery: Sendable {
  private enum State: Sendable {
    case awaited
    case arrived(ReaderAction)
    case tooLate
  }

  private let state = Mutex(State.awaited)
  private let arrived = DispatchSemaphore(value: 0)

  /// - Returns: false when nobody waits any more.
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
