import Glibc
import Synchronization

/// Tells what happens in folders while somebody reads, with no thread of its own and no looking again and
/// again: a descriptor becomes readable.
///
/// Nothing is missed when a folder is added before it is listed. Of files that links lead to, the link is
/// watched and not the file; what other machines write on a shared disk is not seen.
public final class FolderWatch: Sendable {
  /// Readable when something has happened; -1 when nothing can be watched at all, which `take` gives the
  /// reason for.
  public let descriptor: Int32
  private let state: Mutex<WatchState>

  /// Read at once: some two thousand events.
  private static let bufferSize = 1 << 16
  /// Somebody who writes without an end does not keep the reader waiting: the rest is taken next time.
  private static let readsAtOnce = 64

  /// Watches nothing yet.
  public convenience init() {
    self.init(kernel: WatchKernel())
  }

  init(kernel: WatchKernel) {
    descriptor = kernel.open()
    state = Mutex(WatchState(kernel: kernel, descriptor: descriptor, error: errno))
  }

  deinit {
    close()
  }

  /// Watches what the reader has asked for: a folder, or one file whatever its name. A root that is not there,
  /// or goes and comes again, is reported when it comes; a file as a `name` in no folder (`""`), as the loader
  /// has it.
  ///
  /// Of a folder, its own files are watched; those below are added by whoever lists it.
  public func add(root: String) {
    state.withLock { $0.add(root: root) }
  }

  /// Watches the files of one folder, and what folders come into it. To be called before the folder is listed,
  /// from any thread; once more does no harm. A folder is reported as the first path that led to it.
  public func add(folder: String) {
    state.withLock { _ = $0.add(folder) }
  }

  /// All that has happened since the last time, which may be nothing. Never waits.
  ///
  /// New folders are looked through for folders below them: some microseconds each.
  public func take() -> FolderChanges {
    state.withLock { state in
      withUnsafeTemporaryAllocation(byteCount: FolderWatch.bufferSize, alignment: 8) { buffer in
        for _ in 0..<FolderWatch.readsAtOnce {
          let count = state.isOpen ? read(descriptor, buffer.baseAddress, buffer.count) : 0
          guard count > 0 else { break }
          let events = WatchEvent.decode(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
          guard state.take(events) else { break }
        }
      }
      return state.takeChanges()
    }
  }

  /// Ends watching. Nothing is reported any more.
  public func close() {
    state.withLock { $0.close() }
  }
}
