import PageFormats
import StoryLibrary

/// What stands in the sheet of a story that has several versions: what is known of it, and for each version but the
/// oldest what has changed in it.
struct VersionSheet {
  /// All that is said before the versions.
  let facts: [String]
  /// The lines of each version, the newest first.
  let versions: [[String]]
  /// All that is said after them.
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
