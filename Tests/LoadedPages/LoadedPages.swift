import Dispatch
public import Folders
public import StoryLibrary
import Synchronization

extension Library {
  /// The pages of a folder, for tests: waits until all are loaded.
  /// - Parameters:
  ///   - folder: with the pages.
  ///   - clock: tells the time by which files have settled or not.
  public init(ofPagesIn folder: String, clock: @escaping @Sendable () -> Int? = FileStamp.systemClock) {
    let batches = Mutex<[PageBatch]>([])
    let done = DispatchSemaphore(value: 0)
    let loader = LibraryLoader(paths: [folder], clock: clock) { event in
      switch event {
      case .batch(let batch): batches.withLock { $0.append(batch) }
      case .finished: done.signal()
      case .problems, .found: break
      }
    }
    loader.start()
    done.wait()
    self.init()
    add(batches.withLock { $0 })
  }
}
