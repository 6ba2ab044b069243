import Folders

/// Hands over the pages of one archive as they are read, a batch after another: to a library the archive is a folder, and
/// its pages are the files in it.
struct ArchiveBatches {
  private var batch: PageBatch
  private let reading: UInt32
  /// Nobody wants more of it.
  private(set) var isStopped = false

  /// What was known of the archive is gone.
  /// - Parameters:
  ///   - path: of the archive.
  ///   - readings: numbers this reading.
  ///   - deliver: takes a batch, and says whether to go on.
  init(path: String, readings: ReadingCounter, _ deliver: (PageBatch) -> Bool) {
    batch = PageBatch(folder: path)
    batch.addGoneFolder(reading: readings.next())
    reading = readings.next()
    flush(deliver)
  }

  /// - Returns: false when nobody wants more.
  mutating func add(_ page: CaptureReader.Page, name: String, _ deliver: (PageBatch) -> Bool) -> Bool {
    batch.add(page, name: name, reading: reading)
    if batch.pages.count >= LibraryLoader.batchSize { flush(deliver) }
    return !isStopped
  }

  /// The archive has been read to its end.
  mutating func finish(_ stamp: FileStamp, _ deliver: (PageBatch) -> Bool) {
    batch.folderStamp = stamp
    flush(deliver)
  }

  private mutating func flush(_ deliver: (PageBatch) -> Bool) {
    isStopped = !deliver(batch) || isStopped
    batch = PageBatch(folder: batch.folder)
  }
}
