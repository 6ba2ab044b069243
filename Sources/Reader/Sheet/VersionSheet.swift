import PageFormats
import StoryLibrary

/// The contents of the sheet of a story with several versions: its properties and, for each version but the
/// oldest, the changes in it.
struct VersionSheet {
  /// The lines before the versions.
  let facts: [String]
  /// The lines of each version, newest first.
  let versions: [[String]]
  /// The lines after the versions.
  let rest: [String]

  var items: [SheetView.Item] {
    let entries = versions.enumerated().flatMap { number, lines -> [SheetView.Item] in
      guard let first = lines.first else { return [] }
      let leads = number + 1 < versions.count
      let head: SheetView.Item =
        leads
        ? .entry(first + " · Enter: what changed", .difference(olderVersion: number + 1))
        : .text("  " + first)
      return [head] + lines.dropFirst().map { .text($0) }
    }
    return facts.map { .text($0) } + [.heading("\(versions.count) versions, newest first")] + entries
      + rest.map { .text($0) }
  }
}
