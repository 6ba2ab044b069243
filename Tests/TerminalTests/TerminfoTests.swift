import Glibc
import Testing

@testable import Terminal

/// One after the other: the description that is loaded is one for the whole process.
@Suite("TerminalDevice descriptions", .serialized)
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

  @Test("The painter finds what it needs of a description")
  func abilities() throws {
    try load("xterm-256color")
    let xterm = TerminalAbilities.loaded
    #expect(text(xterm.string("el")) == "\u{1B}[K" && xterm.capability("ech") != nil)
    #expect(xterm.erasesInColor && xterm.movesInAnyStyle && !xterm.wrapsAtOnce)
    try load("vt100")
    let vt100 = TerminalAbilities.loaded
    #expect(text(vt100.string("el")) == "\u{1B}[K", "without its delay")
    #expect(vt100.string("setaf") == nil && !vt100.erasesInColor)
    try load("linux")
    #expect(TerminalAbilities.loaded.noColorVideo == 18)
  }

  @Test("Strings of unusual forms are left to the library")
  func unusualCapability() throws {
    try load("xterm-256color")
    let setaf = try #require(TerminalAbilities.loaded.capability("setaf"))
    var bytes: [UInt8] = []
    for color in [1, 9, 200] { setaf.append(color, to: &bytes) }
    #expect(text(bytes) == "\u{1B}[31m\u{1B}[91m\u{1B}[38;5;200m")
    #expect(setaf.length(200) == 11)
  }
}
