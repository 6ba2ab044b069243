import Foundation

/// The folders used by a benchmark: folders of pages, and home folders for the program's own files.
struct Workplace {
  let program: String
  /// The folders by number of pages; 0 is an empty folder.
  let folders: [Int: PageFolder]
  private let home: String

  /// Writes folders with the given numbers of pages, and an empty one, into the folder `pages`.
  init(program: String, home: String, pages: String, counts: [Int]) throws {
    self.program = program
    self.home = home
    var folders: [Int: PageFolder] = [:]
    for count in [0] + counts { folders[count] = try PageFolder(writing: count, to: "\(pages)/\(count)") }
    self.folders = folders
    try FileManager.default.createDirectory(atPath: home + "/config", withIntermediateDirectories: true)
    let sections = home + "/sections/broadsheet"
    try FileManager.default.createDirectory(atPath: sections, withIntermediateDirectories: true)
    try Workplace.sections.write(toFile: sections + "/config.yaml", atomically: true, encoding: .utf8)
    try makeMarks()
  }

  /// Five sections: by marks, time, source and a word.
  private static let sections = """
    sections:
      - {name: Unread, query: "is:unread"}
      - {name: Starred, query: "is:starred"}
      - {name: Week, query: "since:1w"}
      - {name: Gazette, query: "source:gazette"}
      - {name: Harbour, query: "harbour"}

    """

  /// Lets the program finish its background work: the word index.
  func finishIndex(_ count: Int) throws {
    let session = try TerminalSession([program, "index", path(count)], environment: environment())
    _ = try session.wait(for: "the index") { $0.text.contains("compared ") }
    try session.quit("")
  }

  /// Runs the program to create the marks file, which is the initial state for all other runs.
  private func makeMarks() throws {
    let session = try TerminalSession([program, path(0)], environment: environment())
    _ = try session.wait(for: "an empty screen") { !$0.text.isEmpty }
    session.settle()
    try session.quit("Q")
    try FileManager.default.moveItem(atPath: state, toPath: home + "/first-state")
    // The second name of the marks file is a hard link. A copy is not, and would be treated as another file.
    let marks = home + "/first-state/broadsheet"
    for name in try FileManager.default.contentsOfDirectory(atPath: marks) where name.hasPrefix("marks-") {
      try FileManager.default.removeItem(atPath: marks + "/" + name)
    }
  }

  private func path(_ count: Int) -> String { folders[count]?.path ?? "" }
  private var state: String { home + "/state" }
  private var cache: String { home + "/cache" }

  private func environment(hasSections: Bool = false) -> [String] {
    let own = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": state,
      "XDG_CONFIG_HOME": home + (hasSections ? "/sections" : "/config"), "XDG_CACHE_HOME": cache,
    ]
    let foreign: Set = ["LINES", "COLUMNS", "TERM_PROGRAM", "COLORTERM", "NO_COLOR"]
    return ProcessInfo.processInfo.environment.filter { !foreign.contains($0.key) }
      .merging(own) { $1 }.map { "\($0)=\($1)" }
  }

  /// Opens a folder with a number of pages, none of them marked. `isFirst`: as if the program had never loaded the
  /// folder; otherwise its catalogue exists. `hasSections`: with five sections above the list.
  func open(_ count: Int, isFirst: Bool, hasSections: Bool = false) throws -> TerminalSession {
    if isFirst, FileManager.default.fileExists(atPath: cache) {
      try FileManager.default.removeItem(atPath: cache)
    }
    if FileManager.default.fileExists(atPath: state) { try FileManager.default.removeItem(atPath: state) }
    try FileManager.default.copyItem(atPath: home + "/first-state", toPath: state)
    return try TerminalSession([program, path(count)], environment: environment(hasSections: hasSections))
  }
}
