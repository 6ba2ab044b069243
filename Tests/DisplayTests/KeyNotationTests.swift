import Display
import Testing

@Suite("How keys are written")
struct KeyNotationTests {
  static let namedKeys: [Key] =
    [
      .enter, .tab, .backTab, .backspace, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert, .delete, " ",
    ] + (1...63).map { .function($0) }
  static let controls: [Key] = "ABCDEFGKLNOPQRSTUVWXYZ\\]^_".map { .control($0) }
  static let characters: [Key] =
    (0x21...0x7E).map { .character(Character(Unicode.Scalar(UInt8($0)))) } + [
      "é", "語", "ن", "🚢", "\u{301}", "\u{A0}",
    ]
  static let keys = namedKeys + controls + characters

  @Test("Every key that a terminal sends is read as it is shown", arguments: keys)
  func oneKey(key: Key) {
    #expect(KeySequence(key.description) == KeySequence([key]))
    #expect(KeySequence([key]).description == key.description)
  }

  @Test("Every two keys are read as they are shown, whatever they look like together")
  func twoKeys() {
    for first in KeyNotationTests.keys {
      for second in KeyNotationTests.keys {
        let sequence = KeySequence([first, second])
        #expect(KeySequence(sequence.description) == sequence, "\(sequence)")
      }
    }
  }

  @Test("Every name is a key, and its own notation")
  func names() {
    for name in Key.names {
      let key = Key(notation: name)
      #expect(key != nil, "\(name)")
      let isArrow = [.up, .down, .left, .right].contains(key)
      #expect(isArrow || key?.description == name)
    }
  }

  @Test(
    "Other ways to write a key",
    arguments: [
      ("Ctrl-f", Key.control("F")), ("ctrl+F", .control("F")), ("C-f", .control("F")),
      ("<c-f>", .control("F")),
      ("<C-F>", .control("F")), ("^f", .control("F")), ("Control-]", .control("]")), ("^i", .tab),
      ("^M", .enter),
      ("^J", .enter), ("^[", .escape), ("Ctrl-h", .backspace), ("<S-Tab>", .backTab), ("shift-tab", .backTab),
      ("<cr>", .enter), ("Return", .enter), ("<BS>", .backspace), ("escape", .escape), ("Up", .up),
      ("<up>", .up),
      ("PageDown", .pageDown), ("space", " "), ("<lt>", "<"), ("<", "<"), ("^", "^"), ("<f1>", .function(1)),
      ("f12", .function(12)),
    ])
  func aliases(notation: String, key: Key) {
    #expect(KeySequence(notation) == KeySequence([key]))
  }

  @Test(
    "Sequences",
    arguments: [
      ("gg", ["g", "g"]), ("g g", ["g", "g"]), (" g  g ", ["g", "g"]), ("y t", ["y", "t"]),
      ("up", ["u", "p"]),
      ("f1", ["f", "1"]), ("^W j", [.control("W"), "j"]), ("<c-w> <c-w>", [.control("W"), .control("W")]),
      ("T a b", ["T", "a", "b"]), ("Space g", [" ", "g"]), ("<>", ["<", ">"]),
    ] as [(String, KeySequence)])
  func sequences(notation: String, sequence: KeySequence) {
    #expect(KeySequence(notation) == sequence)
  }

  @Test(
    "What is no key",
    arguments: [
      ("", nil), ("  ", nil), ("ggg", "ggg"), ("g Spcae", "Spcae"), ("F64", "F64"), ("^1", "^1"),
      ("Ctrl-", "Ctrl-"),
      ("Ctrl-ff", "Ctrl-ff"), ("<x>", "<x>"), ("Alt-x", "Alt-x"), ("\u{1B}", "\u{1B}"), ("\n", "\n"),
      ("a\u{7}", "a\u{7}"),
    ] as [(String, String?)])
  func noKeys(notation: String, word: String?) {
    #expect(KeySequence(notation) == nil)
    #expect(KeySequence.unreadableWord(in: notation) == word)
  }

  @Test func beginnings() {
    #expect(KeySequence(["g"]).isBeginning(of: ["g", "g"]))
    #expect(KeySequence(["g", "g"]).isBeginning(of: ["g", "g"]))
    #expect(!KeySequence(["g", "g"]).isBeginning(of: ["g"]))
    #expect(!KeySequence(["G"]).isBeginning(of: ["g", "g"]))
  }
}
