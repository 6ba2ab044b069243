import GRDB
public import StoryLibrary
import Text

/// Known words that are similar to a word that no story has: from all headlines, and from the index those with the same
/// first letters.
public struct Vocabulary {
  /// The words, in no order.
  public let words: Set<String>

  /// The largest difference in length, in bytes.
  private static let tolerance = 3
  /// How many first letters must be the same in the index.
  private static let sameLetters = 2

  /// The words similar to a folded one.
  public init(near word: String, in library: Library, indexPath: String?) {
    let lengths = max(1, word.utf8.count - Vocabulary.tolerance)...word.utf8.count + Vocabulary.tolerance
    var words: Set<String> = []
    for story in library.order {
      library.withTitle(of: story) { title in
        Words.visit(title) { found in
          guard lengths.contains(found.bytes.count) else { return }
          words.insert(String(decoding: found.bytes, as: UTF8.self))
        }
      }
    }
    let beginning = String(word.prefix(Vocabulary.sameLetters))
    if let index = indexPath.flatMap({ WordIndex(existing: $0) }),
      let terms = try? index.terms(beginningWith: beginning)
    {
      words.formUnion(terms.filter { lengths.contains($0.utf8.count) })
    }
    self.words = words
  }
}

extension WordIndex {
  /// The words in the index that begin with some letters.
  func terms(beginningWith letters: String) throws(SearchError) -> [String] {
    try read { db in
      try db.execute(
        sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')")
      return try String.fetchAll(
        db, sql: "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ?",
        arguments: [letters, letters + "\u{10FFFF}"])
    }
  }
}
