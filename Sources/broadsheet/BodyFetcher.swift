import Dispatch
import Glibc
import Reader
import StoryLibrary
import Synchronization
import Text
import Threads

/// Reads the texts of stories on a separate thread, so that keys never wait for a slow disk.
///
/// A text that is read within a few milliseconds, as nearly all are, is shown together with its headline. A later text
/// arrives through the inbox, unless another text has been requested by then. While nothing else is requested, the texts
/// that the next key will probably show are read ahead.
final class BodyFetcher: Sendable {
  private let thread = WorkerThread.guarded("pages", answersAtOnce: true)
  private let inbox: Inbox
  private let latest = Mutex(0)
  private let texts = Mutex(NearTexts())

  /// How long to wait for a text, in milliseconds.
  private static let patience = 20
  /// The size in bytes of the largest file that is read ahead: a text that is requested meanwhile has to wait for it.
  private static let mostAhead = 1 << 20

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
    if let text = texts.withLock({ $0.text(at: location, isShown: true) }) {
      return .answered(.body(story, location, text), from: snapshot)
    }
    let delivery = Delivery()
    thread.perform { [self] in
      guard latest.withLock({ $0 == number }) else { return }
      let action = ReaderAction.answered(read(story, at: location), from: snapshot)
      if !delivery.hand(over: action) { inbox.receive([action]) }
    }
    return delivery.wait(milliseconds: BodyFetcher.patience)
  }

  /// Reads the texts of stories, and the catalogue's rows of these and of their related stories, for later. Only the last
  /// call counts: the texts of other stories are forgotten, except the last one that was fetched.
  func readAhead(_ stories: [StoryIndex], in snapshot: LibrarySnapshot) {
    let (number, shown) = texts.withLock { $0.beginAhead() }
    thread.perform { [self] in
      let library = snapshot.library
      let places = stories.compactMap { story in library.bodyLocation(of: story).map { (story, $0) } }
      texts.withLock { $0.keep(places.map(\.1) + [shown].compactMap { $0 }) }
      for (story, location) in places where texts.withLock({ $0.isLast(number) }) {
        library.loadRows(of: story)
        readAhead(location)
      }
    }
  }

  private func readAhead(_ location: BodyLocation) {
    let (isKnown, age) = texts.withLock { ($0.text(at: location) != nil, $0.age) }
    guard !isKnown, BodyFetcher.isSmall(location.path), let body = try? BodyReader.read(location) else {
      return
    }
    let text = StoryText(body)
    texts.withLock { $0.insert(text, at: location, age) }
  }

  /// Forgets the texts that were read: their files may have changed.
  func forget() { texts.withLock { $0.forget() } }

  /// Whether a path is that of a small file, not of a page in an archive.
  private static func isSmall(_ path: String) -> Bool {
    var status = stat()
    return FileName.withName(path) { stat($0, &status) } == 0 && status.st_size <= mostAhead
  }

  private func read(_ story: StoryIndex, at location: BodyLocation) -> LibraryAnswer {
    // It may have been read ahead since it was requested.
    if let text = texts.withLock({ $0.text(at: location) }) { return .body(story, location, text) }
    do throws(PageFileError) {
      return .body(story, location, StoryText(try BodyReader.read(location)))
    } catch {
      return .noBody(story, location, reason: ErrorMessages.message(error.problem))
    }
  }
}

/// The texts that were read ahead: of the shown story and of those beside it.
private struct NearTexts: Sendable {
  private var texts: [(location: BodyLocation, text: StoryText)] = []
  /// The location of the last one that was fetched.
  private var shown: BodyLocation?
  private var lastAhead = 0
  /// How often the texts were forgotten.
  private(set) var age = 0

  mutating func text(at location: BodyLocation, isShown: Bool = false) -> StoryText? {
    if isShown { shown = location }
    return texts.first { $0.location == location }?.text
  }

  /// Adds a text, unless all have been forgotten since it was requested.
  mutating func insert(_ text: StoryText, at location: BodyLocation, _ age: Int) {
    guard age == self.age else { return }
    texts.append((location, text))
  }

  mutating func keep(_ locations: [BodyLocation]) {
    texts.removeAll { !locations.contains($0.location) }
  }

  mutating func forget() {
    texts = []
    age += 1
  }

  mutating func beginAhead() -> (number: Int, shown: BodyLocation?) {
    lastAhead += 1
    return (lastAhead, shown)
  }

  func isLast(_ ahead: Int) -> Bool { lastAhead == ahead }
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
