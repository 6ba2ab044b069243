import Display
import Foundation
import Testing

/// Exact screens kept as text files. `BROADSHEET_RECORD=1` writes them anew, to be read in review.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  static func check(_ surface: Surface, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = folder.appendingPathComponent(name + ".txt")
    let cursor = surface.cursor.map { "row \($0.row), column \($0.column)" } ?? "hidden"
    let shown = "cursor: \(cursor)\n\(surface.text)\n"
    if ProcessInfo.processInfo.environment["BROADSHEET_RECORD"] != nil {
      try Data(shown.utf8).write(to: file)
      return
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(shown == kept, "differs from Snapshots/\(name).txt", sourceLocation: sourceLocation)
  }
}
