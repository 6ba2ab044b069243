import Foundation
import Testing

@testable import Terminal

@Suite("What is asked of the terminal beside drawing")
struct RequestTests {
  private let xterm = Array("\u{1B}[%i%p1%d;%p2%dH".utf8)

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Modes

  @Test("The mouse is asked for only on demand, and given back in full")
  func modes() {
    var modes = RequestedModes(cursorAddress: xterm)
    #expect(text(modes.request) == "\u{1B}[?2004h")
    #expect(text(modes.release) == "\u{1B}[?2004l")
    modes.mouse = true
    #expect(text(modes.request) == "\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h")
    #expect(text(modes.release) == "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l")
  }

  @Test("Terminals that put right-to-left text in order leave ours as it is, and later do it again")
  func order() {
    var modes = RequestedModes(cursorAddress: xterm)
    modes.ordersText = true
    #expect(text(modes.request) == "\u{1B}[?2004h\u{1B}[8l")
    #expect(text(modes.release) == "\u{1B}[8h\u{1B}[?2004l")
  }

  @Test("A terminal of another kind is asked for nothing", arguments: ["\u{1B}Y%p1%' '%+%c", "", "\u{1B}="])
  func foreignTerminal(cursorAddress: String) {
    var modes = RequestedModes(cursorAddress: Array(cursorAddress.utf8))
    modes.mouse = true
    #expect(modes.request.isEmpty && modes.release.isEmpty)
    #expect(RequestedModes(cursorAddress: nil).request.isEmpty)
  }

  // MARK: The clipboard

  @Test("The clipboard's sequence holds the text in base64")
  func plain() {
    let sequence = ClipboardSequence(environment: ["TERM": "xterm", "TMUX": ""])
    #expect(text(sequence.bytes(for: "héllo\u{1B}")) == "\u{1B}]52;c;aMOpbGxvGw==\u{07}")
    #expect(text(sequence.bytes(for: "")) == "\u{1B}]52;c;\u{07}")
  }

  @Test("The largest text fits into the sequence that terminals take")
  func largest() {
    let text = String(repeating: "x", count: ClipboardSequence.limit)
    #expect(ClipboardSequence(environment: [:]).bytes(for: text).count <= 100_000)
  }

  @Test("tmux gets it twice: for itself, and for the terminal around it with each ESC doubled")
  func tmux() {
    let sequence = ClipboardSequence(environment: ["TMUX": "/tmp/tmux-0/default,1,0", "STY": "1.outer"])
    #expect(
      text(sequence.bytes(for: "hi"))
        == "\u{1B}]52;c;aGk=\u{07}" + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{07}\u{1B}\\")
  }

  @Test("GNU screen gets it in pieces it can take, which are the sequence again")
  func screen() throws {
    let content = String(repeating: "news ", count: 2_000)
    let bytes = ClipboardSequence(environment: ["STY": "1234.pts-0"]).bytes(for: content)
    let pieces = text(bytes).components(separatedBy: "\u{1B}P").dropFirst()
    #expect(pieces.count > 20)
    #expect(pieces.allSatisfy { $0.hasSuffix("\u{1B}\\") && $0.utf8.count <= 512 + 2 })
    let whole = pieces.map { String($0.dropLast(2)) }.joined()
    #expect(whole == text(ClipboardSequence(environment: [:]).bytes(for: content)))
  }
}
