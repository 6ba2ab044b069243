import Configuration
import Dispatch
import Folders
import Glibc
import Marks
import PageFormats
import Queries
import StoryLibrary
import Understanding

/// A whole library for the commands that print: its catalogue, brought up to date on all cores.
struct LoadedLibrary {
  let library: Library
  private let service: LibraryService
  private let catalogue: Catalogue

  /// - Parameters:
  ///   - paths: the folders and files to load.
  ///   - trustsFolders: use the catalogue as it is if no file was added or removed; files that were changed in place
  ///   are not detected.
  init(_ paths: [String], trustsFolders: Bool = false) {
    let isLoaded = DispatchSemaphore(value: 0)
    catalogue = Catalogue.kept(for: paths, by: UserFolders())
    service = LibraryService(paths: paths, catalogue: catalogue, for: .printing) { event in
      if case .published(let snapshot) = event, snapshot.load.progress == nil { isLoaded.signal() }
    }
    let saved = service.open(verifying: !trustsFolders)
    if trustsFolders, let saved, saved.library.hasSameFiles {
      library = saved.library
      return
    }
    service.load()
    isLoaded.wait()
    library = service.snapshot.library
  }

  /// The library loaded again if the catalogue turned out to be damaged, otherwise nil. Call it after everything to be
  /// printed has been read.
  func replacementIfDamaged(_ paths: [String]) -> LoadedLibrary? {
    guard library.isDamaged else { return nil }
    catalogue.remove()
    return LoadedLibrary(paths)
  }

  /// The path of the word index, which need not exist.
  var indexPath: String { service.indexPath }

  /// The path of the index of related stories, which need not exist.
  var relatedPath: String { catalogue.relatedPath }

  /// What queries search. Stories are only compared if a query requires it.
  func scope(_ marks: MarkTable, for query: StoryQuery) -> QueryScope {
    if query.comparesStories {
      // Creates the cache folder if it is missing.
      save()
      _ = RelatedIndex.upToDate(library, keptIn: relatedPath)
    }
    return QueryScope(
      library: library, marks: marks, indexPath: indexPath, related: CurrentRelatedIndex(path: relatedPath),
      now: Int64(time(nil)), zone: .system)
  }

  /// Saves the catalogue. Call it after everything has been printed.
  /// - Returns: the library as it was saved: in the order of its list, with other numbers.
  @discardableResult
  func save() -> Library {
    service.save()
    return service.snapshot.library
  }

  /// The paths to read: those given, otherwise the configured ones, otherwise the samples.
  static func paths(_ given: [String], settings: Settings) -> [String] {
    guard given.isEmpty else { return given }
    return settings.folders.isEmpty ? [SharedFiles().samples] : settings.folders
  }

  /// Reports on standard error what could not be read, and paths that do not exist.
  /// - Returns: whether there was anything to report.
  static func complain(about library: Library) -> Bool {
    let serious = library.problems.filter { problem in
      if case .page = problem.reason { false } else { !problem.isHarmless }
    }
    for problem in serious { Output.complain(ErrorMessages.message(problem)) }
    if library.isDamaged { Output.complain("the catalogue was damaged while it was read; try again") }
    return !serious.isEmpty || library.isDamaged
  }

  /// The marks for printing; none, with a warning, if they cannot be read.
  static func marks(_ settings: Settings) -> MarkTable {
    do throws(MarkError) {
      return try OpenedMarks(UserFolders().marks, syncFolder: settings.syncFolder).table
    } catch {
      Output.complain("marks not read: " + ErrorMessages.message(error))
      return MarkTable()
    }
  }
}

extension Catalogue {
  /// The catalogue of some paths. Each build of the program has its own, because its rules may differ.
  static func kept(for paths: [String], by user: UserFolders) -> Catalogue {
    Catalogue(in: user.cache, of: paths, program: FileStamp(path: "/proc/self/exe") ?? .unknown)
  }
}
