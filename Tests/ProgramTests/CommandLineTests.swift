import Foundation
import Testing

/// What the program says about itself, and its exit codes: 0 good, 1 something wrong with the input, 2 wrong usage.
@Suite(.realProgram) struct CommandLineTests {
  @Test(arguments: [["--help"], ["-h"], ["help"]]) func help(arguments: [String]) async throws {
    let finished = try await Program.run(arguments, on: try ReaderDriver())
    #expect(finished.status == 0)
    #expect(finished.errors.isEmpty)
    for word in ["USAGE: broadsheet", "read (default)", "parse", "list", "show", "check"] {
      #expect(finished.output.contains(word))
    }
  }

  @Test(arguments: ["read", "parse", "list", "show", "check"])
  func helpOfCommands(name: String) async throws {
    let finished = try await Program.run([name, "--help"], on: try ReaderDriver())
    #expect(finished.status == 0)
    #expect(finished.output.contains("USAGE: broadsheet \(name)"))
  }

  @Test func version() async throws {
    let finished = try await Program.run(["--version"], on: try ReaderDriver())
    #expect(finished.status == 0)
    #expect(finished.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["--no-such-option"], ["list", "--no-such-option"], ["parse"], ["show"], ["show", "a", "b"], ["--theme"],
    ["--theme", "no-such-theme"], ["check", "--json"], ["list", "--limit=-1"], ["list", "--limit=few"],
    ["search", "fog", "--limit=-1"], ["help", "nope"], ["help", "nope", "list"],
  ])
  func wrongUsage(arguments: [String]) async throws {
    let finished = try await Program.run(arguments, on: try ReaderDriver())
    #expect(finished.status == 2)
    #expect(finished.output.isEmpty)
    #expect(!finished.errors.isEmpty)
  }

  @Test(arguments: ["read", "parse", "list", "show", "check"])
  func missingFile(command: String) async throws {
    let desk = try ReaderDriver()
    let finished = try await Program.run([command, desk.page("nowhere.txt")], on: desk)
    #expect(finished.status == 1)
    let said = command == "check" ? finished.output : finished.errors
    #expect(said.contains(desk.page("nowhere.txt") + ": no such file or folder\n"))
    if command != "check" { #expect(finished.output.isEmpty) }
  }

  @Test(arguments: [
    ("lsit", "; did you mean broadsheet list?"), ("searhc", "broadsheet search?"), ("zzzzz", nil),
  ])
  func aMistypedCommandIsNamed(word: String, suggestion: String?) async throws {
    let finished = try await Program.run([word], on: try ReaderDriver())
    #expect(finished.status == 1)
    #expect(finished.errors.hasPrefix("broadsheet: \(word): no such file or folder"))
    #expect(finished.errors.contains("did you mean") == (suggestion != nil))
    if let suggestion { #expect(finished.errors.hasSuffix(suggestion + "\n")) }
  }

  /// The terms of a query need no quotation marks.
  @Test func severalTermsAreOneQuery() async throws {
    let desk = try ReaderDriver([Article("Amber news"), Article("Amber fog"), Article("Grey fog")])
    let found = try await Program.run(["list", "amber", desk.pages, "fog", "unread"], on: desk)
    #expect(found.output.hasSuffix("Amber fog\n") && found.output.split(separator: "\n").count == 1)
    let wrong = try await Program.run(["list", "unread", "since:yesterday", desk.pages], on: desk)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("yesterday: not a date"))
  }

  /// Words up to the first folder are searched for.
  @Test func severalWordsAreOneSearch() async throws {
    let desk = try ReaderDriver([Article("Amber news"), Article("Amber fog"), Article("Grey fog")])
    let found = try await Program.run(["search", "--titles", "amber", "fog", desk.pages], on: desk)
    #expect(found.output.hasSuffix("Amber fog\n") && found.output.split(separator: "\n").count == 1)
    let unclear = try await Program.run(["search", "amber", desk.pages, "fog"], on: desk)
    #expect(unclear.status == 2)
    #expect(
      unclear.errors
        == "broadsheet: fog: no such file or folder; words to search for come before the folders\n")
    let missing = try await Program.run(["search", "amber", desk.pages + "/nowhere"], on: desk)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("nowhere: no such file or folder"))
  }

  @Test func aFolderInPlaceOfAPageIsNamed() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let finished = try await Program.run(["parse", desk.pages], on: desk)
    #expect(finished.status == 1)
    #expect(finished.errors == "broadsheet: \(desk.pages): is a folder, not a page\n")
    let missing = try await Program.run(["marks", "import", desk.page("nowhere")], on: desk)
    #expect(
      missing.errors == "broadsheet: \(desk.page("nowhere")): cannot be opened: no such file or folder\n")
  }

  /// Without a slash, a folder that does not exist is a query.
  @Test func aMistypedFolderIsTold() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let missing = try await Program.run(["list", "nosuch", desk.pages], on: desk)
    #expect((missing.status, missing.output) == (0, ""))
    #expect(missing.errors.contains("nosuch: no such file or folder, and no story matches it as a query"))
    for query in ["amber", "unread amber-zzz", "starred:x".replacing(":x", with: " zzz")] {
      #expect(try await Program.run(["list", query, desk.pages], on: desk).errors.isEmpty, "\(query)")
    }
  }

  @Test(arguments: [
    ["list"], ["list", "--json"], ["search", "amber"], ["search", "--json", "amber"], ["check"], ["parse"],
    ["show"], ["show", "--json"], ["config"], ["config", "--path"], ["config", "--defaults"], ["--help"],
    ["--version"], ["help", "list"], ["list", "--help"], ["describe", "manual"], ["describe", "bash"],
    ["marks", "export"], [""],
  ])
  func outputThatCannotBeWrittenIsAFailure(command: [String]) async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let takesFile = ["parse", "show"].contains(command[0])
    let takesFolders = ["list", "search", "check", ""].contains(command[0]) && !command.contains("--help")
    let places = takesFile ? [desk.page("amber-news.txt")] : takesFolders ? [desk.pages] : []
    try FileManager.default.createDirectory(atPath: desk.state, withIntermediateDirectories: true)
    let line = (["broadsheet"] + command + places).joined(separator: " ")
    // There is something to export.
    let story = #""id":"0000000000000001","headline":"0000000000000002""#
    let mark = #"{"time":"2025-11-27T18:28:32Z",\#(story),"read":true}"#
    _ = try await Shell.run("sh", ["-c", "echo '\(mark)' | broadsheet marks import"], on: desk)
    let full = try await Shell.run("sh", ["-c", line + " > /dev/full"], on: desk)
    #expect(full.status == 1)
    #expect(full.errors == "broadsheet: cannot write the output: No space left on device\n")
    let closed = try await Shell.run("sh", ["-c", line + " | true"], on: desk)
    #expect((closed.status, closed.errors) == (0, ""))
  }

  /// A desk with one page and a configuration file.
  private func desk(configuration: String) throws -> ReaderDriver {
    let desk = try ReaderDriver([Article("Amber news")])
    let folder = desk.home + "/config/broadsheet"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = configuration.replacingOccurrences(of: "PAGES", with: desk.pages)
    try text.write(toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
    return desk
  }

  @Test(
    "Mistakes in the configuration are told, and the rest counts",
    arguments: [
      ("line-width: 7", "line-width is 7, expected 20 to 120 columns"),
      (
        "layout: colums",
        "layout is \"colums\", expected auto, columns, stacked or single; did you mean columns?"
      ),
      ("them: foghorn", "\"them\" is not an option; did you mean theme?"),
      ("theme: fogghorn", "theme is \"fogghorn\"; did you mean foghorn?"),
      ("keys: {list: {gg: tpo}}", "; did you mean top?"),
      ("keys: {list: {g: top, gg: top}}", "keys.list: gg begins with g from line 2, which is used"),
      ("sections: [{name: a, query: (a}]", "sections.1.query: "),
    ])
  func wrongConfiguration(line: String, message: String) async throws {
    let desk = try desk(configuration: "folders: [PAGES]\n\(line)\n")
    let finished = try await Program.run(["list"], on: desk)
    #expect(finished.status == 0)
    #expect(finished.lines.count == 1)
    #expect(finished.errors.hasPrefix("broadsheet: \(desk.home)/config/broadsheet/config.yaml:2: "))
    #expect(finished.errors.contains(message), "\(finished.errors)")
    let checked = try await Program.run(["config"], on: desk)
    #expect(checked.status == 1)
    #expect(checked.lines.count == 2)
    #expect(checked.lines.last?.contains(message) == true)
  }

  @Test func aConfigurationThatIsNoYAML() async throws {
    let desk = try desk(configuration: "folders: [PAGES\n")
    let finished = try await Program.run(["list", desk.pages], on: desk)
    #expect(finished.status == 0)
    #expect(finished.lines.count == 1)
    #expect(finished.errors.contains("config.yaml:2: not YAML: "))
  }

  @Test func configuration() async throws {
    let desk = try ReaderDriver()
    let file = desk.home + "/config/broadsheet/config.yaml"
    let path = try await Program.run(["config", "--path"], on: desk)
    #expect((path.status, path.output) == (0, file + "\n"))
    let none = try await Program.run(["config"], on: desk)
    #expect(none.status == 0)
    #expect(none.output.hasPrefix(file + " (does not exist"))
    let defaults = try await Program.run(["config", "--defaults"], on: desk)
    #expect(defaults.status == 0)
    let full = try self.desk(configuration: defaults.output)
    let checked = try await Program.run(["config"], on: full)
    #expect((checked.status, checked.lines.count) == (0, 1))
  }

  @Test func checkNamesWhatIsWrong() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let clean = try await Program.run(["check", desk.pages], on: desk)
    #expect(clean.status == 0)
    #expect(clean.output.hasSuffix(", 0 problems\n"))
    // Left out on purpose is no problem.
    try desk.add("notes.pdf", "")
    try desk.add(".hidden", "")
    let harmless = try await Program.run(["check", desk.pages], on: desk)
    #expect(harmless.status == 0)
    #expect(harmless.output.contains("notes.pdf: skipped: .pdf is not a saved page"))
    #expect(harmless.output.contains(".hidden: skipped: hidden"))
    try desk.add("empty.txt", "")
    try desk.add("binary.txt", Data((0..<600).map { UInt8(truncatingIfNeeded: $0 &* 37) }))
    let bad = try await Program.run(["check", desk.pages], on: desk)
    #expect(bad.status == 1)
    #expect(bad.output.contains("/empty.txt: empty\n"))
    #expect(bad.output.contains("/binary.txt: not text\n"))
    #expect(bad.lines.last?.hasSuffix(", 2 problems") == true)
  }
}
