import Dispatch
import Marks
import PageDump
import StoryLibrary
import Synchronization

/// A whole library for the commands that print: loaded on all cores, waited for.
enum LoadedLibrary {
  static func load(_ paths: [String]) -> Library {
    let events = Mutex((batches: [PageBatch](), problems: [FileProblem]()))
    let done = DispatchSemaphore(value: 0)
    let loader = LibraryLoader(paths: paths) { event in
      switch event {
      case .batch(let batch): events.withLock { $0.batches.append(batch) }
      case .problems(let problems): events.withLock { $0.problems += problems }
      case .found: break
      case .finished: done.signal()
      }
    }
    loader.start()
    done.wait()
    return events.withLock { events in
      var library = Library()
      library.add(events.batches)
      library.add(problems: events.problems)
      return library
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
