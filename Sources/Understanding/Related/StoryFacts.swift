import Text

/// What stands in a story's text that a reader sees in another's, too: names, and how its terms are written.
struct StoryFacts: Sendable {
  /// Names as they are written, by the bytes that they are compared by.
  private(set) var names: [[UInt8]: String] = [:]
  /// How a term is written where it stands first, by its hash.
  private(set) var writing: [UInt32: String] = [:]

  /// - Parameters:
  ///   - title: the headline, in UTF-8.
  ///   - body: the text, in UTF-8.
  ///   - terms: those of which the writing is wanted.
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

  /// A part of a text made harmless, without the `'s` at its end.
  private static func text(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> String {
    let clean = TextSanitizer.clean(UnsafeBufferPointer(rebasing: text[range]))
    return clean.hasSuffix("'s") || clean.hasSuffix("’s") ? String(clean.dropLast(2)) : clean
  }
}
