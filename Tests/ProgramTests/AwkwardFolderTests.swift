import Foundation
import Glibc
import Testing

/// Folders with nothing, too much or the wrong things in them.
@Suite(.realProgram) struct AwkwardFolderTests {
  @Test func emptyFolderSaysWhereItLookedAndWhatToTry() async throws {
    let desk = try ReaderDriver()
    let terminal = try await TerminalSession(desk, columns: 100, rows: 24)
    let screen = try await terminal.wait(for: "No stories here.")
    #expect(screen.list.filter { !" \n".contains($0) }.contains("Searchedin" + desk.pages))
    #expect(screen.contains("Try broadsheet FOLDER") || screen.list.contains("Try"))
    // Every key is harmless without stories.
    for keys in ["jkJKgG", "nprsAu", "lhLH1", "23T"] { try await terminal.press(keys) }
    // What `u` had to say may still stand in the line of hints.
    try await terminal.wait(for: "▸broadsheet-")
    try await terminal.press("q", "?")
    try await terminal.wait(for: " Keys ─")
    try await terminal.press("q")
    try await terminal.wait(for: "No stories here.")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func wrongFilesDoNotStopTheReading() async throws {
    let desk = try ReaderDriver([Article("Amber news"), Article("Birch news")])
    try desk.add("binary.txt", Data((0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }))
    try desk.add("big.txt", Data(repeating: UInt8(ascii: "a"), count: 9 << 20))
    try desk.add("empty.txt", "")
    let links = ["loop": ".", "self.txt": "self.txt", "gone.txt": "nowhere.txt"]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(atPath: desk.page(name), withDestinationPath: target)
    }
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 2)
    try await terminal.press("j")
    try await terminal.wait(for: "Birch") { $0.selected == "Birch news" && $0.storyTop == "Birch news" }

    let check = try await Program.run(["check", desk.pages], on: desk)
    #expect(check.status == 1)
    for said in [
      "/binary.txt: not text\n", "/big.txt: too large: 9437184 bytes; the limit is 8 MiB\n",
      "/empty.txt: empty\n", "/loop: skipped: a link to a folder that was already read\n",
      "/self.txt: ",
      "/gone.txt: no such file or folder\n",
    ] {
      #expect(check.output.contains(said))
    }
  }

  /// A name may have any bytes; the shell passes them on as they are.
  @Test(arguments: ["parse", "list", "check"])
  func namesThatAreNotUTF8(command: String) async throws {
    let desk = try ReaderDriver()
    let script = """
      folder=$2/$(printf 'caf\\351'); mkdir "$folder"
      printf 'Cedar news\\n\\nThe cedars of the harbour were cut on Tuesday, and nobody had asked.\\n' > "$folder/news.txt"
      if [ "$1" = parse ]; then exec "$0" parse "$folder/news.txt"; fi
      exec "$0" "$1" "$folder"
      """
    let finished = try await ChildProcess.run(
      Program.system("sh"), ["-c", script, Program.installed.get().path, command, desk.pages],
      environment: desk.environment)
    #expect(finished.errors == "")
    #expect(finished.status == 0)
    #expect(finished.output.contains(command == "check" ? "1 page" : "Cedar news"))
  }

  @Test func onlyWrongFilesSayHowToFindOutMore() async throws {
    let desk = try ReaderDriver()
    try desk.add("big.txt", Data(repeating: UInt8(ascii: "a"), count: 9 << 20))
    try desk.add("picture.jpg", "")
    let terminal = try await TerminalSession(desk)
    let screen = try await terminal.wait(for: "No stories here.")
    #expect(screen.list.contains("broadsheet check"))
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func folderWithoutPermissionIsTold() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    try FileManager.default.createDirectory(
      atPath: desk.page("locked"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0])
    defer { chmod(desk.page("locked"), 0o700) }
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 1)
    let check = try await Program.run(["check", desk.pages], on: desk)
    #expect(check.status == 1)
    #expect(check.output.contains("/locked: cannot be read: Permission denied\n"))
  }

  @Test func thousandPagesLoad() async throws {
    let desk = try ReaderDriver((1...1_000).map { Article("Story number \($0)") })
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 1_000)
    try await terminal.press("G")
    try await terminal.wait(for: "1000 of 1000")
  }

  /// The rest opens, and it is said which is missing and who named it.
  @Test func oneMissingFolderOfSeveral() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let terminal = try await TerminalSession(desk, [desk.pages, desk.path + "/gone"], columns: 200)
    try await terminal.wait(for: "/gone: no such file or folder")
    try await terminal.wait(for: "Amber news")

    try desk.configure("folders: [\(desk.pages), \(desk.path)/gone]\n")
    let configured = try await TerminalSession(desk, [], columns: 200)
    try await configured.wait(for: "/gone: no such file or folder (folders in config.yaml)")
    try await configured.wait(for: "Amber news")
    let checked = try await Program.run(["config"], on: desk)
    #expect(checked.status == 1)
    #expect(checked.output.contains("/gone: no such file or folder (folders)"))
  }
}
