import CNcurses
import Display
import Testing

@testable import Curses

@Suite("Keys from bytes and ncurses codes")
struct KeyDecoderTests {
  /// All keys of a text typed at once, then silence.
  private func keys(_ text: String) -> [Key] {
    keys(Array(text.utf8))
  }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    let keys = bytes.flatMap { decoder.take(Int32($0)) }
    return decoder.isWaiting ? keys + decoder.silence() : keys
  }

  @Test("Plain characters, also those of several bytes")
  func characters() {
    #expect(keys("j G~") == [.character("j"), .character(" "), .character("G"), .character("~")])
    #expect(keys("é語🚢ن") == [.character("é"), .character("語"), .character("🚢"), .character("ن")])
  }

  @Test(
    "Control characters",
    arguments: [
      ("\u{01}", Key.control("A")), ("\u{0F}", .control("O")), ("\u{11}", .control("Q")),
      ("\u{13}", .control("S")), ("\u{1A}", .control("Z")), ("\u{1F}", .control("_")),
      ("\u{1D}", .control("]")), ("\u{08}", .backspace), ("\u{7F}", .backspace),
      ("\t", .tab), ("\r", .enter), ("\n", .enter),
      ("\u{1B}", .escape),
    ])
  func controls(text: String, key: Key) {
    #expect(keys(text) == [key])
  }

  @Test(
    "Sequences that the terminal's description may lack",
    arguments: [
      ("[A", Key.up), ("[B", .down), ("[C", .right), ("[D", .left), ("OA", .up), ("OD", .left),
      ("[1;1A", .up), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end),
      ("OF", .end), ("[4~", .end), ("[8~", .end),
      ("[5~", .pageUp), ("[6~", .pageDown), ("[2~", .insert), ("[3~", .delete),
      ("[Z", .backTab), ("OM", .enter), ("OP", .function(1)), ("OS", .function(4)), ("[11~", .function(1)),
      ("[15~", .function(5)), ("[17~", .function(6)), ("[24~", .function(12)), ("[[A", .function(1)),
      ("[[E", .function(5)), ("Oq", .character("1")),
    ])
  func sequences(text: String, key: Key) {
    #expect(keys("\u{1B}" + text) == [key])
    #expect(keys("\u{1B}\(text)j") == [key, .character("j")])
  }

  @Test(
    "What is unknown is swallowed whole",
    arguments: [
      "[1;5A", "[3;2~", "[25~", "[99~", "[?62;1;2c", "[8;40;120t", "[<0;10;20M", "[<0;10;20m", "[M !\"",
      "[200~", "[I", "[27;5;106~", "[106;5u", "[>1;95;0c", "[12;40R", "O5A", "OY", "[[Z", "[7$x",
      "]11;rgb:0000/0000/0000\u{07}", "]11;rgb:ff/ff/ff\u{1B}\\", "P1+r544e=78\u{1B}\\", "_Gi=1;OK\u{1B}\\",
      "[" + String(repeating: "1;", count: 500) + "A",
    ])
  func unknown(text: String) {
    #expect(keys("\u{1B}" + text) == [])
    #expect(keys("\u{1B}\(text)q\u{1B}[A") == [.character("q"), .up])
  }

  @Test("Escape with another key is Escape, then that key")
  func escapeAndMore() {
    #expect(keys("\u{1B}j") == [.escape, .character("j")])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
    #expect(keys("\u{1B}é") == [.escape, .character("é")])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}P") == [.escape, .character("P")])
    #expect(keys("\u{1B}[") == [.escape, .character("[")])
  }

  @Test("A sequence broken off by another gives only the second")
  func broken() {
    #expect(keys("\u{1B}[12\u{1B}[B") == [.down])
    #expect(keys("\u{1B}]0;title\u{1B}[B") == [.down])
    #expect(keys("\u{1B}[12") == [])
    #expect(keys("\u{1B}[1\rj") == [.enter, .character("j")])
  }

  @Test("Bytes that are no UTF-8 vanish, and take nothing with them")
  func invalidBytes() {
    #expect(keys([0x80, 0x6A]) == [.character("j")])
    #expect(keys([0xC3, 0x6A]) == [.character("j")])
    #expect(keys([0xC0, 0xAF, 0xFF, 0x6A]) == [.character("j")])
    #expect(keys([0xED, 0xA0, 0x80, 0x6A]) == [.character("j")])
    #expect(keys([0xF4, 0x90, 0x80, 0x80, 0x6A]) == [.character("j")])
    #expect(keys([0xE8, 0xAA, 0x1B, 0x5B, 0x41]) == [.up])
    #expect(keys([0xC2, 0x9B, 0x6A]) == [.character("j")])
    #expect(keys([0x00, 0x6A]) == [.character("j")])
  }

  @Test("A character survives a pause between its bytes; an escape sequence ends there")
  func pauses() {
    var decoder = KeyDecoder()
    #expect(decoder.take(0xC3) == [] && !decoder.isWaiting)
    #expect(decoder.silence() == [])
    #expect(decoder.take(0xA9) == [.character("é")])
    #expect(decoder.take(0x1B) == [] && decoder.isWaiting)
    #expect(decoder.silence() == [.escape] && !decoder.isWaiting)
    #expect(decoder.take(0x5B) == [.character("[")])
  }

  @Test(
    "Codes of ncurses",
    arguments: [
      (KEY_UP, Key.up), (KEY_NPAGE, .pageDown), (KEY_PPAGE, .pageUp), (KEY_BTAB, .backTab),
      (KEY_ENTER, .enter), (KEY_BACKSPACE, .backspace),
      (KEY_DC, .delete), (KEY_IC, .insert), (KEY_HOME, .home), (KEY_END, .end),
      (KEY_F0 + 1, .function(1)), (KEY_F0 + 12, .function(12)), (KEY_SUSPEND, .control("Z")),
    ])
  func codes(code: Int32, key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.take(code) == [key])
  }

  @Test(
    "Codes of other keys, and of none",
    arguments: [KEY_RESIZE, KEY_MOUSE, KEY_SLEFT, KEY_MAX + 40, 256, -7])
  func unknownCodes(code: Int32) {
    var decoder = KeyDecoder()
    #expect(decoder.take(code) == [])
    #expect(decoder.take(0x6A) == [.character("j")])
  }

  @Test("No bytes crash it or leave it deaf", arguments: 0..<200)
  func anyBytes(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var decoder = KeyDecoder()
    let favourites: [Int32] = [0x1B, 0x5B, 0x4F, 0x5D, 0x3B, 0x31, 0x7E, 0x4D, 0xC3, 0xF0, 0x80, KEY_UP]
    for _ in 0..<500 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Int(random >> 33)
      _ = decoder.take(pick % 3 == 0 ? Int32(pick % 256) : favourites[pick % favourites.count])
    }
    _ = decoder.silence()
    _ = decoder.take(0x0D)
    #expect(decoder.take(0x6A) == [.character("j")])
  }
}
