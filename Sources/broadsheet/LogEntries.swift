import Display
import Reader
import StoryLibrary

/// The lines of a log, which contain no text of stories and no file names.
extension LogFile {
  /// The terminal and its environment.
  func note(terminal size: Size, colors: String, environment: [String: String]) {
    let variables = ["TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "TMUX", "STY"]
      .compactMap { name in environment[name].map { "\(name)=\($0)" } }
    note("terminal \(size.columns)×\(size.rows), \(colors), " + variables.joined(separator: " "))
  }

  /// An action. Keys and the texts of warnings are left out, because they may contain what the user typed.
  func note(_ action: ReaderAction) {
    switch action {
    case .key, .mouse, .pasted, .clock: break
    case .resized(let size): note("resized to \(size.columns)×\(size.rows)")
    case .published(let snapshot): note(snapshot)
    case .answered(let answer, let number):
      note("answer from snapshot \(number): \(LogFile.name(of: answer))")
    default: note(LogFile.name(of: action))
    }
  }

  private func note(_ snapshot: LibrarySnapshot) {
    let library = snapshot.library
    let load =
      switch snapshot.load {
      case .loading(let progress):
        "\(progress.done) of \(progress.found) files looked at, \(progress.bytes) bytes read"
      case .stopped: "loading was stopped"
      case .finished: "all files looked at"
      }
    note(
      "snapshot \(snapshot.number): \(library.pageCount) pages, \(library.order.count) stories, \(load)")
  }

  /// The number of files that could not be read or parsed, by reason.
  func note(problemsOf snapshot: LibrarySnapshot) {
    note {
      var counts: [String: Int] = [:]
      for problem in snapshot.library.problems where !problem.isHarmless {
        counts[ErrorMessages.message(problem.reason), default: 0] += 1
      }
      return counts.sorted { $0.key < $1.key }.map { "problem: \($0.key) (\($0.value))" }
    }
  }

  /// An effect.
  func note(_ effect: ReaderEffect) {
    switch effect {
    case .useTheme(let name): note("effect: useTheme, \(name)")
    default: note("effect: \(LogFile.name(of: effect))")
    }
  }

  /// The name of an enum's case, without its associated values.
  private static func name(of value: some Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }
}
