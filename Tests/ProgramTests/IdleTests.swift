import Foundation
import Testing

/// A program that waits for a key costs nothing.
@Suite(.realProgram) struct IdleTests {
  @Test func sleepsWhileNothingHappens() async throws {
    let desk = try ReaderDriver((1...40).map { Article.long("Story \($0)") })
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 40)
    try await terminal.press("Enter", "Space")
    try await terminal.wait(for: "39 unread")
    let id = try await terminal.processID
    // The place in the story is written once after a second's rest.
    _ = try await Patience.wait(for: "two seconds without any work") {
      let before = try Work(of: id)
      try await Task.sleep(for: .seconds(2))
      let after = try Work(of: id)
      // A thread of the dispatch library looks up once a second for as long as the program runs.
      return after.ticks == before.ticks && after.mainSleeps == before.mainSleeps
        && after.sleeps - before.sleeps <= 3 ? true : nil
    }
  }

  /// What a process has done so far.
  private struct Work {
    /// In clock ticks: for itself, and in the system.
    var ticks: [Substring]
    /// How often its first thread went to sleep, which shows even the shortest waking; and all threads.
    var mainSleeps = 0
    var sleeps = 0

    init(of id: Int32) throws {
      let stat = try String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
      // Behind the name, which is in brackets, the first field is the third.
      let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 12 else { throw Trouble("no times in \(stat)") }
      ticks = Array(fields[11...12])
      for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/task") {
        let status = try String(contentsOfFile: "/proc/\(id)/task/\(thread)/status", encoding: .utf8)
        let count = status.firstMatch(of: /\nvoluntary_ctxt_switches:\s*(\d+)/).flatMap { Int($0.1) } ?? 0
        sleeps += count
        if thread == "\(id)" { mainSleeps = count }
      }
    }
  }
}
