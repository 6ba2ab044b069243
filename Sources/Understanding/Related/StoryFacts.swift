import Text

/// What a reader may notice in the texts of two stories: names, and the spelling of terms.
struct StoryFacts: Sendable {
  /// Names as written, by the bytes used to compare them.
  private(set) var names: [[UInt8]: String] = [:]
  /// The spelling of a term at its first occurrence, by its hash.
  private(set) var writing: [UInt32: String] = [:]

  /// - Parameters:
  ///   - title: the headline, in UTF-8.
  ///   - body: the text, in UTF-8.
  ///   - terms: the terms whose spelling is wanted.
  init(title: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>, terms: Set<UInt32>) {
    for name in CapitalizedNames.find(in: body) where names[name.key] == nil {
      names[name.key] = StoryFacts.text(name.range, of: body)
    }
    for text in [title, body] {
      Terms.visit(text) { term in
        let hash = TermHash.of(hash: term.hash)
        guard terms.contains(hash), writing[hash] == nil else { return }
        writing[hash] = StoryFacts.text(term.range, of: text)
      }
    }
  }

  /// Part of a text made safe for display, without a final `'s`.
  private static func text(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> String {
    let clean = TextSanitizer.clean(UnsafeBufferPointer(rebasing: text[range]))
    return clean.hasSuffix("'s") || clean.hasSuffix("’s") ? String(clean.dropLast(2)) : clean
  }
}
