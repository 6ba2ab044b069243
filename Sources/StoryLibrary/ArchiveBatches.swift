import Folders

/// Delivers the pages of an archive in batches as they are read. A library treats the archive as a folder and its pages
/// as files in it.
struct ArchiveBatches {
  private var batch: PageBatch
  private let reading: UInt32
  /// The receiver wants no more batches.
  private(set) var isStopped = false

  /// Begins by removing what was known about the archive.
  /// - Parameters:
  ///   - path: the path of the archive.
  ///   - readings: numbers this reading.
  ///   - deliver: receives a batch and returns whether to continue.
  init(path: String, readings: ReadingCounter, _ deliver: (PageBatch) -> Bool) {
    batch = PageBatch(folder: path)
    batch.addGoneFolder(reading: readings.next())
    reading = readings.next()
    flush(deliver)
  }

  /// - Returns: false if the receiver wants no more batches.
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
