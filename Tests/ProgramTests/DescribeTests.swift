import Foundation
import Manual
import Queries
import Reader
import Testing

/// What the program tells of itself to `man` and to shells, compared with what it is.
@Suite(.realProgram) struct DescribeTests {
  private let desk: ReaderDriver

  init() throws { desk = try ReaderDriver() }

  private func outline() async throws -> CommandLineOutline {
    let dump = try await Program.run(["--experimental-dump-help"], on: desk)
    return try CommandLineOutline(dump: dump.outputBytes)
  }

  private func describe(_ paper: String) async throws -> String {
    let finished = try await Program.run(["describe", paper], on: desk)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    return finished.output
  }

  @Test func theManualHasAllCommandsAndOptionsThatAreShown() async throws {
    let manual = try await describe("manual")
    let outline = try await outline()
    #expect(outline.commands.count > 6)
    for command in outline.commands where command.name != "help" {
      #expect(manual.contains(".SS \"broadsheet \(command.name)\"\n"))
    }
    for name in outline.commands.flatMap(\.options).flatMap(\.names) {
      #expect(manual.contains("\\fB\(name.replacing("-", with: "\\-"))\\fR"), "\(name)")
    }
    // And help shows what is in the manual.
    let help = try await Program.run(["--help"], on: desk).output
    for command in outline.commands where command.name != "help" {
      #expect(help.contains("  \(command.name)"))
    }
  }

  @Test func keysAreThoseOfTheReadme() async throws {
    #expect(try await describe("keys") == KeyTable(CommandRow.table).text)
  }

  @Test func theUsageOfTheReadmeIsTheProgramsOwn() async throws {
    let readme = try String(contentsOfFile: Program.checkout + "/README.md", encoding: .utf8)
    let parts = readme.components(separatedBy: "<!-- usage -->\n")
    try #require(parts.count == 3, "two marks in README.md, around what `broadsheet describe usage` prints")
    #expect(parts[1] == (try await describe("usage")))
  }

  @Test func themesAreThoseThatCanBeChosen() async throws {
    let names = try await describe("themes").split(separator: "\n").map(String.init)
    #expect(names.contains("broadsheet-dark"))
    let wrong = try await Program.run(["--theme", "no-such-theme"], on: desk)
    #expect(wrong.errors.contains(names.joined(separator: ", ")))
  }

  @Test func itIsNotShownToPeople() async throws {
    #expect(try await Program.run(["--help"], on: desk).output.contains("describe") == false)
    #expect(try await Program.run(["describe", "nonsense"], on: desk).status == 2)
  }

  @Test(.enabled(if: Shell.exists("groff"))) func theManualIsRightForItsFormatter() async throws {
    let file = desk.page("broadsheet.1")
    try await describe("manual").write(toFile: file, atomically: true, encoding: .utf8)
    let finished = try await Shell.run("groff", ["-man", "-ww", "-Tutf8", file], on: desk)
    #expect(finished.status == 0)
    #expect(finished.errors == "")
    #expect(finished.output.contains("BROADSHEET(1)"))
  }
}

/// Other programs that tests call where they are installed.
enum Shell {
  static func exists(_ name: String) -> Bool { (try? Program.system(name)) != nil }

  /// Runs one, with the built program as the first of its name.
  static func run(_ name: String, _ arguments: [String], on desk: ReaderDriver) async throws -> Finished {
    var environment = desk.environment
    let folder = (try Program.installed.get().path as NSString).deletingLastPathComponent
    environment["PATH"] = folder + ":" + Program.searchPath
    return try await ChildProcess.run(try Program.system(name), arguments, environment: environment)
  }
}
