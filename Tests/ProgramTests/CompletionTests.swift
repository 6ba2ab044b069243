import Foundation
import Testing

/// The completions of shells, asked for as Tab asks.
@Suite(.realProgram) struct CompletionTests {
  private let desk: ReaderDriver

  init() throws {
    desk = try ReaderDriver([Article("Amber news")])
    for folder in ["Old pages", "later"] {
      try FileManager.default.createDirectory(atPath: desk.page(folder), withIntermediateDirectories: true)
    }
  }

  /// What is typed, and some of what must be offered, or what must be all; `PAGES/` stands for the folder.
  static let lines: [(typed: [String], offered: Set<String>, isAll: Bool)] = [
    ([""], ["list", "search", "show", "check", "help"], false),
    (["chec"], ["check"], true),
    (["--th"], ["--theme"], true),
    (["--"], ["--theme", "--no-mouse", "--log", "--help", "--version"], false),
    (["--theme", "foghor"], ["foghorn"], true),
    (["read", "--theme", "foghor"], ["foghorn"], true),
    (["PAGES/am"], ["PAGES/amber-news.txt"], true),
    (["PAGES/amber-news.txt", "PAGES/la"], ["PAGES/later"], true),
    (["check", "PAGES/O"], ["PAGES/Old pages"], true),
    (["search", "PAGES/la"], [], true),
    (["search", "--limit", "3", "ferry", "PAGES/la"], ["PAGES/later"], true),
    (["show", "--in", "PAGES/"], ["PAGES/later", "PAGES/Old pages"], true),
    (["help", "chec"], ["check"], true),
    (["show", "--format", "mark"], ["markdown"], true),
  ]

  @Test(arguments: lines) func bash(typed: [String], offered: Set<String>, isAll: Bool) async throws {
    let script = try await self.script("bash")
    let words = ["broadsheet"] + typed.map(inPages)
    let finished = try await Shell.run(
      "bash",
      [
        "--norc", "-c",
        """
        source "$0"; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _broadsheet; printf '%s\\n' "${COMPREPLY[@]}"
        """, script,
      ] + words, on: desk)
    #expect(finished.errors == "")
    check(finished, offered, isAll: isAll)
  }

  @Test func bashKnowsAnOptionWithItsValueInOneWord() async throws {
    let script = try await self.script("bash")
    for words in ["--theme =", "--theme = ", "--theme = fog"] {
      let finished = try await Shell.run(
        "bash",
        [
          "--norc", "-c",
          """
          source "$0"; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _broadsheet; printf '%s\\n' "${COMPREPLY[@]}"
          """, script, "broadsheet",
        ] + words.components(separatedBy: " "), on: desk)
      check(finished, ["foghorn"], isAll: words.hasSuffix("fog"))
    }
  }

  @Test(.enabled(if: Shell.exists("fish")), arguments: lines)
  func fish(typed: [String], offered: Set<String>, isAll: Bool) async throws {
    let script = try await self.script("fish")
    let line = (["broadsheet"] + typed.map(inPages)).joined(separator: " ")
    let finished = try await Shell.run(
      "fish", ["--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, line], on: desk)
    #expect(finished.errors == "")
    check(finished, offered, isAll: isAll)
  }

  @Test(arguments: [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
  func shellsUnderstandThem(shell: String, check: [String]) async throws {
    let file = try await script(shell)
    guard Shell.exists(shell) else { return }
    let finished = try await Shell.run(shell, check + [file], on: desk)
    #expect(finished.status == 0 && finished.errors.isEmpty)
  }

  // MARK: Looking

  private func script(_ shell: String) async throws -> String {
    let file = desk.home + "/completion"
    let described = try await Program.run(["describe", shell], on: desk)
    #expect(described.status == 0)
    try described.outputBytes.write(to: URL(fileURLWithPath: file))
    return file
  }

  private func inPages(_ word: String) -> String { word.replacing("PAGES/", with: desk.pages + "/") }

  /// Without what a shell adds: slashes behind folders, help behind a tab, escapes of blanks.
  private func check(_ finished: Finished, _ offered: Set<String>, isAll: Bool) {
    let found = finished.lines.map { line in
      let word = String(line.prefix { $0 != "\t" }).replacing("\\ ", with: " ")
      return word.hasSuffix("/") ? String(word.dropLast()) : word
    }
    let wanted = Set(offered.map(inPages))
    #expect(isAll ? Set(found) == wanted : wanted.isSubset(of: found), "\(found)")
  }
}
