import Glibc
import StoryLibrary
import Subprocess
import Synchronization
import Understanding

/// Updates the index of related stories in the background, in a separate process, so that its memory is released when
/// it is done.
final class RelatedIndexer: Sendable {
  /// A lower priority than everything else.
  static let niceness: Int32 = 15

  private let program: String
  private let path: String
  private let folders: [String]
  private let whenDone: @Sendable () -> Void
  private let running = Mutex(Running())

  private struct Running: Sendable {
    var program: PipedProgram?
    var isStopped = false
    /// The library has changed since the program started.
    var isWanted = false
  }

  /// - Parameters:
  ///   - program: the path of a program with the command `index`.
  ///   - path: the path of the index.
  ///   - folders: the folders of the library.
  ///   - whenDone: called on another thread after the index has been updated.
  init(program: String, path: String, folders: [String], whenDone: @escaping @Sendable () -> Void) {
    (self.program, self.path, self.folders, self.whenDone) = (program, path, folders, whenDone)
  }

  /// Starts to update the index, unless it is complete.
  /// - Parameters:
  ///   - library: the library as it was saved.
  ///   - isChanged: whether it has changed since the previous save.
  func update(_ library: Library, isChanged: Bool) {
    if !isChanged, RelatedIndex(path: path)?.storyCount == library.order.count { return }
    running.withLock { running in
      if running.program != nil { running.isWanted = true } else { start(&running) }
    }
  }

  /// Stops an update; the next one starts over.
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

  /// The path of this program; nil if it is unknown.
  static let thisProgram: String? = {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(validatingCString: path)
  }()
}
