import Display
import TerminalModel
import Testing

@testable import Terminal

/// The fewest bytes from one place to another.
struct CursorMotionTests {
  private func bytes(_ start: Point?, _ end: Point, _ abilities: TerminalAbilities = .xterm) throws -> String
  {
    let motion = try #require(CursorMotion(abilities))
    var bytes: [UInt8] = []
    motion.append(from: start, to: end, to: &bytes)
    #expect(motion.length(from: start, to: end) == bytes.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func at(_ column: Int, _ row: Int) -> Point { Point(column: column, row: row) }

  @Test func theShortestWayIsTaken() throws {
    #expect(try bytes(at(4, 2), at(4, 2)) == "")
    #expect(try bytes(at(4, 2), at(3, 2)) == "\u{8}")
    #expect(try bytes(at(4, 2), at(4, 4)) == "\n\n")
    #expect(try bytes(at(4, 2), at(4, 12)) == "\u{1B}[13d")
    #expect(try bytes(at(4, 12), at(4, 2)) == "\u{1B}[3d")
    #expect(try bytes(at(4, 2), at(4, 1)) == "\u{1B}[A")
    #expect(try bytes(at(4, 2), at(0, 3)) == "\n\r")
    #expect(try bytes(at(90, 2), at(40, 3)) == "\n\u{1B}[41G")
    #expect(try bytes(at(40, 2), at(49, 2)) == "\u{1B}[50G")
    #expect(try bytes(at(90, 30), at(0, 0)) == "\u{1B}[H")
    #expect(try bytes(at(90, 30), at(40, 4)) == "\u{1B}[5;41H")
  }

  @Test func fromAnUnknownPlaceThePlaceIsAddressed() throws {
    #expect(try bytes(nil, at(3, 2)) == "\u{1B}[3;4H")
    #expect(try bytes(nil, at(0, 0)) == "\u{1B}[H")
  }

  @Test func aTerminalThatCanDoNoMoreAddressesEveryPlace() throws {
    #expect(try bytes(at(4, 2), at(3, 2), .bare) == "\u{1B}[3;4H")
    #expect(CursorMotion(TerminalAbilities(strings: [:], flags: [])) == nil)
  }

  @Test(arguments: TerminalKind.all) func everyWayArrives(kind: TerminalKind) throws {
    let size = Size(columns: 13, rows: 5)
    let motion = try #require(CursorMotion(kind.abilities))
    var terminal = ModelTerminal(kind.abilities, size: size)
    let places = (0..<size.rows).flatMap { row in (0..<size.columns).map { Point(column: $0, row: row) } }
    var wrong = 0
    for start in places {
      for end in places {
        var bytes: [UInt8] = []
        motion.append(from: nil, to: start, to: &bytes)
        motion.append(from: start, to: end, to: &bytes)
        terminal.feed(bytes)
        if terminal.cursor != end { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }
}
