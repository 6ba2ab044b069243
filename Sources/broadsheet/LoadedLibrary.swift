import Dispatch
import Marks
import PageDump
import StoryLibrary
import Synchronization

/// A whole library for the commands that print: loaded on all cores, waited for.
enum LoadedLibrary {
  static func load(_ paths: [String]) -> Library {
    let arrived = Mutex(Arrived())
    let something = DispatchSemaphore(value: 0)
    let loader = LibraryLoader(paths: paths) { event in
      arrived.withLock { $0.add(event) }
      something.signal()
    }
    loader.start()
    var library = Library()
    var isFinished = false
    while !isFinished {
      something.wait()
      let news = arrived.withLock { arrived in
        defer { arrived = Arrived() }
        return arrived
      }
      library.collect(news.batches)
      library.add(problems: news.problems)
      isFinished = news.isFinished
    }
    library.add([])
    return library
  }

  /// What has been read and is not merged yet.
  private struct Arrived: Sendable {
    var batches: [PageBatch] = []
    var problems: [FileProblem] = []
    var isFinished = false

    mutating func add(_ event: LoadEvent) {
      switch event {
      case .batch(let batch): batches.append(batch)
      case .problems(let found): problems += found
      case .found: break
      case .finished: isFinished = true
      }
    }
  }

  /// The paths a command is about: those given, else the configured ones, else the samples.
  static func paths(_ given: [String], settings: Settings) -> [String] {
    given.isEmpty ? settings.paths ?? [SharedFiles().samples] : given
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
  static func marks() -> MarkTable {
    do throws(MarkError) {
      return try MarkStore(path: UserFolders().marks).table()
    } catch {
      Output.complain("marks are not shown: " + ErrorMessages.prose(error))
      return MarkTable()
    }
  }
}
