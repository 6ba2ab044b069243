import Display
import TerminalModel
import Testing

@testable import Terminal

/// What is sent from one style to the next.
struct SGRCacheTests {
  private static let styles = [
    ResolvedStyle(), ResolvedStyle(foreground: 230, background: 17),
    ResolvedStyle(foreground: 230, background: 17, attributes: .bold),
    ResolvedStyle(foreground: 100, background: 17, attributes: [.dim, .underline]),
    ResolvedStyle(background: 17),
    ResolvedStyle(foreground: 100), ResolvedStyle(attributes: [.bold, .reverse]),
    ResolvedStyle(attributes: [.bold, .italic]),
  ]

  private func text(_ start: Int?, _ end: Int, _ abilities: TerminalAbilities = .xterm) -> String {
    let changes = SGRCache(Self.styles, depth: .colors256, abilities: abilities)
    return String(decoding: changes.bytes(from: start, to: end), as: UTF8.self)
  }

  @Test func onlyWhatDiffersIsSent() {
    #expect(text(1, 2) == "\u{1B}[1m")
    #expect(text(2, 1) == "\u{1B}[22m")
    #expect(text(2, 4) == "\u{1B}[22;39m")
    #expect(text(1, 0) == "\u{1B}[0m", "which is shorter than both colours")
    #expect(text(7, 6) == "\u{1B}[23;7m")
  }

  @Test func aTerminalThatCannotEndOneAttributeBeginsAnew() {
    #expect(text(2, 1, .bare) == "\u{1B}[0;38;5;230;48;5;17m")
    #expect(text(1, 2, .bare) == "\u{1B}[1m")
  }

  @Test func withoutEndsForSingleColoursBothAreSet() {
    #expect(text(1, 4, .screen) == "\u{1B}[39;49;48;5;17m" || text(1, 4, .screen) == "\u{1B}[0;48;5;17m")
  }

  @Test func fromAnUnknownStyleEverythingIsSet() {
    #expect(text(nil, 2) == "\u{1B}[m\u{1B}[39;49m\u{1B}[1;38;5;230;48;5;17m")
  }

  @Test func exactColoursAreSentWhateverTheDescriptionSays() {
    let style = ResolvedStyle(foreground: 0x0A0B0C, background: 5)
    let changes = SGRCache([ResolvedStyle(), style], depth: .trueColor, abilities: .xterm)
    #expect(
      String(decoding: changes.bytes(from: 0, to: 1), as: UTF8.self) == "\u{1B}[38;2;10;11;12;48;2;0;0;5m")
  }

  @Test(arguments: TerminalKind.all) func everyChangeArrives(kind: TerminalKind) {
    let changes = SGRCache(Self.styles, depth: kind.depth, abilities: kind.abilities)
    for start in Self.styles.indices {
      for end in Self.styles.indices {
        var terminal = ModelTerminal(kind.abilities, size: Size(columns: 2, rows: 1))
        terminal.feed(changes.bytes(from: nil, to: start) + changes.bytes(from: start, to: end))
        #expect(terminal.screen.style == TerminalStyle(Self.styles[end], depth: kind.depth))
      }
    }
  }
}
