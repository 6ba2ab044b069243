import Foundation

/// The folders that one benchmark works with: so and so many pages, and homes for the program's own files.
struct Workplace {
  let program: String
  /// Pages by how many they are; 0 is an empty folder.
  let folders: [Int: PageFolder]
  private let home: String

  /// Writes folders of so many pages each, and an empty one, into the folder `pages`.
  init(program: String, home: String, pages: String, counts: [Int]) throws {
    self.program = program
    self.home = home
    var folders: [Int: PageFolder] = [:]
    for count in [0] + counts { folders[count] = try PageFolder(writing: count, to: "\(pages)/\(count)") }
    self.folders = folders
    try FileManager.default.createDirectory(atPath: home + "/config", withIntermediateDirectories: true)
    try makeMarks()
  }

  /// Has the program finish what it would do in the background: the index of the words.
  func finishIndex(_ count: Int) throws {
    let session = try TerminalSession([program, "index", path(count)], environment: environment)
    _ = try session.wait(for: "the index") { $0.text.contains("compared ") }
    try session.quit("")
  }

  /// Any run of the program makes the file of marks; it is kept for all others to start from.
  private func makeMarks() throws {
    let session = try TerminalSession([program, path(0)], environment: environment)
    _ = try session.wait(for: "an empty screen") { !$0.text.isEmpty }
    session.settle()
    try session.quit("Q")
    try FileManager.default.moveItem(atPath: state, toPath: home + "/first-state")
    // The marks' second name is a link to them, which a copy is not: they would be taken for another file.
    let marks = home + "/first-state/broadsheet"
    for name in try FileManager.default.contentsOfDirectory(atPath: marks) where name.hasPrefix("marks-") {
      try FileManager.default.removeItem(atPath: marks + "/" + name)
    }
  }

  private func path(_ count: Int) -> String { folders[count]?.path ?? "" }
  private var state: String { home + "/state" }
  private var cache: String { home + "/cache" }

  private var environment: [String] {
    let own = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": state,
      "XDG_CONFIG_HOME": home + "/config", "XDG_CACHE_HOME": cache,
    ]
    let foreign: Set = ["LINES", "COLUMNS", "TERM_PROGRAM", "COLORTERM", "NO_COLOR"]
    return ProcessInfo.processInfo.environment.filter { !foreign.contains($0.key) }
      .merging(own) { $1 }.map { "\($0)=\($1)" }
  }

  /// Opens a folder of so many pages, none of which has been marked. `isFirst`: as if the program had never seen
  /// the folder; else its catalogue is there.
  func open(_ count: Int, isFirst: Bool) throws -> TerminalSession {
    if isFirst, FileManager.default.fileExists(atPath: cache) {
      try FileManager.default.removeItem(atPath: cache)
    }
    if FileManager.default.fileExists(atPath: state) { try FileManager.default.removeItem(atPath: state) }
    try FileManager.default.copyItem(atPath: home + "/first-state", toPath: state)
    return try TerminalSession([program, path(count)], environment: environment)
  }
}
