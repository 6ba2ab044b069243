import Folders
import Reader
import StoryLibrary
import Synchronization

/// Keeps the library in step with its folders and with the catalogue: opens what was kept, has the folders looked
/// through for what is new, changed or gone, watches them from then on, and keeps the result. What it finds arrives
/// in the inbox.
final class LibraryService: Sendable {
  /// Whoever presses a key while pages are read goes first.
  private static let niceness: Int32 = 5

  /// What is read.
  let paths: [String]
  private let catalogue: Catalogue
  private let inbox: Inbox
  private let thread = WorkerThread(name: "library")
  private let watch = FolderWatch()
  private let indexer: WordIndexer
  private let state = Mutex(State())

  private struct State {
    var loader: LibraryLoader?
    /// Of the library that the catalogue has.
    var keptRevision: Int?
    var readings = ReadingCounter()
    var cannotWatch = false
    /// The loader that counts; what an earlier one still has to say does not.
    var loads = 0
    /// What was loaded with a damaged catalogue is never kept.
    var isDamaged = false
    var damages = 0
  }

  init(paths: [String], catalogue: Catalogue, inbox: Inbox) {
    self.paths = paths
    self.catalogue = catalogue
    self.inbox = inbox
    indexer = WordIndexer(catalogue: catalogue)
  }

  /// Where the index of the words is, or will be.
  var indexPath: String { catalogue.indexPath }

  /// Readable when something has happened in the folders.
  var descriptor: Int32 { watch.descriptor }

  /// The folders cannot be watched: whoever wants to know of changes has to look again.
  var cannotWatch: Bool { state.withLock { $0.cannotWatch } }

  /// The library as it was kept last, at once.
  func open() -> Library? {
    guard let library = catalogue.open() else { return nil }
    state.withLock { state in
      state.keptRevision = library.revision
      state.readings = ReadingCounter(after: library.lastReading)
    }
    return library
  }

  /// Looks through the folders, in the background. Files that the catalogue knows are read only if they have
  /// changed.
  func load() {
    thread.perform { [self] in
      for path in paths { watch.add(root: path) }
      // A mapping of its own: the one that is shown will change.
      start(known: catalogue.open().map { KnownPages($0) })
      checkCatalogue()
    }
  }

  /// Looks through the folders again, for all that is not yet in a library.
  func reload(_ library: Library) {
    stopLoading()
    let isKept = state.withLock { $0.keptRevision == library.revision }
    thread.perform { [self] in
      start(known: KnownPages(isKept ? catalogue.open() ?? library : library))
    }
  }

  func stop() {
    indexer.stop()
    stopLoading()
  }

  /// Does not wait for the rest of the pages.
  func stopLoading() {
    state.withLock { $0.loader }?.stop()
  }

  private func start(known: KnownPages?) {
    let loader = state.withLock { state in
      state.loads += 1
      let loader = LibraryLoader(paths: paths, known: known, readings: state.readings, watch: watch) {
        [self, number = state.loads] event in receive(event, ofLoad: number)
      }
      state.loader = loader
      return loader
    }
    loader.start(niceness: LibraryService.niceness)
  }

  private func receive(_ event: LoadEvent, ofLoad number: Int) {
    guard state.withLock({ $0.loads == number }) else { return }
    inbox.receive(event)
    // What it knows of files takes memory.
    if case .finished = event { state.withLock { $0.loader = nil } }
  }

  /// What is shown from a damaged catalogue is to be read anew.
  private func checkCatalogue() {
    guard state.withLock({ $0.keptRevision != nil }), !catalogue.isIntact() else { return }
    stopLoading()
    catalogue.remove()
    state.withLock { $0.isDamaged = true }
    inbox.receiveStartOver()
  }

  /// The damaged library is not shown any more.
  func loadAnew() {
    state.withLock { state in
      (state.keptRevision, state.isDamaged) = (nil, false)
      state.damages += 1
    }
    thread.perform { [self] in start(known: nil) }
  }

  /// Reads what has changed in the folders.
  func takeChanges() {
    // What has happened is taken at once, or the descriptor would go on waking whoever waits for it.
    let news = watch.take()
    for limit in news.limits { take(limit) }
    if news.changes.contains(.overflow) { inbox.receiveOverflow() }
    guard !news.changes.isEmpty else { return }
    thread.perform { [self] in
      var reader = ChangeReader(readings: state.withLock { $0.readings })
      reader.read(news.changes) { inbox.receive(.batch($0)) }
    }
  }

  private func take(_ limit: WatchLimit) {
    state.withLock { $0.cannotWatch = true }
    inbox.receive([.warning("Changes are looked for now and then: " + ErrorMessages.prose(limit))])
  }

  /// Keeps a library in the background, if it is another than was kept last, and its words.
  func keep(_ live: inout LiveLibrary) {
    guard state.withLock({ !$0.isDamaged }) else { return }
    // A catalogue that cannot be kept makes the next start slower, and nothing else.
    if !live.isSaved { try? live.save(in: catalogue) }
    state.withLock { $0.keptRevision = live.snapshot.library.revision }
    indexer.update()
  }
}
