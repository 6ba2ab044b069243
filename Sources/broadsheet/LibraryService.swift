import CLinux
import Folders
import Glibc
import StoryLibrary
import Synchronization
import Threads

/// Owns the library and keeps it up to date with its folders: opens the catalogue, scans the folders for new, changed
/// and removed files, then watches them, and saves the result.
///
/// Only its own thread changes the library. All other code uses the snapshots that it publishes.
final class LibraryService: Sendable {
  /// An event, delivered on the library's thread.
  enum Event: Sendable {
    /// A new snapshot was published, or loading has progressed.
    case published(LibrarySnapshot)
    /// The folders cannot be watched; they have to be scanned again to detect changes.
    case cannotWatch(WatchLimit)
    /// The catalogue is damaged: all pages are being read again.
    case readsAnew
    /// The index of related stories has been updated.
    case compared
  }

  /// What the library is used for.
  enum Purpose {
    /// For the reader: published while it is being loaded, saved when it is complete, with its folders watched.
    case reading
    /// For a command that waits until it is complete: published once, and saved on request.
    case printing
  }

  /// Keys have priority over merging, and merging over reading.
  private static let (loaderNiceness, niceness): (Int32, Int32) = (7, 5)

  /// How long snapshots from before a save may still be in use, in milliseconds.
  private static let restBeforeTrimming = 1_000

  /// The absolute paths of the folders and files to read.
  let paths: [String]
  private let catalogue: Catalogue
  private let purpose: Purpose
  private let deliver: @Sendable (Event) -> Void
  private let thread = WorkerThread.guarded("library", niceness: LibraryService.niceness)
  private let watch = FolderWatch()
  private let indexer: WordIndexer
  private let related: RelatedIndexer?
  /// Locked by the jobs of the thread, and by `open` before there are any jobs.
  private let owner: Mutex<Owner>
  private let latest: Mutex<LibrarySnapshot>
  private let isUnwatched = Atomic(false)
  private let isReadingChanges = Atomic(false)

  /// The state of the library's thread.
  private struct Owner: Sendable {
    var live: LiveLibrary
    var pace = PublicationPace()
    var loader: LibraryLoader?
    /// The number of loaders so far; events of earlier loaders are ignored.
    var loads = 0
    var readings = ReadingCounter()
    /// The library was opened from the catalogue, which has not been verified yet.
    var isUnchecked = false
  }

  /// - Parameters:
  ///   - paths: the folders and files to read.
  ///   - catalogue: the catalogue in which the library is saved.
  ///   - purpose: what the library is used for.
  ///   - program: the program that updates the index of related stories; nil for none.
  ///   - deliver: receives the events, on the library's thread.
  init(
    paths: [String], catalogue: Catalogue, for purpose: Purpose, program: String? = nil,
    deliver: @escaping @Sendable (Event) -> Void
  ) {
    (self.catalogue, self.purpose, self.deliver) = (catalogue, purpose, deliver)
    self.paths = RootPaths.canonical(paths)
    let live = LiveLibrary(began: Int64(time(nil)))
    latest = Mutex(live.snapshot)
    owner = Mutex(Owner(live: live))
    indexer = WordIndexer(indexPath: catalogue.indexPath)
    related = program.map { [folders = self.paths] program in
      RelatedIndexer(program: program, path: catalogue.relatedPath, folders: folders) { deliver(.compared) }
    }
  }

  /// The path of the word index, which may not exist yet.
  var indexPath: String { catalogue.indexPath }
  /// The path of the index of related stories, which may not exist yet.
  var relatedPath: String { catalogue.relatedPath }

  /// The latest published snapshot.
  var snapshot: LibrarySnapshot { latest.withLock { $0 } }

  /// Whether folders cannot be watched, so that they have to be scanned again to detect changes.
  var cannotWatch: Bool { isUnwatched.load(ordering: .relaxed) }

  private func perform(_ job: @escaping @Sendable (inout Owner) -> Void) {
    thread.perform { [self] in owner.withLock { job(&$0) } }
  }

  // MARK: Opening and loading

  /// Opens and publishes the library as it was last saved; nil if it has not been saved. Call it before anything else.
  /// - Parameter verifying: whether to verify all of it first, and open nothing that is damaged.
  /// - Returns: its first snapshot.
  func open(verifying: Bool = false) -> LibrarySnapshot? {
    guard let library = catalogue.open(verifying: verifying) else { return nil }
    return owner.withLock { owner in
      owner.live.open(library)
      owner.readings = ReadingCounter(after: library.lastReading)
      owner.isUnchecked = true
      return publish(&owner)
    }
  }

  /// Scans the folders. Known files are only read again if they have changed.
  func load() {
    perform { [self] owner in
      if purpose == .reading { for path in paths { watch.add(root: path) } }
      startLoader(&owner)
      checkCatalogue(&owner)
    }
  }

  /// Scans the folders again.
  func reload() {
    perform { [self] owner in
      owner.loader?.stop()
      owner.live.beginLoading(at: Int64(time(nil)))
      tell(publish(&owner))
      startLoader(&owner)
    }
  }

  /// Stops loading the remaining pages.
  func stopLoading() {
    perform { $0.loader?.stop() }
  }

  func stop() {
    indexer.stop()
    related?.stop()
    stopLoading()
  }

  /// Known files are those of the snapshot, not those that another copy of the program has saved since.
  private func startLoader(_ owner: inout Owner) {
    owner.loads += 1
    owner.live.scratch = catalogue.scratchFile()
    let snapshot = owner.live.snapshot
    let loader = LibraryLoader(
      paths: paths, known: snapshot.number > 0 ? KnownPages(snapshot.library) : nil, readings: owner.readings,
      watch: purpose == .reading ? watch : nil
    ) { [self, number = owner.loads] event in
      perform { [self] in receive(event, ofLoad: number, &$0) }
    }
    owner.loader = loader
    // Much of the program was only needed for the first screen.
    linux_release_program()
    loader.start(niceness: purpose == .reading ? LibraryService.loaderNiceness : 0)
  }

  private func receive(_ event: LoadEvent, ofLoad number: Int, _ owner: inout Owner) {
    guard owner.loads == number else { return }
    owner.live.receive(event)
    guard case .finished(let isWhole) = event else { return publishInTime(&owner) }
    // Frees its memory.
    owner.loader = nil
    let isToBeSaved = isWhole && purpose == .reading
    tell(publish(&owner))
    if isToBeSaved { save(&owner) }
    // The descriptor does not signal limits that were reached while folders were added.
    reportLimits(watch.take(), &owner)
  }

  /// Reads all pages again if the catalogue is damaged.
  private func checkCatalogue(_ owner: inout Owner) {
    guard purpose == .reading, owner.isUnchecked else { return }
    owner.isUnchecked = false
    if !owner.live.snapshot.library.isIntact() { readAnew(&owner) }
  }

  /// Starts over if a part of the catalogue that was read turned out to be damaged. Free of cost otherwise: call it
  /// after each access.
  func readAnewIfDamaged() {
    guard snapshot.library.isDamaged else { return }
    perform { [self] owner in
      // It may have been requested several times before it was done.
      if owner.live.snapshot.library.isDamaged { readAnew(&owner) }
    }
  }

  private func readAnew(_ owner: inout Owner) {
    owner.loader?.stop()
    catalogue.remove()
    owner.live.startOver(at: Int64(time(nil)))
    tell(publish(&owner))
    deliver(.readsAnew)
    startLoader(&owner)
  }

  /// Publishes the same snapshot again, without keeping rows in memory that are also in the catalogue, except those of
  /// some stories: the terminal's thread would read them again at once.
  func releaseMemory(except stories: [StoryIndex]) {
    perform { [self] owner in
      owner.live.releaseFileMemory()
      let snapshot = publish(&owner)
      for story in stories { _ = snapshot.library[story] }
      tell(snapshot)
    }
  }

  // MARK: Publishing

  private func publish(_ owner: inout Owner) -> LibrarySnapshot {
    let start = WorkerThread.now
    let snapshot = owner.live.publish()
    owner.pace.published(from: start, to: WorkerThread.now)
    latest.withLock { $0 = snapshot }
    return snapshot
  }

  private func tell(_ snapshot: LibrarySnapshot) { deliver(.published(snapshot)) }

  /// Publishes changes now, or after a short time if others have just been published.
  private func publishInTime(_ owner: inout Owner) {
    guard purpose == .reading, owner.live.hasNews || owner.loader != nil else { return }
    let time = owner.pace.time(hasNews: owner.live.hasNews)
    if time <= WorkerThread.now {
      tell(publish(&owner))
    } else {
      thread.perform(at: time) { [self] in self.owner.withLock { publishInTime(&$0) } }
    }
  }

  // MARK: Changes in the folders

  /// Readable when the folders have changed; -1 while changes are being read.
  var descriptor: Int32 { isReadingChanges.load(ordering: .acquiring) ? -1 : watch.descriptor }

  /// Reads the changed files.
  func readChanges() {
    isReadingChanges.store(true, ordering: .relaxed)
    perform { [self] owner in
      let news = watch.take()
      reportLimits(news, &owner)
      var reader = ChangeReader(readings: owner.readings, roots: paths)
      reader.read(news.changes) { batch in
        owner.live.receive(.batch(batch))
        publishInTime(&owner)
      }
      isReadingChanges.store(false, ordering: .releasing)
      // Wakes the event loop, so that it waits for the descriptor again.
      tell(snapshot)
    }
  }

  private func reportLimits(_ news: FolderChanges, _ owner: inout Owner) {
    for limit in news.limits {
      isUnwatched.store(true, ordering: .relaxed)
      deliver(.cannotWatch(limit))
    }
    // There were more changes than can be reported.
    if news.changes.contains(.overflow) { reload() }
  }

  // MARK: Saving

  /// Starts comparing all stories again, because many have been added since the last comparison.
  func compareAnew() {
    perform { [self] owner in related?.update(owner.live.snapshot.library, isChanged: true) }
  }

  /// Saves the library if it has changed since it was last saved, and waits until it is saved.
  func save() {
    perform { [self] in save(&$0) }
    thread.finish()
  }

  private func save(_ owner: inout Owner) {
    let number = owner.live.snapshot.number
    let isChanged = !owner.live.isSaved
    // If the catalogue cannot be saved, only the next start is slower.
    if !owner.live.isSaved { try? owner.live.save(in: catalogue) }
    let snapshot = publish(&owner)
    guard purpose == .reading else { return }
    if snapshot.number != number { tell(snapshot) }
    // The memory of the old library is freed with the earlier snapshots, but malloc would keep it.
    thread.perform(at: WorkerThread.now + LibraryService.restBeforeTrimming) { malloc_trim(0) }
    indexer.update(snapshot.library)
    related?.update(snapshot.library, isChanged: isChanged)
  }
}
