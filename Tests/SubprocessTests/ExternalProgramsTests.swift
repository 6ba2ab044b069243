import Foundation
import Glibc
import Testing

@testable import Subprocess

struct ExternalProgramsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func browser(_ variables: [String: String], for address: String = "https://meridian.example/")
    throws(SubprocessError) -> ExternalPrograms.Browser
  {
    try ExternalPrograms(environment: variables.merging(["PATH": folder.path]) { first, _ in first })
      .browser(for: address)
  }

  private func install(_ names: String...) throws {
    for name in names { _ = try folder.write(name, "#!/bin/sh\n", mode: 0o755) }
  }

  @Test func theFirstBrowserThatIsThere() throws {
    try install("lynx", "firefox", "xdg-open")
    let desktop = ["DISPLAY": ":0", "BROWSER": "no-such:firefox --new-tab %s &:lynx"]
    #expect(
      try browser(desktop)
        == .init(
          call: ProgramCall(["firefox", "--new-tab", "https://meridian.example/"]), needsTerminal: false))
    #expect(try browser(["BROWSER": "lynx:firefox"]).call.words == ["lynx", "https://meridian.example/"])
    #expect(try browser(["BROWSER": "\(folder.path)/firefox"]).call.words.first == folder.path + "/firefox")
    #expect(try browser(["BROWSER": "no-such::"]).call.words == ["xdg-open", "https://meridian.example/"])
    #expect(try browser([:]).call.words.first == "xdg-open")
  }

  @Test func withoutADesktopTheBrowserGetsTheTerminal() throws {
    try install("lynx", "firefox")
    #expect(try browser(["BROWSER": "firefox"]).needsTerminal)
    #expect(try browser(["BROWSER": "firefox", "DISPLAY": ""]).needsTerminal)
    #expect(try !browser(["BROWSER": "firefox", "WAYLAND_DISPLAY": "wayland-0"]).needsTerminal)
    #expect(try browser(["BROWSER": "lynx", "DISPLAY": ":0"]).needsTerminal)
  }

  @Test func thereMayBeNoBrowser() throws {
    #expect(throws: SubprocessError.noBrowser) { try browser(["BROWSER": "no-such"]) }
  }

  @Test(
    arguments: [
      "", "file:///etc/passwd", "javascript:alert(1)", "--help", "https://a.example/\u{1B}[2J", "https:// x",
      "https://a.example/\nhttps://b.example", "mailto:a@b.example", "https://a.example/`x`",
    ])
  func onlyWebAddressesAreOpened(address: String) throws {
    try install("firefox")
    #expect(throws: SubprocessError.notAWebAddress(address)) {
      try browser(["BROWSER": "firefox"], for: address)
    }
  }

  @Test func pagerAndEditor() {
    let none = ExternalPrograms(environment: ["PAGER": "", "EDITOR": "", "VISUAL": ""])
    #expect(none.pager.words == ["/bin/sh", "-c", "less", "sh"])
    #expect(none.editor(for: "/a").words[2] == "vi \"$@\"")
    let some = ExternalPrograms(environment: ["PAGER": "less -R", "EDITOR": "ed", "VISUAL": "code --wait"])
    #expect(some.pager.words[2] == "less -R")
    // What messages call them is what the reader wrote.
    #expect([none.pager.name, some.editor(for: "/a").name] == ["less", "code --wait"])
    #expect(some.editor(for: "/a").words[2] == "code --wait \"$@\"")
    #expect(ExternalPrograms(environment: ["EDITOR": "ed"]).editor(for: "/a").words[2] == "ed \"$@\"")
  }

  @Test func tmuxHasAClipboardOfItsOwn() {
    #expect(ExternalPrograms(environment: [:]).tmuxClipboard == nil)
    #expect(ExternalPrograms(environment: ["TMUX": "/tmp/s,1,0"]).tmuxClipboard?.words.first == "tmux")
  }

  // MARK: Starting

  @Test func inTheBackground() async throws {
    let file = folder.path + "/out"
    let call = ProgramCall(
      shell: "cat >\"$1\" && exit 5", arguments: [file])
    let ending = try await withCheckedThrowingContinuation { done in
      do throws(SubprocessError) {
        try call.startInBackground { done.resume(returning: $0) }
      } catch {
        done.resume(throwing: error)
      }
    }
    #expect(ending == .exited(5))
    #expect(throws: SubprocessError.programNotFound("no-such-program")) {
      try ProgramCall(["no-such-program"]).startInBackground { _ in }
    }
  }

  @Test func inTheForeground() throws {
    let call = ProgramCall(shell: "[ \"$1\" = 'a b' ] && kill -TERM $$", arguments: ["a b"])
    let process = try call.startInForeground()
    #expect(getpgid(process) == getpgrp() || getpgid(process) == -1)
    var status: Int32 = 0
    #expect(waitpid(process, &status, 0) == process)
    #expect(ProgramEnding(waitStatus: status) == .killed(signal: SIGTERM))
  }
}
