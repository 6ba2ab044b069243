import Captures
import PageFormats
import SavedPages
import SeededNumbers
import Testing

/// Saved pages of every form, damaged in ways that a seed fixes: what is read of them is harmless, and nothing stops.
struct FormFuzzTests {
  @Test(arguments: SavedForm.allCases)
  func damagedForms(form: SavedForm) {
    for seed in 0..<UInt64(40) {
      let bytes = FormFuzzTests.damaged(form, seed: seed)
      var faults: [String] = []
      FormFuzzTests.visitPages(bytes, form.name) { faults += PageChecks.faults(of: $0) }
      #expect(faults.isEmpty, "\(form), seed \(seed): \(faults.prefix(3).joined(separator: "; "))")
    }
  }

  /// Markdown of all kinds, which has more signs that open something than any other form.
  @Test(arguments: [
    "---\ntitle: \"Fog: the *end*\"\nauthor:\n  - \"[[Ann Bee]]\"\ntags: [a, b]\n---\n# Fog\n\nThe **old _quay_** wall, `see` [here](<a b> \"c\").",
    "1. Stones\n   - from the *quay*\n\n     ```\n     code\n     ```\n2. > Mortar\n   > > and sand\n\n***\n\n| a | b |\n|---|:-:|\n| c | d |",
    "![A swan](a.png \"t\") <b>fog</b> &amp; &#8217; \\* <https://example.org>\n\n<div>\ntin\n</div>\n\n[r]: https://example.org 'x'\n\nFog  \nof\n===",
  ])
  func damagedMarkdown(page: String) {
    for seed in 0..<UInt64(200) {
      var generator = SeededNumbers(seed: seed)
      var bytes = Array(page.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let mutation = Mutation.allCases.randomElement(using: &generator) ?? .cut
        bytes = mutation.apply(to: bytes, other: SavedForm.markdown.bytes, using: &generator)
      }
      let faults = PageChecks.faults(of: PageParser.page(bytes, as: .markdown))
      #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3).joined(separator: "; "))")
    }
  }

  private static func damaged(_ form: SavedForm, seed: UInt64) -> [UInt8] {
    var generator = SeededNumbers(seed: seed)
    var bytes = form.bytes
    let other = SavedForm.allCases.randomElement(using: &generator)?.bytes ?? []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let mutation = Mutation.allCases.randomElement(using: &generator) ?? .cut
      bytes = mutation.apply(to: bytes, other: other, using: &generator)
    }
    return bytes
  }

  private static func visitPages(_ bytes: [UInt8], _ name: String, _ visit: (Page) -> Void) {
    func parse(_ capture: Capture) {
      let syntax: PageSyntax =
        switch capture.format {
        case .text: .text
        case .html: .html
        case .markdown: .markdown
        }
      visit(
        PageParser.page(
          capture.bytes, as: syntax, address: capture.address, charset: capture.charset,
          savedAt: capture.saved))
    }
    bytes.withUnsafeBufferPointer { file in
      guard let kind = FileKind.of(name, UnsafeBufferPointer(rebasing: file.prefix(FileKind.headSize))) else {
        return
      }
      if kind == .warc {
        var reader = WARCReader { space, offset in
          guard offset >= 0, offset < file.count else { return 0 }
          let piece = file[Int(offset)...].prefix(space.count)
          space.copyBytes(from: piece)
          return piece.count
        }
        while reader.next(parse) {}
      } else {
        try? PageFile.read(file, kind, parse)
      }
    }
  }
}
