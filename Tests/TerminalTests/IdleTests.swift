import Foundation
import Testing

/// A program that waits for a key costs nothing.
@Suite(.realProgram) struct IdleTests {
  @Test func sleepsWhileNothingHappens() async throws {
    let desk = try Desk((1...40).map { Article.long("Story \($0)") })
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 40)
    try await terminal.press("Enter", "Space")
    try await terminal.wait(for: "39 unread")
    let id = try await terminal.processID
    // The place in the story is written once after a second's rest.
    _ = try await Patience.wait(for: "two seconds without any work") {
      let before = try Work(of: id)
      try await Task.sleep(for: .seconds(2))
      return try Work(of: id) == before ? true : nil
    }
  }

  /// What a process has done so far.
  private struct Work: Equatable {
    /// In clock ticks: for itself, and in the system.
    var ticks: [String]
    /// How often a thread of it went to sleep, which shows even the shortest waking.
    var sleeps: [String: String] = [:]

    init(of id: pid_t) throws {
      let stat = try String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
      // Behind the name, which is in brackets, the first field is the third.
      let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 12 else { throw Trouble("no times in \(stat)") }
      ticks = fields[11...12].map(String.init)
      for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/task") {
        let status = try String(contentsOfFile: "/proc/\(id)/task/\(thread)/status", encoding: .utf8)
        sleeps[thread] = status.split(separator: "\n").first { $0.hasPrefix("voluntary") }.map(String.init)
      }
    }
  }
}
