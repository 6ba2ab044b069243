import Display
import Reader
import StoryLibrary

/// What is said when there is no story: where was looked, what was left out and why, what to try; or what no story
/// fits.
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
    if !state.library.isEmpty { return nothingFits(state) }
    if state.loading != nil { return [("Looking for stories…", .byline)] }
    var lines: [(String, Role)] = [("No stories here.", .headline)]
    lines.append(("Looked in " + state.paths.joined(separator: ", "), .plain))
    let problems = state.library.problems
    if !problems.isEmpty {
      let count = problems.count == 1 ? "1 file or folder" : "\(problems.count) files and folders"
      lines.append(("Left out \(count); broadsheet check says which and why.", .plain))
    }
    lines.append(
      (
        "Saved web pages and texts open here. Try broadsheet FOLDER, or broadsheet alone for the samples.",
        .byline
      ))
    return lines
  }

  /// The library has stories, the list has none.
  private static func nothingFits(_ state: ReaderState) -> [(String, Role)] {
    let cancel = state.hint(.cancel)
    let hints = state.hints.map { ($0.message + ".", Role.plain) }
    if state.isSearching {
      return [("No story has these words.", .headline)] + hints
        + [("\(cancel) goes back to all stories.", .byline)]
    }
    if state.request.filter.isEmpty {
      let keys = "\(state.hint(.previousSection)) and \(state.hint(.nextSection))"
      return [("No stories in this section.", .headline), ("\(keys) go to the others.", .byline)]
    }
    return [
      ("No story matches.", .headline), ("Filter: \(state.request.filter)", .plain),
    ] + hints + [
      ("\(state.hint(.filter)) changes it, \(cancel) shows all stories.", .byline)
    ]
  }
}
