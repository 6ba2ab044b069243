import CLinux
public import Tables

/// The mutable library: its owner adds everything found in the folders and publishes immutable snapshots
/// (``LibrarySnapshot``). Pages are merged and stories sorted only here.
public struct LiveLibrary: Sendable {
  private var library = Library()
  private var load: LoadState
  private var number = 0
  private var numberedSince = 0
  private var renumbering: LibrarySnapshot.Renumbering?
  /// The revision saved in the catalogue; nil if this library has not been saved.
  private var savedRevision: Int?
  /// Whether the library has changed since the last snapshot.
  public private(set) var hasNews = false

  /// Where rows are moved to while pages are loaded, so that the library needs less memory until it is saved; nil to
  /// keep everything in memory.
  public var scratch: ScratchFile?
  /// Whether so much is being loaded that rows were moved.
  public var isLarge: Bool { scratch?.isUsed == true }
  /// How many batches have been merged since rows were moved.
  private var unmovedBatches = 0

  /// An empty library whose loading began at a time in seconds since 1970 (UTC).
  public init(began: Int64) {
    load = .loading(LoadProgress(began: began))
  }

  /// The latest snapshot, without changes made since ``publish()``.
  public var snapshot: LibrarySnapshot {
    LibrarySnapshot(
      number: number, library: library, load: load, numberedSince: numberedSince, renumbering: renumbering)
  }

  /// Sorts new stories and creates a new snapshot.
  public mutating func publish() -> LibrarySnapshot {
    if load == .finished, let scratch {
      move { $0.moveFoundRows(to: scratch) }
      sort()
      move { $0.moveSortedRows(to: scratch) }
      self.scratch = nil
    } else {
      sort()
    }
    return snapshot
  }

  private mutating func sort() {
    guard hasNews else { return }
    library.add([])
    number += 1
    hasNews = false
  }

  /// When all pages of a large library have been loaded, it is saved next, and then its rows are read from its
  /// catalogue.
  private mutating func move(_ move: (inout Library) -> Void) {
    guard isLarge else { return }
    move(&library)
    // Freed chunks stay with malloc otherwise.
    malloc_trim(0)
  }

  /// Frees the memory of rows that are also in the catalogue, once no earlier snapshot uses them.
  public mutating func releaseFileMemory() { library.releaseFileMemory() }

  // MARK: Loading

  /// Begins loading at a time in seconds since 1970 (UTC). Discards the problems found when folders were last listed,
  /// because they will be found again.
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
    unmovedBatches += 1
    if let scratch, unmovedBatches == LiveLibrary.movedBatches {
      library.moveMergedRows(to: scratch)
      unmovedBatches = 0
    }
    hasNews = hasNews || batch.changesStories
  }

  private static let movedBatches = 16

  private mutating func changeProgress(_ change: (inout LoadProgress) -> Void) {
    guard case .loading(var progress) = load else { return }
    change(&progress)
    load = .loading(progress)
  }

  // MARK: The catalogue

  /// Replaces the library with one saved in a catalogue.
  public mutating func open(_ kept: Library) {
    replace(by: kept, nil)
    savedRevision = kept.revision
  }

  /// Starts over without stories, because the catalogue is damaged.
  public mutating func startOver(at now: Int64) {
    replace(by: Library(), nil)
    (load, savedRevision) = (.loading(LoadProgress(began: now)), nil)
  }

  /// Whether the catalogue contains all changes.
  public var isSaved: Bool { savedRevision == library.revision }

  /// Saves the library in a catalogue and continues with the saved one: it has the same contents, uses less memory and
  /// numbers its stories differently.
  ///
  /// If the page of a story has been removed, that story may still be on the screen: then the numbers do not change,
  /// and the library in memory is kept.
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
