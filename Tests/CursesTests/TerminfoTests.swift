import Glibc
import Testing

@testable import Curses

/// One after the other: the description that is loaded is one for the whole process.
@Suite("Terminal descriptions", .serialized)
struct TerminfoTests {
  /// Loads a description as for a terminal; any descriptor will do.
  private func load(_ type: String) throws {
    try Terminfo.load(type, terminal: STDERR_FILENO)
  }

  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "Types that nobody knows are refused",
    arguments: ["nonsense", "", "unknown", "../../etc/passwd", "x:y"])
  func unknownTypes(type: String) {
    #expect(throws: TerminalError.unknownType(type)) { try load(type) }
  }

  @Test("A dumb terminal has no place for the cursor to go")
  func dumb() throws {
    try load("dumb")
    #expect(Terminfo.string("cup") == nil)
    try load("vt100")
    #expect(Terminfo.string("cup") != nil && Terminfo.number("colors") == -1)
  }

  @Test("Delays are taken out, other dollars stay")
  func delays() {
    func stripped(_ text: String) -> String {
      String(decoding: Terminfo.withoutDelays(Array(text.utf8)), as: UTF8.self)
    }
    #expect(stripped("\u{1B}[m\u{0F}$<2>") == "\u{1B}[m\u{0F}")
    #expect(stripped("$<5/>a$<10*>b$c") == "ab$c")
    #expect(stripped("a$<5") == "a$<5")
  }

  @Test("What gives the terminal back leaves the alternate screen and shows the cursor")
  func reset() throws {
    try load("xterm-256color")
    let bytes = text(Terminfo.resetBytes(rows: 40)) ?? ""
    for part in ["\u{1B}[1;40r", "\u{1B}[?25h", "\u{1B}[39;49m", "\u{1B}[?1l\u{1B}>", "\u{1B}[?1049l"] {
      #expect(bytes.contains(part))
    }
    try load("vt100")
    #expect(text(Terminfo.resetBytes(rows: 24))?.contains("$<") == false)
  }

  @Test("The variant with direct colours sends them", arguments: ["xterm-256color", "tmux-256color"])
  func directColor(type: String) throws {
    try load(type)
    let direct = DirectColor(type: type)
    try direct.whileInPlace { try load(type) }
    #expect(Terminfo.number("colors") == 1 << 24 && Terminfo.flag("RGB") && Terminfo.flag("AX"))
    let foreground = try #require(Terminfo.string("setaf"))
    let background = try #require(Terminfo.string("setab"))
    #expect(text(Terminfo.formatted(foreground, 0x1D2021)) == "\u{1B}[38;2;29;32;33m")
    #expect(text(Terminfo.formatted(background, 0xFFFFFF)) == "\u{1B}[48;2;255;255;255m")
    #expect(text(Terminfo.formatted(foreground, 7)) == "\u{1B}[38;2;0;0;7m")
  }

  @Test("All else in the variant is as in the original, and so is the environment")
  func directColorKeepsTheRest() throws {
    let names = ["cup", "sgr", "sgr0", "smcup", "rmcup", "smkx", "kcuu1", "kf12", "op", "el", "ech", "csr"]
    let before = getenv("TERMINFO").map { String(cString: $0) }
    try load("xterm-256color")
    let strings = names.map { text(Terminfo.string($0)) }
    let flags = ["am", "xenl", "bce"].map { Terminfo.flag($0) }
    try DirectColor(type: "xterm-256color").whileInPlace { try load("xterm-256color") }
    #expect(names.map { text(Terminfo.string($0)) } == strings)
    #expect(["am", "xenl", "bce"].map { Terminfo.flag($0) } == flags)
    #expect(!Terminfo.flag("ccc") && Terminfo.string("initc") == nil && Terminfo.string("oc") == nil)
    #expect(getenv("TERMINFO").map { String(cString: $0) } == before)
    try load("xterm-256color")
    #expect(Terminfo.number("colors") == 256)
  }
}
