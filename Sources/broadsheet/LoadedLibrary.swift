import Configuration
import Dispatch
import Folders
import Glibc
import Marks
import PageFormats
import Queries
import StoryLibrary
import Synchronization

/// A whole library for the commands that print: what was kept, brought up to date on all cores, waited for.
struct LoadedLibrary {
  private(set) var library: Library
  private let catalogue: Catalogue
  private let keptRevision: Int?

  /// - Parameters:
  ///   - paths: what to load.
  ///   - trustsFolders: where no file has come or gone, what was kept is taken as it is: a file that was written to
  ///     in its place is not noticed.
  init(_ paths: [String], trustsFolders: Bool = false) {
    catalogue = .kept(for: paths, by: UserFolders())
    let kept = trustsFolders || catalogue.isIntact() ? catalogue.open() : nil
    keptRevision = kept?.revision
    library = kept ?? Library()
    if trustsFolders, library.hasSameFiles { return }
    // A mapping of its own: this one will change.
    load(paths, known: kept.flatMap { _ in catalogue.open() }.map { KnownPages($0) })
  }

  private mutating func load(_ paths: [String], known: KnownPages?) {
    let arrived = Mutex(Arrived())
    let something = DispatchSemaphore(value: 0)
    let loader = LibraryLoader(paths: paths, known: known) { event in
      let isNews = arrived.withLock { $0.add(event) }
      if isNews { something.signal() }
    }
    loader.start()
    var isFinished = false
    while !isFinished {
      something.wait()
      let news = arrived.withLock { arrived in
        defer { arrived = Arrived() }
        return arrived
      }
      library.mergeWithoutSorting(news.batches)
      library.add(problems: news.problems)
      isFinished = news.isFinished
    }
    library.add([])
  }

  /// Where the index of the words is, if there is one.
  var indexPath: String { catalogue.indexPath }

  /// What a query is asked of, now.
  func scope(_ marks: MarkTable) -> QueryScope {
    QueryScope(library: library, marks: marks, indexPath: indexPath, now: Int64(time(nil)))
  }

  /// Keeps it for the next time, when everything has been printed.
  func keep() {
    guard library.revision != keptRevision else { return }
    // Without it the next time takes longer, and nothing else.
    _ = try? catalogue.keep(library)
  }

  /// What has been read and is not merged yet.
  private struct Arrived: Sendable {
    var batches: [PageBatch] = []
    var problems: [FileProblem] = []
    var isFinished = false

    /// - Returns: whether there is something to do.
    mutating func add(_ event: LoadEvent) -> Bool {
      switch event {
      case .batch(let batch):
        guard !batch.changesNothing else { return false }
        batches.append(batch)
      case .problems(let found): problems += found
      case .found: return false
      case .finished: isFinished = true
      }
      return true
    }
  }

  /// The paths a command is about: those given, else the configured ones, else the samples.
  static func paths(_ given: [String], settings: Settings) -> [String] {
    guard given.isEmpty else { return given }
    return settings.folders.isEmpty ? [SharedFiles().samples] : settings.folders
  }

  /// Says on standard error what could not be read, and which paths are not there at all.
  static func complain(about library: Library) -> Bool {
    let serious = library.problems.filter { problem in
      if case .page = problem.reason { false } else { !problem.isHarmless }
    }
    for problem in serious { Output.complain(ErrorMessages.prose(problem)) }
    return !serious.isEmpty
  }

  /// The marks for printing; none, with a warning, when they cannot be read.
  static func marks(_ settings: Settings) -> MarkTable {
    do throws(MarkError) {
      return try OpenedMarks(UserFolders().marks, syncFolder: settings.syncFolder).table
    } catch {
      Output.complain("marks are not shown: " + ErrorMessages.prose(error))
      return MarkTable()
    }
  }
}

extension Catalogue {
  /// The catalogue of some paths. What this very program keeps no other version reads: its rules may differ.
  static func kept(for paths: [String], by user: UserFolders) -> Catalogue {
    Catalogue(in: user.cache, of: paths, program: FileStamp(path: "/proc/self/exe") ?? .unknown)
  }
}
