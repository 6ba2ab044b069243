import Manual
import Testing

/// The completions of an invented program; those of the real one are run by the tests of the terminal.
struct CompletionScriptTests {
  @Test(arguments: CompletionScript.allCases) func everyCommandAndOptionIsOffered(script: CompletionScript)
    throws
  {
    let outline = try InventedProgram.outline
    let text = script.text(of: outline)
    for name in ["read", "search", "help"] { #expect(text.contains(name)) }
    #expect(text.contains(script == .fish ? "-l plain" : "--plain"))
    #expect(text.contains("broadsheet describe themes"))
    #expect(!text.contains("secret"))
  }

  /// Quotation marks and brackets of a help text stay text.
  @Test func helpIsQuoted() throws {
    let outline = try InventedProgram.outline
    #expect(CompletionScript.zsh.text(of: outline).contains(#"[The \[colours\]; it'\''s remembered.]"#))
    #expect(CompletionScript.fish.text(of: outline).contains(#"-d 'The [colours]; it\'s remembered.'"#))
  }
}
