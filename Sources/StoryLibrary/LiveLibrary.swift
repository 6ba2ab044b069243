/// The mutable library: its owner adds everything that is found in the folders, and publishes immutable snapshots
/// (``LibrarySnapshot``). Only here are pages merged and stories sorted.
public struct LiveLibrary: Sendable {
  private var library = Library()
  private var load: LoadState
  private var number = 0
  private var numberedSince = 0
  private var renumbering: LibrarySnapshot.Renumbering?
  /// The revision in the catalogue; nil if this library has none.
  private var savedRevision: Int?
  /// Whether the library has changed since the last snapshot.
  public private(set) var hasNews = false

  /// A library without stories that is being loaded since a time in seconds since 1970 (UTC).
  public init(began: Int64) {
    load = .loading(LoadProgress(began: began))
  }

  /// The latest snapshot, without changes since ``publish()``.
  public var snapshot: LibrarySnapshot {
    LibrarySnapshot(
      number: number, library: library, load: load, numberedSince: numberedSince, renumbering: renumbering)
  }

  /// Sorts new stories, and makes a new snapshot.
  public mutating func publish() -> LibrarySnapshot {
    if hasNews {
      library.add([])
      number += 1
      hasNews = false
    }
    return snapshot
  }

  /// Frees the memory of rows that are also in the catalogue, when no earlier snapshot uses them any more.
  public mutating func releaseFileMemory() { library.releaseFileMemory() }

  // MARK: Loading

  /// Loading starts, at a time in seconds since 1970 (UTC). Problems found when folders were listed before will be
  /// found again.
  public mutating func beginLoading(at now: Int64) {
    load = .loading(LoadProgress(began: now))
    guard !library.listingProblems.isEmpty else { return }
    library.forgetListingProblems()
    hasNews = true
  }

  /// Handles an event of a loader.
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

  /// Replaces the library by one that was saved in a catalogue.
  public mutating func open(_ kept: Library) {
    replace(by: kept, nil)
    savedRevision = kept.revision
  }

  /// Starts over without stories, because the catalogue is damaged.
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
  /// - Throws: if it cannot be saved; the library is unchanged then.
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
