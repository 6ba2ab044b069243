import Foundation
import GRDB
import Glibc
import Testing

/// Marks that cannot be written, files that something else replaces, and machines that agree.
@Suite(.realProgram) struct MarkLossTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver(["Amber", "Birch", "Cedar"].map { Article("\($0) news") })
  }

  /// The program in a shell, which shows what is said after the terminal was given back.
  private func shell(_ desk: ReaderDriver, _ environment: [String: String?] = [:]) async throws
    -> TerminalSession
  {
    let variables: [String: String?] = [
      "PS1": "shell> ", "READER": try Program.installed.get().path, "PAGES": desk.pages,
    ]
    let terminal = try await TerminalSession(
      desk, command: ["sh", "-i"], columns: 160, rows: 30, environment: variables.merging(environment) { $1 })
    try await terminal.wait(for: "shell>")
    // The shell ignores ^C; the program, in a subshell, does not.
    try await terminal.type(
      "clear; trap : INT; \"$READER\" \"$PAGES\"; code=$?; trap - INT; echo left with $code")
    try await terminal.waitUntilLoaded(stories: 3)
    return terminal
  }

  private func marks(of desk: ReaderDriver) -> String { desk.state + "/marks.sqlite" }

  private func names(of desk: ReaderDriver) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.state)
  }

  @Test func whatCannotBeWrittenIsToldAndTakenInByTheNextStart() async throws {
    let desk = try desk()
    let terminal = try await shell(desk)
    try await terminal.press("s")
    try await terminal.wait(for: "Starred")
    // Whoever has the file locked keeps it for longer than anybody waits.
    try await locking(desk) {
      try await terminal.press("c")
      try await terminal.wait(for: "Note: ")
      try await terminal.type("do not lose this")
      try await terminal.press("Q")
      let screen = try await terminal.wait(for: "left with 1")
      #expect(screen.text.contains("1 mark not written"))
      #expect(screen.text.contains("marks-unsaved-"))
    }
    #expect(try names(of: desk).count { $0.hasPrefix("marks-unsaved-") } == 1)
    let listed = try await Program.run(["list", "noted", "--json", desk.pages], on: desk)
    #expect(listed.output.contains("do not lose this"))
    #expect(listed.errors.contains("imported 1 mark that an earlier run could not write"))
    #expect(try names(of: desk).count { $0.hasPrefix("marks-unsaved-") } == 0)
  }

  /// Has the marks locked for a while, as a program that stands still.
  private func locking(_ desk: ReaderDriver, _ body: () async throws -> Void) async throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let database = try DatabaseQueue(path: marks(of: desk), configuration: configuration)
    try lock(database, "BEGIN EXCLUSIVE")
    do {
      try await body()
    } catch {
      try? lock(database, "ROLLBACK")
      throw error
    }
    try lock(database, "ROLLBACK")
  }

  private func lock(_ database: DatabaseQueue, _ statement: String) throws {
    try database.inDatabase { try $0.execute(sql: statement) }
  }

  /// A file system of its own for what is kept, which the reader fills with a command. What does not fit is told, and
  /// put where there is room.
  @Test(.enabled(if: getuid() == 0, "only root can mount a file system"))
  func aFullDiskIsToldWhenLeaving() async throws {
    let desk = try desk()
    try FileManager.default.createDirectory(atPath: desk.state, withIntermediateDirectories: true)
    let script = try desk.write(
      "mount -t tmpfs -o size=1m none '\(desk.state)' || exit 9\n"
        + "\"$READER\" \"$PAGES\"; echo left with $?; cat\n", to: "mounted")
    let terminal = try await TerminalSession(
      desk, command: ["unshare", "-m", "sh", script], columns: 160, rows: 30,
      environment: ["READER": try Program.installed.get().path, "PAGES": desk.pages])
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("s")
    try await terminal.wait(for: "Starred")
    try await terminal.press("|")
    try await terminal.type("cat /dev/zero >'\(desk.state)/full'")
    try await terminal.wait(for: "No space left")
    try await terminal.press("q", "j", "s")
    try await terminal.wait(for: "Mark not saved yet")
    try await terminal.press("Q")
    let screen = try await terminal.wait(for: "left with 1")
    #expect(screen.text.contains("1 mark not written"))
    let aside = try #require(screen.text.firstMatch(of: #/saved in (\S+);/#))
    #expect(try String(contentsOfFile: String(aside.output.1), encoding: .utf8).contains("starred"))
    try? FileManager.default.removeItem(atPath: String(aside.output.1))
  }

  /// Has a mark on the disk, as an earlier run leaves it.
  private func starOne(_ desk: ReaderDriver) async throws {
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("s")
    try await terminal.wait(for: "Starred")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  /// RLIMIT_FSIZE: no file may become longer than 4 KiB, which no page of the database fits into.
  @Test func aLimitOnTheSizeOfFilesLosesNoMark() async throws {
    let desk = try desk()
    try await starOne(desk)
    let script = try desk.write(
      "ulimit -f 8; \"$READER\" \"$PAGES\"; echo left with $?; cat\n", to: "limited")
    let terminal = try await TerminalSession(
      desk, command: ["sh", script], columns: 160, rows: 30,
      environment: ["READER": try Program.installed.get().path, "PAGES": desk.pages])
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("G", "s")
    try await terminal.wait(for: "Mark not saved yet")
    try await terminal.press("Q")
    let screen = try await terminal.wait(for: "left with 1")
    #expect(screen.text.contains("1 mark not written"))
    #expect(screen.text.contains("marks-unsaved-"))
    let starred = try await Program.run(["list", "starred", desk.pages], on: desk)
    #expect(starred.lines.count == 2)
    #expect(starred.errors.contains("imported 1 mark that an earlier run could not write"))
  }

  /// What was marked before is shown; what is marked now is put elsewhere, and told.
  @Test(.enabled(if: getuid() == 0, "only root can mount a file system"))
  func aStateFolderThatMayNotBeWrittenLosesNoMark() async throws {
    let desk = try desk()
    try await starOne(desk)
    let script = try desk.write(
      "mount --bind '\(desk.state)' '\(desk.state)' && mount -o remount,ro,bind '\(desk.state)' || exit 9\n"
        + "\"$READER\" \"$PAGES\"; echo left with $?; cat\n", to: "mounted")
    let terminal = try await TerminalSession(
      desk, command: ["unshare", "-m", "sh", script], columns: 160, rows: 30,
      environment: [
        "READER": try Program.installed.get().path, "PAGES": desk.pages, "TMPDIR": desk.path,
      ])
    try await terminal.wait(for: "Marks will not be saved")
    try await terminal.wait(for: "★")
    try await terminal.press("G", "s")
    try await terminal.wait(for: "Mark not saved")
    try await terminal.press("Q")
    let screen = try await terminal.wait(for: "left with 1")
    #expect(screen.text.contains("1 mark not written"))
    let aside = try #require(screen.text.firstMatch(of: #/saved in (\S+);/#))
    let imported = try await Program.run(["marks", "import", String(aside.output.1)], on: desk)
    #expect(imported.lines == ["1 mark read, 1 new"])
    #expect(try await Program.run(["list", "starred", desk.pages], on: desk).lines.count == 2)
  }

  @Test func leavingCanBeHurried() async throws {
    let desk = try desk()
    let terminal = try await shell(desk)
    try await terminal.press("s")
    try await terminal.wait(for: "Starred")
    try await locking(desk) {
      try await terminal.press("s")
      try await terminal.press("Q")
      // ^C removes keys that have not been read.
      _ = try await Patience.wait(for: "the end of the screen") {
        try await terminal.look("#{alternate_on}") == "0" ? true : nil
      }
      try await terminal.press("C-c")
      try await terminal.wait(for: "saved in")
      try await terminal.wait(for: "left with 1")
    }
  }

  @Test func whatIsLockedForAWhileIsWrittenAfterwards() async throws {
    let desk = try desk()
    let terminal = try await shell(desk)
    try await terminal.press("s")
    try await terminal.wait(for: "Starred")
    try await locking(desk) {
      try await terminal.press("j", "s")
      try await terminal.wait(for: "Mark not saved yet")
    }
    try await terminal.wait(for: "the star") { $0.isStarred("Birch news") }
    try await terminal.press("Q")
    try await terminal.wait(for: "left with 0")
  }

  /// As a file synchronizer does: the other machine's file takes the place of ours while the program runs.
  @Test func aReplacedFileLosesNoMarkOfEitherSide() async throws {
    let (here, there) = (try desk(), try desk())
    let other = try await TerminalSession(there)
    try await other.waitUntilLoaded(stories: 3)
    try await other.press("j", "j", "s")
    try await other.wait(for: "Starred")
    try await other.press("Q")
    _ = try await other.exitStatus()

    let terminal = try await TerminalSession(here)
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("s")
    try await terminal.wait(for: "Starred")
    try FileManager.default.copyItem(atPath: marks(of: there), toPath: here.state + "/part")
    #expect(rename(here.state + "/part", marks(of: here)) == 0)
    try await terminal.press("j", "s")
    try await terminal.wait(for: "three stars") { screen in
      ["Amber", "Birch", "Cedar"].allSatisfy { screen.isStarred("\($0) news") }
    }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
    let starred = try await Program.run(["list", "starred", here.pages], on: here)
    #expect(starred.lines.count == 3)
    #expect(starred.errors.isEmpty)
  }

  @Test func aDamagedFileIsToldAndSetAside() async throws {
    let desk = try desk()
    let first = try await TerminalSession(desk)
    try await first.waitUntilLoaded(stories: 3)
    try await first.press("s")
    try await first.wait(for: "Starred")
    try await first.press("Q")
    _ = try await first.exitStatus()
    // The index of headlines is gone, the marks are not.
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: marks(of: desk)))
    try file.truncate(atOffset: 4 * 4096)
    try file.close()
    let terminal = try await TerminalSession(desk, columns: 200)
    try await terminal.wait(for: "was damaged")
    try await terminal.press("j", "s")
    try await terminal.wait(for: "the star") { $0.isStarred("Birch news") }
    #expect(try names(of: desk).count { $0.hasPrefix("marks.sqlite.damaged-") } == 1)
  }

  @Test func twoMachinesAgreeThroughAFolder() async throws {
    let (here, there) = (try desk(), try desk())
    let folder = here.path + "/sync"
    for desk in [here, there] { try desk.configure("sync-folder: \(folder)\n") }
    let (one, other) = (try await TerminalSession(here), try await TerminalSession(there))
    for terminal in [one, other] { try await terminal.waitUntilLoaded(stories: 3) }
    try await one.press("s")
    try await other.wait(for: "the star of the other machine") { $0.isStarred("Amber news") }
    try await other.press("j", "r")
    try await one.wait(for: "read on the other machine") { !$0.isUnread("Birch news") }
    try await one.press("s")
    try await other.wait(for: "no star") { !$0.isStarred("Amber news") }
    // Whoever leaves at once has told the others all the same.
    try await other.press("s")
    try await other.press("Q")
    #expect(try await other.exitStatus() == 0)
    try await one.wait(for: "the last star") { $0.isStarred("Birch news") }
    try await one.press("Q")
    #expect(try await one.exitStatus() == 0)
    let starred = try await Program.run(["list", "starred", here.pages], on: here)
    #expect(starred.lines.count == 1)
  }

  @Test func marksAreExportedAndImported() async throws {
    let (here, there) = (try desk(), try desk())
    let terminal = try await TerminalSession(here)
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("s")
    try await terminal.wait(for: "Starred")
    try await terminal.press("j", "r")
    try await terminal.wait(for: "Marked read")
    try await terminal.press("Q")
    _ = try await terminal.exitStatus()

    let file = here.path + "/marks.jsonl"
    #expect(try await Program.run(["marks", "export", file], on: here).status == 0)
    let printed = try await Program.run(["marks", "export"], on: here)
    #expect(try printed.output == String(contentsOfFile: file, encoding: .utf8))
    #expect(printed.lines.count == 2)
    let imported = try await Program.run(["marks", "import", file], on: there)
    #expect(imported.lines == ["2 marks read, 2 new"])
    #expect(try await Program.run(["marks", "import", file], on: there).lines == ["2 marks read, 0 new"])
    #expect(try await Program.run(["marks", "export"], on: there).output == printed.output)
    let starred = try await Program.run(["list", "starred", there.pages], on: there)
    #expect(starred.lines.count == 1)

    let bad = try here.write(printed.output + "nonsense\n", to: "bad.jsonl")
    let refused = try await Program.run(["marks", "import", bad], on: there)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("line 3"))
    #expect(try await Program.run(["marks", "import", "/no/such"], on: there).status == 1)
    #expect(try await Program.run(["marks", "dance"], on: there).status == 2)
  }

  @Test func anEditedNoteThatIsTooLongIsKept() async throws {
    let desk = try desk()
    let script = try desk.write("head -c 70000 /dev/zero | tr '\\0' x >\"$1\"\n", to: "editor")
    let terminal = try await TerminalSession(
      desk, columns: 200, environment: ["EDITOR": "sh \(script)"])
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("C")
    try await terminal.wait(for: "longer than 64 KiB · your text is in")
    let kept = try #require(try names(of: desk).first { $0.hasSuffix("note.md") })
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.state + "/" + kept)).count == 70_000)
  }

  @Test func whatAFailedEditorWroteIsKept() async throws {
    let desk = try desk()
    let script = try desk.write("echo mine >\"$1\"; exit 3\n", to: "editor")
    let terminal = try await TerminalSession(
      desk, columns: 200, environment: ["EDITOR": "sh \(script)"])
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("C")
    try await terminal.wait(for: "exited with status 3 · your text is in")
    let kept = try #require(try names(of: desk).first { $0.hasSuffix("note.md") })
    #expect(try String(contentsOfFile: desk.state + "/" + kept, encoding: .utf8) == "mine\n")
  }

  @Test func anEditorThatIsNotThereIsNamed() async throws {
    let terminal = try await TerminalSession(try desk(), environment: ["EDITOR": "nosuch"])
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("C")
    try await terminal.wait(for: "nosuch: no such command")
  }

  @Test func thePagerGetsNoEscapes() async throws {
    let desk = try desk()
    var article = Article("Dune news", body: ["Sand\u{1B}[31m and\u{1B}]0;pwned\u{7} wind."])
    article.age = "1 minute ago"
    try desk.add("dune.txt", article.text)
    let script = try desk.write("cat >'\(desk.path)/seen'\n", to: "pager")
    let terminal = try await TerminalSession(desk, environment: ["PAGER": "sh \(script)"])
    try await terminal.waitUntilLoaded(stories: 4)
    try await terminal.press("o")
    let seen = try await desk.text("seen")
    #expect(seen.contains("Sand and wind."))
    #expect(!seen.contains("\u{1B}"))
  }

  @Test func pagesAreNotOverwritten() async throws {
    let desk = try desk()
    let page = desk.page("birch-news.txt")
    let before = try String(contentsOfFile: page, encoding: .utf8)
    let terminal = try await TerminalSession(desk, columns: 200)
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("w")
    try await terminal.wait(for: "Save as")
    try await terminal.press("C-u")
    try await terminal.type(page)
    try await terminal.wait(for: "never overwritten")
    #expect(try String(contentsOfFile: page, encoding: .utf8) == before)
  }
}
