/// Builds the source of a manual page with a few macros of man(7).
struct RoffPage {
  private(set) var text = ""

  /// A page of section 1, without a date, so that the same program always has the same page.
  init(title: String, version: String) {
    line(".TH \(RoffText.argument(title)) 1 \"\" \(RoffText.argument(version)) \"User Commands\"")
    // No hyphenation and no justification, because there are many names and keys.
    line(".nh")
    line(".ad l")
  }

  mutating func heading(_ text: String) { line(".SH \(RoffText.argument(text))") }

  mutating func subheading(_ text: String) { line(".SS \(RoffText.argument(text))") }

  /// A paragraph; text between `` ` `` is set as literal text.
  mutating func paragraph(_ text: String) {
    line(".PP")
    line(RoffText.prose(text))
  }

  /// A term and its explanation.
  mutating func entry(_ term: String, _ text: String) {
    line(".TP")
    line(term)
    line(RoffText.prose(text))
  }

  /// Indented below the entry above.
  mutating func indented(_ write: (inout RoffPage) -> Void) {
    line(".RS")
    write(&self)
    line(".RE")
  }

  /// Lines set as they are.
  mutating func example(_ lines: [String]) {
    line(".PP")
    line(".RS 4")
    line(".nf")
    lines.forEach { line(RoffText.escaped($0)) }
    line(".fi")
    line(".RE")
  }

  /// Lines that are already escaped.
  mutating func rows(_ rows: [String]) {
    line(".PP")
    line(".nf")
    rows.forEach { line($0) }
    line(".fi")
  }

  private mutating func line(_ text: String) { self.text += text + "\n" }
}
