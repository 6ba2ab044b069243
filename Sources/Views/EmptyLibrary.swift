import Display
import Reader
import StoryLibrary

/// The text shown instead of an empty list: which folders were searched, what was skipped and what to try; or the
/// filter that no story matches.
enum EmptyLibrary {
  static func draw(_ state: ReaderState, in area: Rect, on surface: inout Surface) {
    var row = area.top + 1
    let inner = area.inset(left: 2, right: 1)
    for (text, role) in lines(state) {
      for line in TextWrapper(width: inner.columns).texts(of: text) {
        surface.print(line, at: Point(column: inner.left, row: row), role: role, clip: inner)
        row += 1
      }
      row += 1
    }
  }

  private static func lines(_ state: ReaderState) -> [(String, Role)] {
    if !state.library.isEmpty { return nothingMatches(state) }
    if state.loading != nil { return [("Looking for stories…", .byline)] }
    var lines: [(String, Role)] = [("No stories here.", .headline)]
    lines.append(("Searched in " + state.paths.joined(separator: ", "), .plain))
    let problems = state.library.problemCount
    if problems > 0 {
      let count = problems == 1 ? "1 file or folder" : "\(problems) files and folders"
      lines.append(("Skipped \(count); broadsheet check tells which and why.", .plain))
    }
    lines.append(
      (
        "Broadsheet opens saved web pages and texts. Try broadsheet FOLDER, or just broadsheet for the samples.",
        .byline
      ))
    return lines
  }

  /// The library has stories, but the list is empty.
  private static func nothingMatches(_ state: ReaderState) -> [(String, Role)] {
    let cancel = state.hint(.cancel)
    let hints = state.hints.map { ($0.message + ".", Role.plain) }
    if state.isSearching {
      return [("No story matches these words.", .headline)] + hints
        + [("\(cancel) goes back to all stories.", .byline)]
    }
    if state.request.filter.isEmpty {
      let keys = "\(state.hint(.previousSection)) and \(state.hint(.nextSection))"
      return [("No stories in this section.", .headline), ("\(keys) switch to other sections.", .byline)]
    }
    return [
      ("No story matches.", .headline), ("Filter: \(state.request.filter)", .plain),
    ] + hints + [
      ("\(state.hint(.filter)) changes it, \(cancel) shows all stories.", .byline)
    ]
  }
}
