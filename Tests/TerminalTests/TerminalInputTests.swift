import Display
import Glibc
import Testing

@testable import Terminal

/// Bytes in pieces, and how long the rest of a key is waited for.
struct TerminalInputTests {
  /// A pipe in which some bytes are.
  private func pipe(_ bytes: [UInt8]) throws -> (input: Int32, output: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    return (ends[0], ends[1])
  }

  private func input(_ environment: [String: String] = [:]) -> TerminalInput {
    TerminalInput(KeySequences(), environment: environment)
  }

  @Test func aFloodOfKeysComesInPieces() throws {
    let (file, other) = try pipe(Array(repeating: UInt8(ascii: "j"), count: 5_000))
    close(other)
    defer { close(file) }
    var input = input()
    var counts: [Int] = []
    while true {
      let (outputs, isEmpty) = input.read(from: file)
      if isEmpty { break }
      counts.append(outputs.count)
    }
    #expect(counts.reduce(0, +) == 5_000, "and no key is lost")
    #expect(counts.allSatisfy { (200...1_024).contains($0) || $0 == counts.last })
  }

  @Test(
    arguments: [
      (nil, 100), ("25", 25), ("500", 500), ("0", 0), ("-3", 0), ("soon", 100), ("99999999999", 30_000),
    ] as [(String?, Int)])
  func theRestOfAKeyIsWaitedFor(delay: String?, milliseconds: Int) throws {
    let (file, other) = try pipe([0x1B])
    defer { for end in [file, other] { close(end) } }
    var input = input(delay.map { ["ESCDELAY": $0] } ?? [:])
    #expect(input.timeout == nil && input.silence() == [])
    #expect(input.read(from: file).outputs == [])
    let timeout = try #require(input.timeout)
    #expect(timeout <= milliseconds && timeout >= milliseconds * 6 / 10)
    if milliseconds == 0 {
      #expect(input.silence() == [.event(.key(.escape))])
      let rest = try #require(input.timeout)
      #expect(0...TerminalInput.lateSequenceDelay ~= rest)
      #expect(write(other, "OA", 2) == 2)
      #expect(input.read(from: file).outputs == [.event(.key(.up))])
      #expect(input.timeout == nil)
    } else if milliseconds > 100 {
      #expect(input.silence() == [], "its time is not over")
      #expect(write(other, [UInt8(ascii: "["), UInt8(ascii: "A")], 2) == 2)
      #expect(input.read(from: file).outputs == [.event(.key(.up))])
      #expect(input.timeout == nil)
    }
  }

  /// A slow line brings an arrow byte by byte: it must not become commands.
  @Test func aSequenceThatHasBegunIsWaitedForLonger() throws {
    let (file, other) = try pipe([0x1B, UInt8(ascii: "[")])
    defer { for end in [file, other] { close(end) } }
    var input = input(["ESCDELAY": "0"])
    #expect(input.read(from: file).outputs == [])
    #expect(try #require(input.timeout) > TerminalInput.sequenceDelay / 2)
    #expect(write(other, [UInt8(ascii: "A")], 1) == 1)
    #expect(input.read(from: file).outputs == [.event(.key(.up))])
    #expect(input.timeout == nil)
  }
}
