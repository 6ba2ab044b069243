import SmallFiles
import Testing
import Themes

/// Reading a scheme's file, however it is written.
struct SchemeTests {
  @Test func whatAFileSays() throws {
    let scheme = try Scheme(yaml: SchemeFiles.file())
    #expect(scheme.name == "Fog")
    #expect(scheme.author == "A. Pilot")
    #expect(scheme.variant == .dark)
  }

  /// All mean the same colours. In a line, `KEY` and `COLOR` stand for `base0A` and `1A2B3C`, in lower case
  /// for their lower-case forms.
  @Test(arguments: [
    ("Without #", "  KEY: \"COLOR\""), ("Lower-case digits", "  KEY: \"#color\""),
    ("Single quotes", "  KEY: 'COLOR'"),
    ("Unquoted", "  KEY: COLOR"), ("Unquoted with #, a comment to YAML", "  KEY: #COLOR"),
    ("The same with a comment", "  KEY: #color # fog"), ("Lower-case keys", "  key: \"COLOR\""),
    ("Quoted keys", "  \"KEY\": \"COLOR\""), ("With comments", "  KEY: \"#COLOR\" # a colour"),
    ("Windows line ends", "  KEY: \"#COLOR\"\r"), ("More spaces", "      KEY:     \"#COLOR\"   "),
  ])
  func waysToWriteColors(name: String, line: String) throws {
    let file = SchemeFiles.file { key, color in
      line.replacing("KEY", with: key).replacing("COLOR", with: color)
        .replacing("key", with: key.lowercased()).replacing("color", with: color.lowercased())
    }
    #expect(try Scheme(yaml: file).palette == Scheme(yaml: SchemeFiles.file()).palette)
  }

  /// `000000`, `123456` and `1e1e10` are numbers to YAML.
  @Test func unquotedNumbersKeepTheirDigits() throws {
    let numbers =
      ["000000", "001100", "123456", "654321", "1e1e10", "777777"] + SchemeFiles.dark.dropFirst(6)
    #expect(
      try Scheme(yaml: SchemeFiles.file(colors: numbers) { "  \($0): \($1)" }).palette
        == Scheme(yaml: SchemeFiles.file(colors: numbers)).palette)
  }

  @Test(arguments: [
    ("No author, no variant", "system: base16\nname: Fog\n"),
    ("Slug and description", "system: base16\nname: Fog\nslug: fog\ndescription: A grey one\n"),
    ("Keys of another day", "system: base16\nname: Fog\nmeta: {since: 2025, by: [a, b]}\nlicense: ~\n"),
    ("A document's beginning", "---\nsystem: base16\nname: Fog\n"),
    ("Byte order mark", "\u{FEFF}system: base16\nname: Fog\n"),
    ("A name that YAML takes for a number", "system: base16\nname: 1889\n"),
    ("An author who is nobody", "system: base16\nname: Fog\nauthor:\n"),
    ("Variants nobody knows", "system: base16\nname: Fog\nvariant: twilight\n"),
    ("A colour in the name", "system: base16\nname: \"Fog: #808080\"\n"),
    ("Comments", "# A scheme\nsystem: base16 # of them\nname: Fog\n"),
  ])
  func headings(name: String, heading: String) throws {
    let scheme = try Scheme(yaml: SchemeFiles.file(heading: heading))
    #expect(scheme.palette == (try Scheme(yaml: SchemeFiles.file()).palette))
    #expect(scheme.variant == .dark, "as its colours are")
    #expect(!scheme.name.isEmpty)
  }

  @Test func theVariantIsTheFilesOrTheColors() throws {
    let bare = "system: base16\nname: Fog\n"
    #expect(try Scheme(yaml: SchemeFiles.file(heading: bare, colors: SchemeFiles.light)).variant == .light)
    #expect(try Scheme(yaml: SchemeFiles.file(heading: bare + "variant: light\n")).variant == .light)
  }

  @Test func base24() throws {
    let colors =
      SchemeFiles.dark + ["0D0C0A", "070605", "FF8D85", "F1CB6C", "A1D58F", "7ED7DC", "87C4FE", "ECA1DB"]
    let heading = "system: base24\nname: Fog\n"
    #expect(throws: Never.self) { try Scheme(yaml: SchemeFiles.file(heading: heading, colors: colors)) }
    #expect(throws: Never.self, "only the sixteen are asked for") {
      try Scheme(yaml: SchemeFiles.file(heading: heading))
    }
  }

  @Test(arguments: 0..<16) func aColorIsMissing(number: Int) {
    let key = SchemeFiles.keys()[number]
    let file = SchemeFiles.file { $0 == key ? "" : "  \($0): \"#\($1)\"" }
    #expect(throws: SchemeError.missingColor(key: key)) { try Scheme(yaml: file) }
  }

  @Test(arguments: [
    "", "#", "12345", "1234567", "#12345g", "+12345", "-12345", "red", "１２３４５６", "rgb(1,2,3)", "0x1234",
  ])
  func aColorIsNone(value: String) {
    let file = SchemeFiles.file { "  \($0): \"\($0 == "base0B" ? value : $1)\"" }
    #expect(throws: SchemeError.badColor(key: "base0B", value: value)) { try Scheme(yaml: file) }
  }

  @Test func aColorHasNoValue() {
    let file = SchemeFiles.file { "  \($0):" + ($0 == "base0B" ? "" : " \"\($1)\"") }
    #expect(throws: SchemeError.badColor(key: "base0B", value: "")) { try Scheme(yaml: file) }
  }

  @Test func whatIsBesideTheColorsIsLeftAlone() throws {
    let file =
      SchemeFiles.file() + "  base18: none\n  base: none\n  accent: [1, 2]\n  baseline: \"#zzzzzz\"\n"
    #expect(try Scheme(yaml: file).palette == Scheme(yaml: SchemeFiles.file()).palette)
  }

  @Test(arguments: ["base8", "tinted8", "Base16", ""]) func anotherSystem(system: String) {
    let file = SchemeFiles.file(heading: "system: \"\(system)\"\nname: Fog\n")
    #expect(throws: SchemeError.unknownSystem(system)) { try Scheme(yaml: file) }
  }

  @Test(arguments: ["", "# fog\n", "Fog closes the harbour", "- fog\n- wind\n"])
  func noNamesWithValues(yaml: String) {
    #expect(throws: SchemeError.notAScheme) { try Scheme(yaml: yaml) }
  }

  @Test(arguments: [
    ("palette", "system: base16\nname: Fog\nbase00: \"000000\"\n"),
    ("palette", "system: base16\nname: Fog\npalette: [1, 2]\n"),
    ("system", "name: Fog\npalette: {base00: \"000000\"}\n"), ("name", "system: base16\npalette: {}\n"),
  ])
  func aPartIsMissing(key: String, yaml: String) {
    #expect(throws: SchemeError.missing(key: key)) { try Scheme(yaml: yaml) }
  }

  @Test func aPartIsRepeated() {
    let yaml = "system: base16\nsystem: base16\nname: Fog\npalette: {}\n"
    #expect(throws: SchemeError.repeated(key: "system", line: 2)) { try Scheme(yaml: yaml) }
    let colors = SchemeFiles.file() + "  base00: \"000000\"\n"
    #expect(throws: SchemeError.repeated(key: "base00", line: 22)) { try Scheme(yaml: colors) }
  }

  @Test(arguments: [
    ("Broken YAML", "system: \"base16\nname: Fog\n"), ("Tabs", "system:\n\t- base16"),
    ("Two documents", "---\nsystem: base16\n---\nname: Fog\n"),
    ("Nested without an end", "system: " + String(repeating: "[", count: 60_000)),
    ("Names that are not there", "system: *fog\nname: Fog\npalette: {}\n"),
    ("Control characters", "\u{0}\u{1}\u{7F}"),
  ])
  func noYAML(name: String, yaml: String) {
    let error = #expect(throws: SchemeError.self) { try Scheme(yaml: yaml) }
    guard case .yaml(let problem) = error, case .syntax(let reason) = problem.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty && !reason.contains("\n"))
    #expect(problem.position != nil)
  }

  /// A name that stands for another, again and again: a small file that would be a huge one. As keys, comparing them
  /// would take for ever.
  @Test(arguments: ["l0: &l0 fog\n", "l0: &l0 {? fog : wind}\n"], [true, false])
  func aliasesAreRefused(first: String, areKeys: Bool) {
    let levels = (1...30).map { level in
      areKeys
        ? "l\(level): &l\(level) {? *l\(level - 1) : *l\(level - 1)}\n"
        : "l\(level): &l\(level) [*l\(level - 1), *l\(level - 1)]\n"
    }
    let file = SchemeFiles.file(heading: "system: base16\nname: Fog\n" + first + levels.joined())
    let error = #expect(throws: SchemeError.self) { try Scheme(yaml: file) }
    guard case .yaml(let problem) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problem.reason == .alias(name: "l0"))
    #expect(problem.position?.line == 4)
  }
}
