import Testing

@testable import TerminalModel

/// The screen of the terminal in memory.
struct TerminalScreenTests {
  /// Ten columns and four rows, after a program's output.
  private func screen(_ output: String, after start: String = "") -> TerminalScreen {
    var screen = TerminalScreen(columns: 10, rows: 4)
    var parser = OutputParser()
    parser.feed((start + output).utf8, to: &screen)
    return screen
  }

  private let letters = "abcdefghij\r\nklmnopqrst\r\nuvwxyz"

  @Test(
    "Moving and writing",
    arguments: [
      ("a\r\nb", "a\nb\n\n"), ("\u{1B}[2;4Hx\u{1B}[Hy", "y\n   x\n\n"),
      ("\u{1B}[3d\u{1B}[5Gx", "\n\n    x\n"),
      ("abc\u{1B}[2D1\u{1B}[B2\u{1B}[A\u{1B}[C3", "a1c 3\n  2\n\n"), ("abcdefghijk", "abcdefghij\nk\n\n"),
      ("abcdefghij\r\nk", "abcdefghij\nk\n\n"), ("=\u{1B}[3bx", "====x\n\n\n"), ("a\tb", "a       b\n\n\n"),
      ("\u{1B}7ab\u{1B}8c", "cb\n\n\n"), ("\u{1B}[?7labcdefghijkl", "abcdefghil\n\n\n"),
    ])
  func writing(output: String, text: String) {
    #expect(screen(output).text == text)
  }

  @Test(
    "Erasing and shifting",
    arguments: [
      ("\u{1B}[2;3H\u{1B}[K", "abcdefghij\nkl\nuvwxyz\n"),
      ("\u{1B}[2;3H\u{1B}[1K", "abcdefghij\n   nopqrst\nuvwxyz\n"),
      ("\u{1B}[2;3H\u{1B}[J", "abcdefghij\nkl\n\n"), ("\u{1B}[2J", "\n\n\n"),
      ("\u{1B}[1;2H\u{1B}[3X", "a   efghij\nklmnopqrst\nuvwxyz\n"),
      ("\u{1B}[1;2H\u{1B}[3P", "aefghij\nklmnopqrst\nuvwxyz\n"),
      ("\u{1B}[1;2H\u{1B}[3@", "a   bcdefg\nklmnopqrst\nuvwxyz\n"),
      ("\u{1B}[1;2H\u{1B}[4hXY\u{1B}[4l", "aXYbcdefgh\nklmnopqrst\nuvwxyz\n"),
      ("\u{1B}[2;1H\u{1B}[L", "abcdefghij\n\nklmnopqrst\nuvwxyz"),
      ("\u{1B}[1;1H\u{1B}[2M", "uvwxyz\n\n\n"), ("\u{1B}[2;3r\u{1B}[3;1H\n", "abcdefghij\nuvwxyz\n\n"),
      ("\u{1B}[2;3r\u{1B}[2;1H\u{1B}M", "abcdefghij\n\nklmnopqrst\n"), ("\u{1B}[2S", "uvwxyz\n\n\n"),
      ("\u{1B}[T", "\nabcdefghij\nklmnopqrst\nuvwxyz"),
    ])
  func erasing(output: String, text: String) {
    #expect(screen(output, after: letters).text == text)
  }

  @Test("Wide characters and marks")
  func wide() {
    #expect(screen("a日本e\u{301}").text(row: 0) == "a日本e\u{301}    ")
    #expect(screen("日\u{1B}[1;2Hx").text(row: 0) == " x        ")
    #expect(screen("日\u{1B}[1;1Hx").text(row: 0) == "x         ")
    #expect(screen("abcdefghi日").text == "abcdefghi\n日\n\n")
  }

  @Test(
    "Sequences that show nothing leave no trace",
    arguments: ["]0;title\u{07}", "(B", "[?25l", "P1+r\u{1B}\\", ">"])
  func silent(sequence: String) {
    #expect(screen("a\u{1B}\(sequence)b").text == "ab\n\n\n")
  }

  @Test("The alternate screen goes without a trace")
  func alternate() {
    #expect(screen("\u{1B}[?1049h\u{1B}[Hother\u{1B}[?1049l!", after: "main").text == "main!\n\n\n")
  }

  @Test(
    "Changed cells",
    arguments: [
      ("", 0), ("\u{1B}[Habc", 0), ("\u{1B}[Habx", 1), ("\u{1B}[H\u{1B}[1mabc", 3),
      ("\u{1B}[H\u{1B}[38;5;9;48;2;1;2;3ma\u{1B}[m", 1), ("\u{1B}[H\u{1B}[K", 10),
      ("\u{1B}[2;1H\u{1B}[41m\u{1B}[K", 10),
      ("\u{1B}[H\u{1B}[1m\u{1B}[22mabc", 0), ("\u{1B}[2;1H日", 2),
    ])
  func changes(output: String, count: Int) {
    let before = screen(letters)
    var after = before
    var parser = OutputParser()
    parser.feed(output.utf8, to: &after)
    #expect(after.changedCells(since: before.cells) == count)
  }

  @Test("Output may be cut anywhere")
  func chunks() {
    let output = Array("\u{1B}[2;3H日\u{1B}[1;31mé\u{1B}]0;x\u{1B}\\z".utf8)
    for cut in output.indices {
      var screen = TerminalScreen(columns: 10, rows: 4)
      var parser = OutputParser()
      parser.feed(output[..<cut], to: &screen)
      parser.feed(output[cut...], to: &screen)
      #expect(screen.text == "\n  日éz\n\n")
    }
  }
}
