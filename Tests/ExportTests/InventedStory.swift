import PageFormats

@testable import Export

/// Stories to write down.
enum InventedStory {
  static func text(
    _ title: String = "Tin index slips", paragraphs: [String] = ["First.", "Second."], topics: [String] = [],
    address: String? = nil, note: String? = nil, related: [String] = []
  ) -> StoryText {
    var story = StoryText(
      Entry(title: title, source: "The Meridian", when: "2 hours ago", topics: topics, body: paragraphs))
    (story.address, story.note, story.related) = (address, note, related)
    return story
  }

  /// What a page could say to become something else than text.
  static let hostile = [
    "# heading", "## [link](https://evil.example)", "![picture](https://evil.example/x.png)",
    "<script>alert(1)</script>", "<https://evil.example>", "https://evil.example/x", "http://evil.example",
    "WWW.evil.example", "www.evil.example", "`code`", "```", "~~~", "---", "***", "___", "===", "- item",
    "+ item",
    "* item", "1. item", "12) item", "> quote", "    indented code", "\tindented code", "| a | b |",
    "&lt;b&gt;",
    "&#35; heading", "[ref]: https://evil.example", "[ref]", "text\\", "line\nbreak # x",
    "*em* _em_ **strong**",
    "~~gone~~", "$x$", ": term", "a <b onclick=\"x\">", "<!-- hidden", "]]>", "\\# x", "{#id .class}",
    "\r# x",
    "\u{2028}# x", "\u{85}# x",
    "joe@evil.example", "mailto:joe@evil.example", "xmpp:joe@evil.example/x", "(a.b+c_d-e@evil.example)",
    "`joe@evil.example`", "\\joe@evil.example", "a@b@evil.example", "joe@evil.example.", "_www.evil.example",
    "~www.evil.example", "xwww.evil.example", "ftp://evil.example", "*\u{301}em*\u{301}",
    "`\u{301}code`\u{301}",
    "[\u{301}a](\u{301}b)", "#\u{301} x", "<\u{301}b>", "1.\u{301} x", "\u{301}joe@evil.example",
  ]
}
