import Glibc
import Testing

@testable import Subprocess

/// Nothing of a page becomes part of what a shell interprets.
struct HostileTextTests {
  private static let titles = [
    "$(touch x)", "`touch x`", "; touch x", "\ntouch x\n", "| touch x", "& touch x &", "' ; touch x ; '",
    "\" ; touch x ; \"", "$((touch x))", "${x:=touch}", "\\", "x\n\n$(touch x)", "-n", "$IFS", "*", "~",
    "() { :;}; touch x", "%s%n", String(repeating: "long $(touch x) ", count: 20_000),
  ]

  private func run(_ call: ProgramCall, input: String) async throws -> PipedProgram.Outcome {
    try await withCheckedContinuation { done in
      _ = PipedProgram.start(call, input: Array(input.utf8)) { done.resume(returning: $0) }
    }.get()
  }

  @Test(arguments: titles) func ofAStory(title: String) async throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/\(title.prefix(40).replacing("/", with: "_")).txt"
    let line = "cd \"$(dirname \"$BROADSHEET_FILE\")\" && cat && printf '%s.' \"$BROADSHEET_TITLE\""
    let outcome = try await run(
      ShellCommand.call(
        line,
        variables: [
          "BROADSHEET_TITLE": title, "BROADSHEET_ID": "0123456789abcdef", "BROADSHEET_FILE": file,
        ]), input: "text: ")
    #expect(outcome.ending == .exited(0) && outcome.errors == [])
    #expect(outcome.lines.joined(separator: "\n").hasPrefix("text: " + title.prefix(1_000)))
    #expect(try folder.names == [])
  }

  @Test(arguments: titles.dropLast()) func ofAFileName(title: String) async throws {
    let folder = try TemporaryFolder()
    let name = title.replacing("/", with: "_")
    let file = try folder.write(name, "the page")
    let programs = ExternalPrograms(environment: ["EDITOR": "cat -"])
    #expect(try await run(programs.editor(for: file), input: "in ").lines == ["in the page"])
    #expect(try folder.names == [name])
  }

  @Test(arguments: ["+!touch x", "-rf", "--help", "$(touch x)"]) func ofARelativeFileName(name: String) {
    let call = ExternalPrograms(environment: [:]).editor(for: name)
    #expect(call.words == ["/bin/sh", "-c", "vi \"$@\"", "sh", "./" + name])
  }

  @Test func ofAnAddress() async throws {
    let address = "https://meridian.example/$(touch$IFS'x');touch$IFS'x'&x=*?"
    for command in ["echo", "echo %s", "echo --url=%s -- %s"] {
      let found = try ExternalPrograms(environment: ["BROWSER": command]).browser(for: address)
      let outcome = try await run(found.call, input: "")
      #expect(outcome.lines.first?.hasSuffix(address) == true)
    }
    #expect(access("x", F_OK) != 0)
  }
}
