import Text

/// Recognizes blocks at the beginning of a story that say nothing but its authors' names, which are shown above it.
struct BylineBlock {
  let authors: [String]

  /// A byline is among the first blocks of a story: below a summary and a picture.
  static let depth = 4
  private static let longest = 200

  /// Whether a block begins like a byline, has the whole name of an author, and nothing but authors' names.
  func isRepeated(in blocks: HTMLBlocks, _ index: Int) -> Bool {
    let range = blocks.list[index].range
    guard !authors.isEmpty, range.count <= BylineBlock.longest else { return false }
    return blocks.text.withUnsafeBufferPointer { text in
      let bytes = text.slice(range)
      // Nearly all other blocks at the beginning of a story are sentences.
      guard !LineEnding.endsSentence(bytes) else { return false }
      let words = Set(NormalizedWords(bytes, joinsAtQuotes: true).words)
      let names = authors.map { Set(NormalizedWords(comparing: $0).words) }
      return names.contains { !$0.isEmpty && words.isSuperset(of: $0) }
        && words.subtracting(BylineBlock.connecting).isSubset(of: names.reduce([]) { $0.union($1) })
        && AuthorNames.isIntroduced(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Words before and between names.
  private static let connecting = Set(
    [
      "by", "written", "words", "story", "text", "posted", "reported", "author", "authors", "and",
      "von", "und", "par", "et", "por", "y", "di", "e", "door", "en", "af", "og", "av", "och",
    ].map { Array($0.utf8)[...] })
}
