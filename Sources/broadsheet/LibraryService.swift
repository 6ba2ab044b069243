import CLinux
import Folders
import Glibc
import StoryLibrary
import Synchronization
import Threads

/// Owns the library, and keeps it in step with its folders and its catalogue: opens what was kept, has the folders looked
/// through for what is new, changed or gone, watches them from then on, and keeps the result.
///
/// The library changes on a thread of its own and nowhere else. Everybody else looks at the snapshots that it publishes.
final class LibraryService: Sendable {
  /// What is told on the library's thread.
  enum Event: Sendable {
    /// There is a new snapshot, or loading has come further.
    case published(LibrarySnapshot)
    /// The folders cannot be watched: whoever wants to know of changes has to look again.
    case cannotWatch(WatchLimit)
    /// What was kept has turned out to be damaged: all pages are being read anew.
    case readsAnew
    /// It is known anew which stories are related.
    case compared
  }

  /// Whom the library is for.
  enum Purpose {
    /// Somebody who reads meanwhile: it is published as it comes and kept when it is whole, and folders are watched.
    case reading
    /// A command that waits for all of it: published once, and kept when the command asks for that.
    case printing
  }

  /// Whoever presses a key while pages are read goes first, and merging what has been read before reading more.
  private static let (loaderNiceness, niceness): (Int32, Int32) = (5, 2)

  /// How long snapshots from before the library was kept may still be looked at, in milliseconds.
  private static let restBeforeTrimming = 1_000

  /// What is read, each file once, by absolute paths.
  let paths: [String]
  private let catalogue: Catalogue
  private let purpose: Purpose
  private let deliver: @Sendable (Event) -> Void
  private let thread = WorkerThread.guarded("library", niceness: LibraryService.niceness)
  private let watch = FolderWatch()
  private let indexer: WordIndexer
  private let related: RelatedIndexer?
  /// Only jobs of the thread lock it, and whoever opens the library before there are any.
  private let owner: Mutex<Owner>
  private let latest: Mutex<LibrarySnapshot>
  private let isUnwatched = Atomic(false)
  private let isReadingChanges = Atomic(false)

  /// What belongs to the library's thread.
  private struct Owner: Sendable {
    var live: LiveLibrary
    var pace = PublicationPace()
    var loader: LibraryLoader?
    /// How many loaders there have been: what an earlier one still has to say does not count.
    var loads = 0
    var readings = ReadingCounter()
    /// The library was opened from the catalogue, which is still to be checked.
    var isUnchecked = false
  }

  /// - Parameters:
  ///   - paths: what is read.
  ///   - catalogue: where it is kept.
  ///   - purpose: whom it is for.
  ///   - program: that finds out which stories are related; nil for none.
  ///   - deliver: is told what happens, on the library's thread.
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

  /// Where the index of the words is, or will be.
  var indexPath: String { catalogue.indexPath }
  /// Where it is, or will be, kept which stories are related.
  var relatedPath: String { catalogue.relatedPath }

  /// The library as it was published last.
  var snapshot: LibrarySnapshot { latest.withLock { $0 } }

  /// The folders cannot be watched: whoever wants to know of changes has to look again.
  var cannotWatch: Bool { isUnwatched.load(ordering: .relaxed) }

  private func perform(_ job: @escaping @Sendable (inout Owner) -> Void) {
    thread.perform { [self] in owner.withLock { job(&$0) } }
  }

  // MARK: Opening and loading

  /// The library as it was kept last, at once and published; nil when there is none. To be called before anything else.
  /// - Parameter verifying: whether to read all of it first, and open nothing that is damaged.
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

  /// Looks through the folders. Files that the library knows are read only if they have changed.
  func load() {
    perform { [self] owner in
      if purpose == .reading { for path in paths { watch.add(root: path) } }
      startLoader(&owner)
      checkCatalogue(&owner)
    }
  }

  /// Looks through the folders again.
  func reload() {
    perform { [self] owner in
      owner.loader?.stop()
      owner.live.beginLoading(at: Int64(time(nil)))
      tell(publish(&owner))
      startLoader(&owner)
    }
  }

  /// Does not wait for the rest of the pages.
  func stopLoading() {
    perform { $0.loader?.stop() }
  }

  func stop() {
    indexer.stop()
    related?.stop()
    stopLoading()
  }

  /// What is known is what the snapshot has, and nothing that another copy of the program has written since.
  private func startLoader(_ owner: inout Owner) {
    owner.loads += 1
    let snapshot = owner.live.snapshot
    let loader = LibraryLoader(
      paths: paths, known: snapshot.number > 0 ? KnownPages(snapshot.library) : nil, readings: owner.readings,
      watch: purpose == .reading ? watch : nil
    ) { [self, number = owner.loads] event in
      perform { [self] in receive(event, ofLoad: number, &$0) }
    }
    owner.loader = loader
    loader.start(niceness: purpose == .reading ? LibraryService.loaderNiceness : 0)
  }

  private func receive(_ event: LoadEvent, ofLoad number: Int, _ owner: inout Owner) {
    guard owner.loads == number else { return }
    owner.live.receive(event)
    guard case .finished(let isWhole) = event else { return publishInTime(&owner) }
    // What it knows of files takes memory.
    owner.loader = nil
    let isToBeSaved = isWhole && purpose == .reading
    tell(publish(&owner))
    if isToBeSaved { save(&owner) }
    // Limits that were met while folders were added wake nobody.
    reportLimits(watch.take(), &owner)
  }

  /// What is shown from a damaged catalogue is to be read anew.
  private func checkCatalogue(_ owner: inout Owner) {
    guard purpose == .reading, owner.isUnchecked else { return }
    owner.isUnchecked = false
    if !owner.live.snapshot.library.isIntact() { readAnew(&owner) }
  }

  /// Begins anew if something that was looked at in the catalogue is not what was written. Costs nothing if it is: to be
  /// called after each look.
  func readAnewIfDamaged() {
    guard snapshot.library.isDamaged else { return }
    perform { [self] owner in
      // It may have been asked for several times before it was done.
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

  /// Publishes the same snapshot once more, without what its stories took of memory that the catalogue has, too.
  func releaseMemory() {
    perform { [self] owner in
      owner.live.releaseFileMemory()
      tell(publish(&owner))
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

  /// What has come is shown now or, soon after something else was, in a while.
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

  /// Readable when something has happened in the folders; -1 while that is being looked at.
  var descriptor: Int32 { isReadingChanges.load(ordering: .acquiring) ? -1 : watch.descriptor }

  /// Reads what has changed in the folders.
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
      // Whoever waits for the descriptor has to look at it again.
      tell(snapshot)
    }
  }

  private func reportLimits(_ news: FolderChanges, _ owner: inout Owner) {
    for limit in news.limits {
      isUnwatched.store(true, ordering: .relaxed)
      deliver(.cannotWatch(limit))
    }
    // More has happened than could be told.
    if news.changes.contains(.overflow) { reload() }
  }

  // MARK: Keeping

  /// Has all stories compared anew: many have come since they were last.
  func compareAnew() {
    perform { [self] owner in related?.update(owner.live.snapshot.library, isChanged: true) }
  }

  /// Keeps the library for the next time, if it is another than was kept last, and waits for that.
  func save() {
    perform { [self] in save(&$0) }
    thread.finish()
  }

  private func save(_ owner: inout Owner) {
    let number = owner.live.snapshot.number
    let isChanged = !owner.live.isSaved
    // A catalogue that cannot be kept makes the next start slower, and nothing else.
    if !owner.live.isSaved { try? owner.live.save(in: catalogue) }
    guard purpose == .reading else { return }
    let snapshot = publish(&owner)
    if snapshot.number != number { tell(snapshot) }
    // What held the library in memory is free when the snapshots before are gone; malloc would keep it.
    thread.perform(at: WorkerThread.now + LibraryService.restBeforeTrimming) { malloc_trim(0) }
    indexer.update(snapshot.library)
    related?.update(snapshot.library, isChanged: isChanged)
  }
}
