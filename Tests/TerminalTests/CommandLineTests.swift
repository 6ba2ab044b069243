import Foundation
import Testing

/// What the program says about itself, and its exit codes: 0 good, 1 something wrong with the input, 2 wrong usage.
@Suite(.realProgram) struct CommandLineTests {
  @Test(arguments: [["--help"], ["-h"], ["help"]]) func help(arguments: [String]) async throws {
    let finished = try await Program.run(arguments, on: try Desk())
    #expect(finished.status == 0)
    #expect(finished.errors.isEmpty)
    for word in ["USAGE: broadsheet", "read (default)", "parse", "list", "show", "check"] {
      #expect(finished.output.contains(word))
    }
  }

  @Test(arguments: ["read", "parse", "list", "show", "check"])
  func helpOfCommands(name: String) async throws {
    let finished = try await Program.run([name, "--help"], on: try Desk())
    #expect(finished.status == 0)
    #expect(finished.output.contains("USAGE: broadsheet \(name)"))
  }

  @Test func version() async throws {
    let finished = try await Program.run(["--version"], on: try Desk())
    #expect(finished.status == 0)
    #expect(finished.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["--no-such-option"], ["list", "--no-such-option"], ["parse"], ["show"], ["show", "a", "b"], ["--theme"],
    ["--theme", "no-such-theme"], ["check", "--json"],
  ])
  func wrongUsage(arguments: [String]) async throws {
    let finished = try await Program.run(arguments, on: try Desk())
    #expect(finished.status == 2)
    #expect(finished.output.isEmpty)
    #expect(!finished.errors.isEmpty)
  }

  @Test(arguments: ["read", "parse", "list", "show", "check"])
  func missingFile(command: String) async throws {
    let desk = try Desk()
    let finished = try await Program.run([command, desk.page("nowhere.txt")], on: desk)
    #expect(finished.status == 1)
    let said = command == "check" ? finished.output : finished.errors
    #expect(said.contains(desk.page("nowhere.txt") + ": is not there\n"))
    if command != "check" { #expect(finished.output.isEmpty) }
  }

  @Test func wrongSettingsAreNamed() async throws {
    let desk = try Desk([Article("Amber news")])
    let folder = desk.home + "/config/broadsheet"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = folder + "/config.yaml"
    for (text, reason) in [
      ("measure: 7", "measure is 7, expected 20 to 120 columns"), ("measure: wide", "measure"),
      ("folders: [", "config.yaml"),
    ] {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let finished = try await Program.run(["list", desk.pages], on: desk)
      #expect(finished.status == 2)
      #expect(finished.errors.hasPrefix("broadsheet: \(file): "))
      #expect(finished.errors.contains(reason))
    }
    try "folders: [\(desk.pages)]\nmeasure: 60\n".write(toFile: file, atomically: true, encoding: .utf8)
    let finished = try await Program.run(["list"], on: desk)
    #expect(finished.status == 0)
    #expect(finished.lines.count == 1)
  }

  @Test func checkNamesWhatIsWrong() async throws {
    let desk = try Desk([Article("Amber news")])
    let clean = try await Program.run(["check", desk.pages], on: desk)
    #expect(clean.status == 0)
    #expect(clean.output.hasSuffix(", 0 problems\n"))
    // Left out on purpose is no problem.
    try desk.add("notes.pdf", "")
    try desk.add(".hidden", "")
    let harmless = try await Program.run(["check", desk.pages], on: desk)
    #expect(harmless.status == 0)
    #expect(harmless.output.contains("notes.pdf: left out: .pdf is not a saved page (.txt)"))
    #expect(harmless.output.contains(".hidden: left out: hidden"))
    try desk.add("empty.txt", "")
    try desk.add("binary.txt", Data((0..<600).map { UInt8(truncatingIfNeeded: $0 &* 37) }))
    let bad = try await Program.run(["check", desk.pages], on: desk)
    #expect(bad.status == 1)
    #expect(bad.output.contains("/empty.txt: nothing in it\n"))
    #expect(bad.output.contains("/binary.txt: not text\n"))
    #expect(bad.lines.last?.hasSuffix(", 2 problems") == true)
  }
}
