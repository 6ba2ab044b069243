import TerminalModel
import Testing

@testable import BroadsheetBench

@Suite("Measuring", .serialized)
struct MeasuringTests {
  private func shell(_ script: String) throws -> TerminalSession {
    try TerminalSession(
      ["/bin/sh", "-c", script], environment: ["TERM=xterm-256color"], columns: 80, rows: 20)
  }

  @Test("Quantiles lie between the nearest values")
  func quantiles() {
    var samples = Samples()
    for value in [4.0, 1, 3, 2] { samples.add(value) }
    #expect(samples.median == 2.5)
    #expect(samples.quantile(0) == 1)
    #expect(samples.quantile(1) == 4)
    #expect(Samples().median.isNaN)
  }

  @Test("The program leads its session in a terminal of the asked size")
  func terminal() throws {
    let session = try shell("stty size </dev/tty; echo ready; read line; exit 0")
    #expect(try session.wait(for: "ready") { $0.text.hasPrefix("20 80\nready") } > 0)
    #expect(session.peakMemory > 0.1)
    try session.quit("\n")
  }

  @Test("An answer is measured to its last byte")
  func answer() throws {
    let session = try shell("stty -echo; echo ready; read line; printf ab; sleep 0.01; printf c; read line")
    _ = try session.wait(for: "ready") { $0.text.hasPrefix("ready") }
    session.settle()
    let answer = try session.press("\n")
    #expect(answer.bytes == 3)
    #expect(answer.cells == 3)
    #expect(answer.last >= 10)
    #expect(try session.idle(50).bytes == 0)
    try session.quit("\n")
  }

  @Test("Of what changes the screen while keys are pressed, only their answers count")
  func repeatedAnswers() throws {
    let session = try shell(
      "stty -echo; printf '\\033[H0'; while read line; do n=$((n + 1)); printf '\\033[2;1Hnoise %d' $n; "
        + "sleep 0.02; printf '\\033[1;1H%d' $n; done")
    _ = try session.wait(for: "ready") { $0.text.hasPrefix("0") }
    let times = try session.press(
      "\n", every: 40, answer: { $0.text(row: 0) }, until: { $0.text.hasPrefix("3") })
    #expect(times.count == 3)
    #expect(times.allSatisfy { $0 >= 20 })
    session.settle()
    try session.quit("\u{04}")
  }

  @Test("A program that ends too early, or badly, is an error")
  func failures() throws {
    let short = try shell("echo hello")
    #expect(throws: BenchmarkError.self) { try short.wait(for: "more") { $0.text.contains("more") } }
    let bad = try shell("read line; exit 3")
    #expect(throws: BenchmarkError.self) { try bad.quit("\n") }
    #expect(throws: PseudoTerminalError.self) { try TerminalSession(["/nowhere"], environment: []) }
  }
}
