import Captures
import Foundation
import PageFormats
import SavedPages
import SeededNumbers
import Testing

/// Saved pages of every form, damaged in ways that a seed fixes: what is read of them is harmless, and nothing stops.
struct FormFuzzTests {
  @Test(arguments: SavedForm.allCases)
  func damagedForms(form: SavedForm) {
    for seed in 0..<UInt64(40) {
      let bytes = FormFuzzTests.damaged(form.bytes, seed: seed)
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

  /// Dumps with links: by lynx, w3m and html2text.
  @Test(arguments: [
    dump { "[\($0)]\($1)" } + "\nReferences\n\n   Visible links:\n" + addresses { "   \($0). \($1)\n" },
    dump { "[\($0)]\($1)" } + "\nReferences:\n\n" + addresses { "[\($0)] \($1)\n" },
    dump { "[\($1)](https://fog.example/2025/03/\($0)-the-fog-lifts)" },
    dump { "[\($1)][\($0)]" } + addresses { "   [\($0)]: \($1)\n\n" },
  ])
  func damagedDumpsWithLinks(page: String) {
    for seed in 0..<UInt64(200) {
      let bytes = FormFuzzTests.damaged(Array(page.utf8), seed: seed)
      let faults = PageChecks.faults(of: PageParser.page(bytes))
      #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3).joined(separator: "; "))")
    }
  }

  private static func dump(_ link: (Int, String) -> String) -> String {
    """
    \(link(1, "Home")) \(link(2, "News"))

    # The fog lifts over the harbour at noon

    The fog over the harbour lifted at noon on Tuesday, said the \(link(3, "harbour master")), who had waited
    for it since the ferry of \(link(4, "Sunday evening")) came back with its bell still ringing.

    Nobody was hurt. The ferry company will pay for the two boats, and for the paint of the third one.

      * \(link(5, "Swan found asleep in the old tin works"))
      * \(link(6, "Choir sings on without its hall"))

    """
  }

  private static func addresses(_ line: (Int, String) -> String) -> String {
    (1...6).map { line($0, "https://fog.example/2025/03/\($0)-the-fog-lifts") }.joined()
  }

  /// The samples that are no dumps of the aggregator: what tools really write is longer, and has more in it.
  @Test(arguments: samples)
  func damagedSamples(sample: Sample) {
    FormFuzzTests.visitPages(sample.bytes, sample.name) { #expect(PageChecks.faults(of: $0) == []) }
    for seed in 0..<UInt64(40) {
      let bytes = FormFuzzTests.damaged(sample.bytes, seed: seed)
      var faults: [String] = []
      FormFuzzTests.visitPages(bytes, sample.name) { faults += PageChecks.faults(of: $0) }
      #expect(faults.isEmpty, "\(sample.name), seed \(seed): \(faults.prefix(3).joined(separator: "; "))")
    }
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }
  }

  static let samples: [Sample] = {
    let folder = FuzzTests.sampleFolder.appending(path: "saved")
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }.compactMap { file in
      (try? [UInt8](Data(contentsOf: file))).map { Sample(name: file.lastPathComponent, bytes: $0) }
    }
  }()

  @Test func samplesAreThere() { #expect(FormFuzzTests.samples.count == 7) }

  private static func damaged(_ page: [UInt8], seed: UInt64) -> [UInt8] {
    var generator = SeededNumbers(seed: seed)
    var bytes = page
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
