import Glibc
import Synchronization

/// Watches folders for changes, without a separate thread and without polling: its descriptor becomes readable.
///
/// No change is missed if a folder is added before it is listed. Of a link to a file, the link is watched, not the
/// file. Changes by other machines on a network file system are not noticed.
public final class FolderWatch: Sendable {
  /// Readable when something has changed; -1 if nothing can be watched, for a reason that `take` returns.
  public let descriptor: Int32
  private let state: Mutex<WatchState>

  /// The size of a read, for about two thousand events.
  private static let bufferSize = 1 << 16
  /// The maximum number of reads in one call, so that a stream of changes does not block the reader.
  private static let readsAtOnce = 64

  /// A watch without any folders.
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

  /// Watches a root: a folder, or one file with any name. A root that does not exist, or is removed, is reported when
  /// it appears; a file with its path as the `name`, in the folder `""`, as in the loader.
  ///
  /// Only the folder's own files are watched; add its subfolders while you list it.
  public func add(root: String) {
    state.withLock { $0.add(root: root) }
  }

  /// Watches the files of one folder, and new folders in it. Call it before the folder is listed, from any thread;
  /// adding a folder again has no effect. A folder is reported by the first path it was added with.
  public func add(folder: String) {
    state.withLock { _ = $0.add(folder) }
  }

  /// The changes since the last call, if any. Never waits.
  ///
  /// New folders are searched for subfolders, which takes some microseconds each.
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

  /// Stops watching. No more changes are reported.
  public func close() {
    state.withLock { $0.close() }
  }
}
