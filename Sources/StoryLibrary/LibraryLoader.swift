import Dispatch
public import Folders
import Glibc
import Synchronization
import Text
import Threads

/// What a loader reports, on its own threads.
public enum LoadEvent: Sendable {
  /// Some pages. Batches arrive in no particular order.
  case batch(PageBatch)
  /// Unreadable folders and skipped files.
  case problems([FileProblem])
  /// How many files have been found so far.
  case found(files: Int)
  /// The last event. `isWhole`: all files were read, and loading was not stopped.
  case finished(isWhole: Bool)
}

/// Finds and reads the pages of some folders on all cores, and delivers them as they are read.
///
/// Threads share one list of work: folders to list and files to read.
public final class LibraryLoader: Sendable {
  /// Folders are read recursively; a path to a file is read whatever its name.
  public let paths: [String]
  private let work = Mutex(WorkList())
  /// Counts the pending pieces of work; at the end each thread that finishes wakes the next one.
  private let available = DispatchSemaphore(value: 0)
  private let known: KnownPages?
  private let readings: ReadingCounter
  private let watch: FolderWatch?
  private let clock: @Sendable () -> Int?
  private let deliver: @Sendable (LoadEvent) -> Void

  /// The number of files in a batch: small enough to show the first ones at once, large enough to make the overhead
  /// negligible.
  static let batchSize = 64

  /// A loader that has not been started. `deliver` is called on several threads concurrently.
  /// - Parameters:
  ///   - paths: what to load.
  ///   - known: files that are reread only if they have changed; those that no longer exist are reported at the end.
  ///   - readings: shared by all loaders whose pages go into one library.
  ///   - watch: called with each folder before it is listed.
  ///   - clock: seconds since 1970 (UTC), to know which files have settled (see ``Folders/FileStamp``).
  ///   - deliver: receives the events.
  public init(
    paths: [String], known: KnownPages? = nil, readings: ReadingCounter? = nil, watch: FolderWatch? = nil,
    clock: @escaping @Sendable () -> Int? = FileStamp.systemClock,
    deliver: @escaping @Sendable (LoadEvent) -> Void
  ) {
    self.paths = paths
    self.known = known
    self.readings = readings ?? ReadingCounter(after: known?.lastReading ?? 0)
    self.watch = watch
    self.clock = clock
    self.deliver = deliver
  }

  /// Starts loading and returns at once. `finished` is the last event.
  /// - Parameters:
  ///   - threads: the number of threads; nil for one per core.
  ///   - niceness: the niceness of the threads, as in nice(1).
  public func start(threads: Int? = nil, niceness: Int32 = 0) {
    let threads = max(1, threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    for path in paths { push(path) }
    let isIdle = work.withLock { list in
      list.workers = threads
      return list.unfinished == 0
    }
    if isIdle { push(.files(folder: nil, names: PackedNames([]))) }
    var started = 0
    for number in 1...threads {
      do throws(ThreadError) {
        try SystemThread.start(name: "loader", niceness: niceness) { self.run() }
        started += 1
      } catch {
        // If no thread can be started, the caller does all the work.
        if number == threads, started == 0 { run() } else { leave() }
      }
    }
  }

  /// Stops after the files that are being read; `finished` still comes.
  public func stop() {
    work.withLock { $0.isStopped = true }
  }

  private func push(_ path: String) {
    var status = stat()
    if FileName.withName(path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR {
      push(.folder(path))
    } else {
      push(.files(folder: nil, names: PackedNames([path])))
    }
  }

  private func push(_ piece: WorkList.Piece) {
    work.withLock { $0.add(piece) }
    available.signal()
  }

  private func run() {
    var reader = CaptureReader(clock: clock)
    while let piece = next() {
      switch piece {
      case .folder(let path): look(into: path)
      case .files(let folder, let names): read(names.all, in: folder, reader: &reader)
      }
      finishPiece()
    }
    leave()
  }

  private func leave() {
    let isLast = work.withLock { list in
      list.workers -= 1
      return list.workers == 0
    }
    if isLast { finish() } else { available.signal() }
  }

  private func finish() {
    let isWhole = work.withLock { !$0.isStopped }
    if isWhole, let known {
      for batch in known.unseen() { deliver(.batch(batch)) }
    }
    deliver(.finished(isWhole: isWhole))
  }

  /// The next piece of work. Waits while other threads may still add some; nil at the end.
  private func next() -> WorkList.Piece? {
    available.wait()
    return work.withLock { $0.take() }
  }

  private func finishPiece() {
    let isDone = work.withLock { list in
      list.unfinished -= 1
      return list.unfinished == 0
    }
    if isDone { available.signal() }
  }

  private func look(into path: String) {
    watch?.add(folder: path)
    guard let folder = OpenFolder(path: path) else {
      deliver(.problems([FileProblem(path: path, reason: .file(.unreadableFolder(errno: errno)))]))
      return
    }
    guard let identity = FolderIdentity(folder.descriptor) else { return }
    let isNew = work.withLock { $0.seen.insert(identity).inserted }
    guard isNew else {
      deliver(.problems([FileProblem(path: path, reason: .file(.folderReadAlready))]))
      return
    }
    var batch = PageBatch(folder: path)
    batch.folderStamp = FileStamp(folder: folder.descriptor)
    deliver(.batch(batch))
    let rest = PageFinder(folder: folder).list(chunk: LibraryLoader.batchSize) { add($0, in: folder) }
    if !rest.files.isEmpty { add(rest.files, in: folder) }
    if !rest.problems.isEmpty {
      deliver(.problems(rest.problems.map { FileProblem(path: $0.path, reason: .file($0.error)) }))
    }
    for name in rest.folders { push(.folder(folder.path(of: name))) }
  }

  private func add(_ names: [String], in folder: OpenFolder) {
    let found = work.withLock { list in
      list.found += names.count
      return list.found
    }
    deliver(.found(files: found))
    push(.files(folder: folder, names: PackedNames(names)))
  }

  /// - Returns: false if loading was stopped.
  private func deliverPart(_ batch: PageBatch) -> Bool {
    deliver(.batch(batch))
    return work.withLock { !$0.isStopped }
  }

  private func read(_ names: [String], in folder: OpenFolder?, reader: inout CaptureReader) {
    guard !names.isEmpty else { return }
    let knownFolder = known?.folder(folder?.path ?? "")
    var seen: [UInt32] = []
    var batch = PageBatch(folder: folder?.path ?? "")
    for name in names {
      let file = knownFolder.flatMap { known?.file(name, in: $0) }
      if let file, reader.stamp(of: name, in: folder) == file.stamp {
        batch.addUnchanged()
      } else if !batch.read(name, in: folder, readings: readings, reader: &reader, deliver: deliverPart) {
        continue
      }
      if let file { seen += known?.pages(of: file) ?? [] }
    }
    known?.markSeen(seen)
    deliver(.batch(batch))
  }
}

extension PageBatch {
  /// Reads a file into the batch; the pages of an archive are delivered in separate batches.
  /// - Parameters:
  ///   - name: the name of the file.
  ///   - folder: its folder; nil if `name` is a whole path.
  ///   - readings: numbers this reading.
  ///   - reader: reads the file.
  ///   - deliver: receives a batch of an archive and returns whether to continue.
  /// - Returns: whether the current contents of the file are known.
  mutating func read(
    _ name: String, in folder: OpenFolder?, readings: ReadingCounter, reader: inout CaptureReader,
    deliver: (PageBatch) -> Bool
  ) -> Bool {
    let reading = readings.next()
    let path = path(of: name)
    var archive: ArchiveBatches?
    let result = reader.read(name, in: folder) { page in
      guard let nameInArchive = page.nameInArchive else {
        add(page, name: name, reading: reading)
        return true
      }
      if archive == nil { archive = ArchiveBatches(path: path, readings: readings, deliver) }
      return archive?.add(page, name: nameInArchive, deliver) ?? false
    }
    switch result {
    case .success(let file):
      guard file.isArchive else { break }
      var pages = archive ?? ArchiveBatches(path: path, readings: readings, deliver)
      // Nothing is known about an archive that was not read to its end.
      if pages.isStopped { return false }
      pages.finish(file.stamp, deliver)
      addArchive(file, name: name, reading: reading)
    case .failure(let failure):
      guard failure.stamp != .unknown, let problem = ProblemRecord(.file(failure.error)) else {
        addProblem(.file(failure.error), name: name)
        return false
      }
      add(problem, name: name, stamp: failure.stamp, reading: reading)
    }
    return true
  }
}

/// The names of files waiting to be read, stored consecutively: a folder can contain millions, and an array of strings
/// takes four times the memory.
private struct PackedNames {
  /// The names, each followed by a zero byte, which no name contains.
  private let bytes: [UInt8]

  init(_ names: [String]) { bytes = names.flatMap { Array($0.utf8) + [0] } }

  var all: [String] { bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
}

/// The pending work, shared by the loader's threads.
private struct WorkList {
  enum Piece {
    case folder(String)
    case files(folder: OpenFolder?, names: PackedNames)
  }

  private var folders: [Piece] = []
  private var files: [Piece] = []
  /// Pieces waiting or being worked on; at 0 everything is done.
  var unfinished = 0
  var workers = 0
  var found = 0
  var isStopped = false
  var seen: Set<FolderIdentity> = []

  mutating func add(_ piece: Piece) {
    switch piece {
    case .folder: folders.append(piece)
    case .files: files.append(piece)
    }
    unfinished += 1
  }

  /// Files come before folders, so that pages already found are shown before more are searched for.
  mutating func take() -> Piece? {
    isStopped ? nil : files.popLast() ?? folders.popLast()
  }
}
