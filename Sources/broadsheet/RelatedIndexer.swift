import Glibc
import StoryLibrary
import Subprocess
import Synchronization
import Understanding

/// Brings up to date in the background which stories of a library are related: in a process of its own, so that nothing of
/// what that needs stays in the reader's memory.
final class RelatedIndexer: Sendable {
  /// Behind everything else that wants the processor.
  static let niceness: Int32 = 15

  private let program: String
  private let path: String
  private let folders: [String]
  private let whenDone: @Sendable () -> Void
  private let running = Mutex(Running())

  private struct Running: Sendable {
    var program: PipedProgram?
    var isStopped = false
    /// Something has changed since the program began.
    var isWanted = false
  }

  /// - Parameters:
  ///   - program: that has the command `index`.
  ///   - path: of the index.
  ///   - folders: what the library is of.
  ///   - whenDone: is told, on some thread, that there is another index.
  init(program: String, path: String, folders: [String], whenDone: @escaping @Sendable () -> Void) {
    (self.program, self.path, self.folders, self.whenDone) = (program, path, folders, whenDone)
  }

  /// Begins, unless the index knows all stories already.
  /// - Parameters:
  ///   - library: as it has been kept.
  ///   - isChanged: it has changed since it was kept last.
  func update(_ library: Library, isChanged: Bool) {
    if !isChanged, RelatedIndex(path: path)?.storyCount == library.order.count { return }
    running.withLock { running in
      if running.program != nil { running.isWanted = true } else { start(&running) }
    }
  }

  /// Gives up: what was read so far is read again the next time.
  func stop() {
    running.withLock { running in
      running.isStopped = true
      running.program?.cancel()
    }
  }

  private func start(_ running: inout Running) {
    guard !running.isStopped else { return }
    running.isWanted = false
    let call = ProgramCall([program, "index", "--background", "--"] + folders)
    running.program = PipedProgram.start(call, input: []) { [self] _ in
      self.running.withLock { running in
        running.program = nil
        if running.isWanted { start(&running) }
      }
      whenDone()
    }
  }

  /// This program; nil where the system does not tell.
  static let thisProgram: String? = {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(validatingCString: path)
  }()
}
