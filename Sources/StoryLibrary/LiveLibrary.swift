/// The library that changes: all that is found in the folders goes in here, and whoever wants to look at it gets a
/// ``LibrarySnapshot``. It has one owner, and nobody else merges or sorts.
public struct LiveLibrary: Sendable {
  private var library = Library()
  private var load: LoadState
  private var number = 0
  private var numberedSince = 0
  private var renumbering: LibrarySnapshot.Renumbering?
  /// What the catalogue has; nil when there is none of this library.
  private var savedRevision: Int?
  /// There is more in the library than in the last snapshot.
  public private(set) var hasNews = false

  /// A library of no stories, for which files are being looked for since a time in seconds since 1970 (UTC).
  public init(began: Int64) {
    load = .loading(LoadProgress(began: began))
  }

  /// The latest snapshot, which lacks what has come since ``publish()``.
  public var snapshot: LibrarySnapshot {
    LibrarySnapshot(
      number: number, library: library, load: load, numberedSince: numberedSince, renumbering: renumbering)
  }

  /// Puts what has come in order, and makes a snapshot of it.
  public mutating func publish() -> LibrarySnapshot {
    if hasNews {
      library.add([])
      number += 1
      hasNews = false
    }
    return snapshot
  }

  /// Gives back the memory of rows that the catalogue has, too, once the snapshots that were made before are gone.
  public mutating func releaseFileMemory() { library.releaseFileMemory() }

  // MARK: Loading

  /// Files are looked for from now on, a time in seconds since 1970 (UTC). What was noticed when folders were listed
  /// before will be noticed again.
  public mutating func beginLoading(at now: Int64) {
    load = .loading(LoadProgress(began: now))
    guard !library.listingProblems.isEmpty else { return }
    library.forgetListingProblems()
    hasNews = true
  }

  /// Takes in what a loader has to say.
  public mutating func receive(_ event: LoadEvent) {
    switch event {
    case .batch(let batch): add(batch)
    case .problems(let problems):
      library.add(problems: problems)
      hasNews = true
    case .found(let files): changeProgress { $0.found = max($0.found, files) }
    case .finished(let isWhole):
      if case .loading(let progress) = load { load = isWhole ? .finished : .stopped(progress) }
    }
  }

  private mutating func add(_ batch: PageBatch) {
    changeProgress { $0.count(batch) }
    guard !batch.changesNothing else { return }
    library.mergeWithoutSorting([batch])
    hasNews = hasNews || batch.changesStories
  }

  private mutating func changeProgress(_ change: (inout LoadProgress) -> Void) {
    guard case .loading(var progress) = load else { return }
    change(&progress)
    load = .loading(progress)
  }

  // MARK: The catalogue

  /// Begins with a library as it was kept in a catalogue, whatever was there before.
  public mutating func open(_ kept: Library) {
    replace(by: kept, nil)
    savedRevision = kept.revision
  }

  /// Begins anew with no stories: what came from the catalogue was not to be trusted.
  public mutating func startOver(at now: Int64) {
    replace(by: Library(), nil)
    (load, savedRevision) = (.loading(LoadProgress(began: now)), nil)
  }

  /// The catalogue has all that is here.
  public var isSaved: Bool { savedRevision == library.revision }

  /// Keeps all that has come in a catalogue, and goes on with the library as it is there: the same in less memory, with
  /// other numbers for its stories.
  ///
  /// Where the page of a story has gone, somebody may still have that story on the screen: then the numbers stay, and
  /// the library in memory goes on.
  /// - Throws: why nothing could be kept; nothing is lost by that.
  public mutating func save(in catalogue: Catalogue) throws(CatalogueError) {
    guard !hasNews, let kept = try catalogue.keep(library) else { return }
    savedRevision = library.revision
    guard kept.numbers.areOfAllStories else { return }
    replace(by: kept.library, LibrarySnapshot.Renumbering(previous: numberedSince, numbers: kept.numbers))
  }

  private mutating func replace(by new: Library, _ renumbering: LibrarySnapshot.Renumbering?) {
    library = new
    (numberedSince, self.renumbering) = (number + 1, renumbering)
    hasNews = true
  }
}
