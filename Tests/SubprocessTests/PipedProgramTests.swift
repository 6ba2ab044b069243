import Foundation
import Glibc
import Testing

@testable import Subprocess

/// Programs that read from us and are read by us, with real shells.
struct PipedProgramTests {
  private typealias Outcome = PipedProgram.Outcome

  private func run(_ line: String, input: String = "", outputLimit: Int = 1 << 20) async throws -> Outcome {
    try await run(ProgramCall(shell: line), input: input, outputLimit: outputLimit)
  }

  private func run(
    _ call: ProgramCall, input: String = "", outputLimit: Int = 1 << 20
  ) async throws -> Outcome {
    let result = await withCheckedContinuation { done in
      _ = PipedProgram.start(call, input: Array(input.utf8), outputLimit: outputLimit) {
        done.resume(returning: $0)
      }
    }
    return try result.get()
  }

  @Test func readsAndWrites() async throws {
    let outcome = try await run("tr a-z A-Z; echo problem >&2", input: "one\ntwo\n\nthree")
    #expect(
      outcome
        == Outcome(lines: ["ONE", "TWO", "", "THREE"], errors: ["problem"], isCut: false, ending: .exited(0)))
    #expect(try await run("true") == Outcome(lines: [], errors: [], isCut: false, ending: .exited(0)))
  }

  @Test func tabsAreExpanded() {
    let bytes = Array("\ta\nab\tc\né\td\t\n12345678\te".utf8)
    let expanded = ["        a", "ab      c", "é       d       ", "12345678        e"]
    #expect(HarmlessLines.lines(of: bytes, expandsTabs: true) == expanded)
    #expect(HarmlessLines.lines(of: bytes)[1] == "ab c", "a note needs no columns")
  }

  /// More than any pipe holds, in both directions at once.
  @Test func largeTextsPassBothWays() async throws {
    let text = String(repeating: "All the news that fits the pipe.\n", count: 20_000)
    let outcome = try await run("cat", input: text)
    #expect(outcome.lines.count == 20_000)
    #expect(outcome.lines.joined(separator: "\n") + "\n" == text)
    #expect(!outcome.isCut)
  }

  @Test(arguments: ["true", "head -n 1", "exec <&-; sleep 0.1; echo done"])
  func needNotReadEverything(line: String) async throws {
    let outcome = try await run(line, input: String(repeating: "news\n", count: 100_000))
    #expect(outcome.ending == .exited(0))
    #expect(outcome.lines.count <= 1)
  }

  @Test func endlessOutputIsCut() async throws {
    let outcome = try await run("exec yes", outputLimit: 10_000)
    #expect(outcome.isCut)
    #expect(outcome.lines.count == 5_000)
    #expect(outcome.ending == .killed(signal: SIGPIPE))
    let exact = try await run("printf 12345", outputLimit: 5)
    #expect(exact.lines == ["12345"] && !exact.isCut)
  }

  @Test func endlessErrorsAreCut() async throws {
    let outcome = try await run("yes >&2")
    #expect(outcome.errors.count == 32_768)
  }

  @Test func failureIsTold() async throws {
    #expect(try await run("exit 3").ending == .exited(3))
    #expect(try await run("kill -KILL $$").ending == .killed(signal: SIGKILL))
    let missing = try await run("no-such-command-of-broadsheet")
    #expect(missing.ending == .exited(127) && missing.errors.count == 1)
    await #expect(throws: SubprocessError.programNotFound("/no/such/program")) {
      try await run(ProgramCall(["/no/such/program"]))
    }
    await #expect(throws: SubprocessError.cannotStart(program: "/dev/null", errno: EACCES)) {
      try await run(ProgramCall(["/dev/null"]))
    }
  }

  @Test func outputIsHarmless() async throws {
    let outcome = try await run(#"printf 'a\033[31mred\033[0m\tb\r\n\033]0;title\007c\377\n\342\200\256d\n'"#)
    #expect(outcome.lines == ["ared    b", "c\u{FFFD}", "d"])
  }

  @Test func signalsAreAsUsual() async throws {
    let outcome = try await run("sed -n 's/^Sig[BI][lg][kn]:.//p' /proc/self/status")
    let masks = outcome.lines.compactMap { UInt64($0, radix: 16) }
    // Above 31 are the C library's own.
    #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
  }

  @Test func thereIsNoTerminal() async throws {
    #expect(try await run("(: </dev/tty) 2>/dev/null || echo none").lines == ["none"])
  }

  /// If programs inherited each other's pipes, none of these would see the end of its input before all others end.
  @Test func pipesAreNotInherited() async throws {
    await withTaskGroup { group in
      for number in 1...20 {
        group.addTask { try? await run("cat; sleep 0.01; cat", input: "\(number)").lines }
      }
      for await lines in group { #expect(lines?.count == 1) }
    }
  }

  /// As programs do that keep the clipboard: they stay behind and keep the pipe.
  @Test func doesNotWaitForWhatStaysBehind() async throws {
    let outcome = try await run("sleep 1000 & echo $!; echo copied")
    #expect(outcome.lines.last == "copied" && outcome.ending == .exited(0))
    let process = try #require(outcome.lines.first.flatMap { pid_t($0) })
    #expect(kill(process, SIGKILL) == 0)
  }

  // MARK: Cancelling

  /// Starts a program that writes its number to a file, and cancels it when it has.
  private func cancel(_ line: String) async throws -> (outcome: Outcome, process: pid_t) {
    let folder = try TemporaryFolder()
    let file = folder.path + "/number"
    let (ended, done) = AsyncStream<Result<Outcome, SubprocessError>>.makeStream()
    let call = ProgramCall(shell: "echo $$ >\"$1.new\"; mv \"$1.new\" \"$1\"; " + line, arguments: [file])
    let program = PipedProgram.start(call, input: []) {
      done.yield($0)
      done.finish()
    }
    var number: pid_t?
    while number == nil {
      try await Task.sleep(for: .milliseconds(5))
      let text = try? String(contentsOfFile: file, encoding: .utf8)
      number = text.flatMap { pid_t($0.trimmingCharacters(in: .newlines)) }
    }
    program.cancel()
    var outcome: Outcome?
    for await result in ended { outcome = try result.get() }
    program.cancel()
    return (try #require(outcome), try #require(number))
  }

  @Test(
    arguments: [
      "sleep 1000", "exec sleep 1000", "sleep 1000 & sleep 1000", "trap '' TERM; sleep 1000; sleep 1000",
      "exec >&- 2>&-; sleep 1000", "kill -STOP $$",
    ])
  func cancelledProgramsEnd(line: String) async throws {
    let (outcome, process) = try await cancel(line)
    #expect(outcome.ending == .cancelled)
    // Neither a zombie nor anything of its group is left.
    #expect(kill(process, 0) == -1 && errno == ESRCH)
    var isGroupThere = true
    for _ in 1...400 where isGroupThere {
      isGroupThere = kill(-process, 0) == 0
      if isGroupThere { try await Task.sleep(for: .milliseconds(5)) }
    }
    #expect(!isGroupThere)
  }

  @Test func cancelledAtOnce() async throws {
    let result = await withCheckedContinuation { done in
      PipedProgram.start(ProgramCall(shell: "sleep 1000"), input: []) { done.resume(returning: $0) }.cancel()
    }
    #expect(try result.get().ending == .cancelled)
  }

  @Test func noZombieIsLeft() async throws {
    let outcome = try await run("echo $$")
    let process = try #require(outcome.lines.first.flatMap { pid_t($0) })
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }
}
