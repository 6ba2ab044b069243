import Configuration
import Dispatch
import Folders
import Glibc
import Marks
import PageFormats
import Queries
import StoryLibrary
import Understanding

/// A whole library for the commands that print: what was kept, brought up to date on all cores, waited for.
struct LoadedLibrary {
  let library: Library
  private let service: LibraryService
  private let catalogue: Catalogue

  /// - Parameters:
  ///   - paths: what to load.
  ///   - trustsFolders: where no file has come or gone, what was kept is taken as it is: a file that was written to
  ///     in its place is not noticed.
  init(_ paths: [String], trustsFolders: Bool = false) {
    let isLoaded = DispatchSemaphore(value: 0)
    catalogue = Catalogue.kept(for: paths, by: UserFolders())
    service = LibraryService(paths: paths, catalogue: catalogue, for: .printing) { event in
      if case .published(let snapshot) = event, snapshot.load.progress == nil { isLoaded.signal() }
    }
    let kept = service.open(verifying: !trustsFolders)
    if trustsFolders, let kept, kept.library.hasSameFiles {
      library = kept.library
      return
    }
    service.load()
    isLoaded.wait()
    library = service.snapshot.library
  }

  /// The same read anew if what was kept turns out to be damaged; nil if it does not. To be asked when everything
  /// has been looked at that is to be printed.
  func replacementIfDamaged(_ paths: [String]) -> LoadedLibrary? {
    guard library.isDamaged else { return nil }
    catalogue.remove()
    return LoadedLibrary(paths)
  }

  /// Where the index of the words is, if there is one.
  var indexPath: String { service.indexPath }

  /// Where it is kept which stories are related.
  var relatedPath: String { catalogue.relatedPath }

  /// What a query is asked of, now. Stories are compared for it where it asks for that.
  func scope(_ marks: MarkTable, for query: StoryQuery) -> QueryScope {
    if query.comparesStories {
      // The folder of what is kept is there from then on.
      keep()
      _ = RelatedIndex.upToDate(library, keptIn: relatedPath)
    }
    return QueryScope(
      library: library, marks: marks, indexPath: indexPath, related: CurrentRelatedIndex(path: relatedPath),
      now: Int64(time(nil)), zone: .system)
  }

  /// Keeps it for the next time, when everything has been printed.
  func keep() { service.save() }

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
    for problem in serious { Output.complain(ErrorMessages.message(problem)) }
    if library.isDamaged { Output.complain("the catalogue was damaged meanwhile: try again") }
    return !serious.isEmpty || library.isDamaged
  }

  /// The marks for printing; none, with a warning, when they cannot be read.
  static func marks(_ settings: Settings) -> MarkTable {
    do throws(MarkError) {
      return try OpenedMarks(UserFolders().marks, syncFolder: settings.syncFolder).table
    } catch {
      Output.complain("marks are not shown: " + ErrorMessages.message(error))
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
