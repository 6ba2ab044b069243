import Glibc
import Testing

@testable import Terminal

/// Output to somebody who does not read.
struct TerminalOutputTests {
  private func pipe() throws -> (reader: Int32, output: TerminalOutput) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    return (ends[0], TerminalOutput(descriptor: ends[1]))
  }

  private func read(_ file: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = Glibc.read(file, &bytes, bytes.count)
    return Array(bytes[..<max(0, count)])
  }

  @Test func whatIsNotTakenWaitsAndComesInOrder() throws {
    var (reader, output) = try pipe()
    defer { close(reader) }
    let screen = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    output.send(screen)
    #expect(!output.isEmpty)
    output.send([1, 2, 3])
    var taken: [UInt8] = []
    while !output.isEmpty {
      taken += read(reader)
      output.flush()
    }
    taken += read(reader)
    output.close()
    #expect(taken == screen + [1, 2, 3])
  }

  @Test func aTerminalThatIsGoneTakesEverything() throws {
    var (reader, output) = try pipe()
    close(reader)
    signal(SIGPIPE, SIG_IGN)
    output.send([1, 2, 3])
    #expect(output.isEmpty)
    output.close()
  }

  @Test func whatGivesItBackComesAlsoWhereNothingIsTaken() throws {
    var (reader, output) = try pipe()
    defer { close(reader) }
    output.send([UInt8](repeating: 7, count: 100_000))
    output.finish(with: [9])
    #expect(output.isEmpty, "nobody waits any longer")
    output.close()
  }
}
